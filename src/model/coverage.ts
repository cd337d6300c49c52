import type { Stretch } from './coOccurrence.ts';
import { unionOf } from './tagged.ts';

/** What of a transcript is tagged, in paragraphs. */
export interface Coverage {
  /** Paragraphs that a passage touches. */
  tagged: number;
  /** The others as stretches: first and last paragraph, both included, numbers from 1. */
  untagged: [first: number, last: number][];
}

/** What is tagged, and what is not, of a transcript with so many paragraphs. */
export function coverageOf(
  paragraphs: number,
  stretches: readonly Pick<Stretch, 'first' | 'last'>[],
): Coverage {
  const covered = unionOf(stretches.map(({ first, last }) => ({ start: first, end: last + 1 })));
  const untagged: Coverage['untagged'] = [];
  let from = 0;
  for (const { start, end } of [...covered, { start: paragraphs, end: paragraphs }]) {
    if (start > from) untagged.push([from + 1, start]);
    from = end;
  }
  const left = untagged.reduce((sum, [first, last]) => sum + last - first + 1, 0);
  return { tagged: paragraphs - left, untagged };
}
