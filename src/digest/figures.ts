import { coOccurrences } from '../model/coOccurrence.ts';
import type { Passage, ThemePart } from './arrange.ts';
import type { DigestText } from './input.ts';

/** Where in one transcript one theme stands: shares of its length, 0 to 1. */
export interface Stretch {
  from: number;
  to: number;
}

/** For each transcript and each theme (rows as `parts`): the stretches that are tagged. */
export function stretches(
  parts: readonly ThemePart[],
  texts: readonly DigestText[],
): Stretch[][][] {
  const byText = parts.map(({ tags }) => Map.groupBy(tags, tag => tag.text));
  return texts.map(({ id, length }) =>
    byText.map(tags =>
      (tags.get(id) ?? []).map(({ start, end }) => ({
        from: share(start, length),
        to: share(end, length),
      })),
    ),
  );
}

const share = (position: number, length: number): number =>
  length === 0 ? 0 : Math.min(1, position / length);

/**
 * How often a passage of one theme overlaps a passage of another, each pair of passages once: a square,
 * rows and columns as `parts`, the diagonal empty (0).
 */
export function overlaps(parts: readonly ThemePart[]): number[][] {
  const stretches = parts.flatMap(({ theme, tags }) =>
    tags.map(({ text, start, end, paragraphs }) => {
      const [first, last] = [paragraphs[0] ?? 0, paragraphs.at(-1) ?? 0];
      return { theme: theme.id, text, start, end, first, last };
    }),
  );
  return coOccurrences(
    stretches,
    parts.map(({ theme }) => theme.id),
    'overlap',
  );
}

/** Passages by the month of their transcript (`2021-07`), those without a date last as `null`; a count for each theme. */
export function byMonth(
  parts: readonly ThemePart[],
  texts: readonly DigestText[],
): { month: string | null; counts: number[] }[] {
  const months = texts.map(({ date }) => /^\d{4}-\d{2}/.exec(date ?? '')?.[0] ?? null);
  const rows = new Map<string | null, number[]>();
  for (const month of [...new Set(months)].sort(datesFirst))
    rows.set(
      month,
      parts.map(() => 0),
    );
  for (const [theme, part] of parts.entries())
    for (const [text, n] of part.counts.entries()) {
      const row = rows.get(months[text] ?? null);
      if (row) row[theme] = (row[theme] ?? 0) + n;
    }
  return Array.from(rows, ([month, counts]) => ({ month, counts }));
}

const datesFirst = (a: string | null, b: string | null): number =>
  (a ?? '\uFFFF') < (b ?? '\uFFFF') ? -1 : 1;

/** The coders of some passages, each once, by code units. */
export const codersOf = (passages: readonly Passage[]): string[] =>
  [...new Set(passages.flatMap(passage => passage.tags.map(tag => tag.coder)))].sort();
