/**
 * The paragraphs that a filter shows: indexes from 0, ascending, each once; one at least where they
 * are drawn. Where all are shown there is no list.
 */
export type Shown = Uint32Array;

/** How many of them stand before an index: the place of the index itself, or of the next one shown. */
export function rankOf(shown: Shown, index: number): number {
  let low = 0;
  let high = shown.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((shown[middle] ?? 0) < index) low = middle + 1;
    else high = middle;
  }
  return low;
}

export const isShown = (shown: Shown, index: number): boolean =>
  shown[rankOf(shown, index)] === index;

/** The paragraph shown that is nearest to an index; of two as near the one behind it. */
export function nearestShown(shown: Shown, index: number): number {
  const rank = rankOf(shown, index);
  const behind = shown[rank] ?? Number.POSITIVE_INFINITY;
  const before = shown[rank - 1] ?? Number.NEGATIVE_INFINITY;
  return behind - index <= index - before ? behind : before;
}

/** The list with one more index; the same list where it is in it. */
export function withIndex(shown: Shown, index: number): Shown {
  const rank = rankOf(shown, index);
  if (shown[rank] === index) return shown;
  const more = new Uint32Array(shown.length + 1);
  more.set(shown.subarray(0, rank));
  more[rank] = index;
  more.set(shown.subarray(rank), rank + 1);
  return more;
}

/** The list without an index; the same list where it is not in it. */
export function withoutIndex(shown: Shown, index: number): Shown {
  const rank = rankOf(shown, index);
  if (shown[rank] !== index) return shown;
  const fewer = new Uint32Array(shown.length - 1);
  fewer.set(shown.subarray(0, rank));
  fewer.set(shown.subarray(rank + 1), rank);
  return fewer;
}
