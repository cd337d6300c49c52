/**
 * Where a text may be cut without breaking what a reader sees as one character. Surrogate pairs are
 * never cut; for combining marks, joiners and the like the look around is kept short, because a
 * context that begins in the middle of a rare cluster still does its work.
 */
const CONTINUES = /^(?:\p{M}|\u200C|\u200D|[\u{1F3FB}-\u{1F3FF}]|[\u{E0020}-\u{E007F}])/u;
const JOINER = 0x200d;
const MOST_STEPS = 8;

/** Whether a cut at `offset` (UTF-16) would part the halves of one code point. */
export function cutsPair(text: string, offset: number): boolean {
  return isLow(text.charCodeAt(offset)) && isHigh(text.charCodeAt(offset - 1));
}

/** The nearest good cut at `offset` or, at most a few characters, after it; never after `limit`. */
export function cutAtOrAfter(text: string, offset: number, limit: number): number {
  let cut = cutsPair(text, offset) ? offset + 1 : offset;
  for (let steps = 0; steps < MOST_STEPS && cut < limit && cutsCluster(text, cut); steps++) {
    cut += isHigh(text.charCodeAt(cut)) ? 2 : 1;
  }
  return Math.min(cut, limit);
}

/** The nearest good cut at `offset` or, at most a few characters, before it; never before `limit`. */
export function cutAtOrBefore(text: string, offset: number, limit: number): number {
  let cut = cutsPair(text, offset) ? offset - 1 : offset;
  for (let steps = 0; steps < MOST_STEPS && cut > limit && cutsCluster(text, cut); steps++) {
    cut -= cutsPair(text, cut - 1) ? 2 : 1;
  }
  return Math.max(cut, limit);
}

function cutsCluster(text: string, offset: number): boolean {
  if (offset <= 0 || offset >= text.length) return false;
  return text.charCodeAt(offset - 1) === JOINER || CONTINUES.test(text.slice(offset, offset + 2));
}

const isHigh = (unit: number) => unit >= 0xd800 && unit <= 0xdbff;
const isLow = (unit: number) => unit >= 0xdc00 && unit <= 0xdfff;
