import type { Fragment } from './fragments.ts';

/** Whether most letters of some fragments run from right to left. */
export function runsRightToLeft(part: readonly Fragment[]): boolean {
  if (!part.some(one => one.isRtl)) return false;
  const letters = (some: readonly Fragment[]) =>
    some.reduce((sum, { text }) => sum + (text.match(/\p{L}/gu)?.length ?? 0), 0);
  return letters(part.filter(one => one.isRtl)) * 2 > letters(part);
}

/** From right to left, but for runs of words of the other direction, which stay as they are. */
export function rightToLeft(part: readonly Fragment[]): Fragment[] {
  const runs: Fragment[][] = [];
  for (const one of part) {
    const last = runs.at(-1);
    if (last !== undefined && isLtr(one) && isLtr(last[0])) last.push(one);
    else runs.push([one]);
  }
  return runs.reverse().flat();
}

const isLtr = (one: Fragment | undefined) =>
  one !== undefined && !one.isRtl && /\p{L}|\p{N}/u.test(one.text);

/**
 * Where a sign was printed into the gap between two words of a fragment, the fragment is parted there:
 * such files print all words of a line first and the full stops after them. `part` is sorted by x.
 */
export function parted(part: readonly Fragment[]): Fragment[] {
  const done: Fragment[] = [];
  for (const one of part) {
    const around = done.findLastIndex(other => other.x < one.x - 1 && other.right > one.right + 1);
    const other = done[around];
    if (other === undefined) done.push(one);
    else done.splice(around, 1, ...halvesWith(other, one));
  }
  return done.sort((a, b) => a.x - b.x);
}

/** The two halves of a fragment, cut at the space nearest to where the other one stands, and that one. */
function halvesWith(other: Fragment, inside: Fragment): Fragment[] {
  const share = ((inside.x + inside.right) / 2 - other.x) / (other.right - other.x);
  const wanted = other.text.length * (other.isRtl ? 1 - share : share);
  const cut = nearestSpace(other.text, wanted);
  if (cut === -1) return [other, inside];
  const [first, second] = [other.text.slice(0, cut), other.text.slice(cut + 1)];
  const [left, right] = other.isRtl ? [second, first] : [first, second];
  // The space at which it was cut comes after the sign, in the direction of reading.
  const space = other.size / 3;
  return [
    { ...other, text: left, right: inside.x - (other.isRtl ? space : 0) },
    inside,
    { ...other, text: right, x: inside.right + (other.isRtl ? 0 : space) },
  ];
}

function nearestSpace(text: string, wanted: number): number {
  const spaces = [...text.matchAll(/ /g)].map(({ index }) => index);
  return spaces.reduce(
    (best, index) => (Math.abs(index - wanted) < Math.abs(best - wanted) ? index : best),
    spaces[0] ?? -1,
  );
}
