/** How often each theme was tagged in each transcript. `counts` runs as `texts` does. */
export interface Matrix {
  texts: string[];
  rows: { theme: string; counts: number[] }[];
}

/** What is counted: an annotation with its theme, merges already followed. */
export interface Tag {
  theme: string | null;
  text: string;
}

/**
 * The theme × transcript table: a row a theme and a column a transcript, both in the order given and
 * kept when they have nothing but zeros. Tags of other themes, of other transcripts and memos without
 * a theme are not counted.
 */
export function themeMatrix(
  themes: readonly string[],
  texts: readonly string[],
  tags: Iterable<Tag>,
): Matrix {
  const column = new Map(texts.map((text, index) => [text, index]));
  const counts = new Map(themes.map(theme => [theme, texts.map(() => 0)]));
  for (const { theme, text } of tags) {
    const row = theme === null ? undefined : counts.get(theme);
    const index = column.get(text);
    if (row && index !== undefined) row[index] = (row[index] ?? 0) + 1;
  }
  return {
    texts: [...texts],
    rows: Array.from(counts, ([theme, row]) => ({ theme, counts: row })),
  };
}
