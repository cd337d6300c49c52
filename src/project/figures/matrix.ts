import { coOccurrences, type Nearness, onceEach } from '../../model/coOccurrence.ts';
import type { Fault } from '../../model/fault.ts';
import type { PlacedTag } from '../../model/tagged.ts';
import { themeMatrix } from '../../model/themeMatrix.ts';
import type { OnProgress } from '../annotations.ts';
import type { Project } from '../project.ts';
import { type FigureQuery, type FigureText, type FigureTheme, gatherFigures } from './gather.ts';

/** A table with a row a theme. */
export interface ThemeTable {
  rows: ThemeCounts[];
  /** Annotations whose place is not certain: they are in no other number. */
  uncertain: number;
  faults: Fault[];
}

export interface ThemeCounts {
  theme: FigureTheme;
  counts: number[];
  /** Theme × transcript: its annotations. Co-occurrence: its passages, where coders agree once. */
  total: number;
  uncertain: number;
}

/** How often each theme is tagged in each transcript; `counts` runs as `texts` does. */
export async function textMatrix(
  project: Project,
  query: FigureQuery,
  onProgress?: OnProgress,
): Promise<ThemeTable & { texts: FigureText[] }> {
  const { themes, texts, tags, uncertain, faults } = await gatherFigures(
    project,
    query,
    onProgress,
  );
  const { rows } = themeMatrix(
    themes.map(({ id }) => id),
    texts.map(({ id }) => id),
    tags,
  );
  const left = Map.groupBy(uncertain, ({ theme }) => theme);
  const named = themes.map((theme, i): ThemeCounts => {
    const counts = rows[i]?.counts ?? [];
    const total = counts.reduce((sum, n) => sum + n, 0);
    return { theme, counts, total, uncertain: left.get(theme.id)?.length ?? 0 };
  });
  return { rows: named, texts, uncertain: uncertain.length, faults };
}

/** How often passages of two themes are together; `counts` runs as the rows do. */
export async function pairMatrix(
  project: Project,
  query: FigureQuery,
  near: Nearness,
  onProgress?: OnProgress,
): Promise<ThemeTable> {
  const { themes, tags, uncertain, faults } = await gatherFigures(project, query, onProgress);
  const square = coOccurrences(
    tags,
    themes.map(({ id }) => id),
    near,
  );
  const passages = Map.groupBy(onceEach(tags), ({ theme }) => theme);
  const left = Map.groupBy(uncertain, ({ theme }) => theme);
  const rows = themes.map(
    (theme, i): ThemeCounts => ({
      theme,
      counts: square[i] ?? [],
      total: passages.get(theme.id)?.length ?? 0,
      uncertain: left.get(theme.id)?.length ?? 0,
    }),
  );
  return { rows, uncertain: uncertain.length, faults };
}

/** Where themes stand in the transcripts: the passages of each theme in text order. */
export async function themePlaces(
  project: Project,
  query: FigureQuery,
  onProgress?: OnProgress,
): Promise<{
  themes: FigureTheme[];
  texts: { text: FigureText; places: PlacedTag[][] }[];
  uncertain: number;
  faults: Fault[];
}> {
  const { themes, texts, tags, uncertain, faults } = await gatherFigures(
    project,
    query,
    onProgress,
  );
  const found = Map.groupBy(onceEach(tags), ({ theme, text }) => `${text}\n${theme}`);
  const placed = texts.map(text => ({
    text,
    places: themes.map(({ id }) => found.get(`${text.id}\n${id}`) ?? []),
  }));
  return { themes, texts: placed, uncertain: uncertain.length, faults };
}
