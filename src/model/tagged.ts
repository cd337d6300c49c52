import type { Stretch } from './coOccurrence.ts';

/** An annotation with a theme and a certain place, merges followed. Places are code points, half-open. */
export interface PlacedTag extends Stretch {
  id: string;
  coder: string;
  key: boolean;
}

/** An annotation with a theme whose place is ambiguous or lost: it is counted apart. */
export type UncertainTag = Pick<PlacedTag, 'id' | 'text' | 'theme' | 'coder'>;

/** Whole numbers that lie in at least one of the half-open ranges, as ranges apart from each other, ascending. */
export function unionOf<T extends { start: number; end: number }>(
  ranges: readonly T[],
): { start: number; end: number }[] {
  const apart: { start: number; end: number }[] = [];
  for (const { start, end } of ranges.toSorted((a, b) => a.start - b.start)) {
    const before = apart.at(-1);
    if (before && start <= before.end) before.end = Math.max(before.end, end);
    else if (end > start) apart.push({ start, end });
  }
  return apart;
}

/** How many whole numbers lie in at least one of the half-open ranges. */
export const coveredBy = (ranges: readonly { start: number; end: number }[]): number =>
  unionOf(ranges).reduce((sum, { start, end }) => sum + end - start, 0);
