/**
 * Positions on disk are Unicode code points; positions in memory are UTF-16 offsets, which is what
 * JavaScript's strings count. The two differ only after a character outside the Basic Multilingual
 * Plane, so most texts need no table at all.
 */
export interface CodePoints {
  /** UTF-16 offset → code point position. An offset inside a surrogate pair counts as its start. */
  fromUtf16(offset: number): number;
  /** Code point position → UTF-16 offset. A position past the end gives the text's length. */
  toUtf16(position: number): number;
}

const CHECKPOINT_EVERY = 1024;
const SURROGATE = /[\uD800-\uDFFF]/;

const same: CodePoints = { fromUtf16: offset => offset, toUtf16: position => position };

/** A converter for one text. Costs one scan; each conversion then looks at no more than 1,024 units. */
export function codePointsOf(text: string): CodePoints {
  if (!SURROGATE.test(text)) {
    return { ...same, toUtf16: position => Math.min(position, text.length) };
  }
  const checkpoints = countBefore(text);
  const fromUtf16 = (offset: number) => {
    const block = Math.floor(offset / CHECKPOINT_EVERY);
    const begun = (checkpoints[block] ?? 0) + starts(text, block * CHECKPOINT_EVERY, offset);
    return isLow(text.charCodeAt(offset)) ? begun - 1 : begun;
  };
  const toUtf16 = (position: number) => {
    const block = lastNotAbove(checkpoints, position);
    return advance(text, block * CHECKPOINT_EVERY, position - (checkpoints[block] ?? 0));
  };
  return { fromUtf16, toUtf16 };
}

/** For each block of units: how many code points begin before it. */
function countBefore(text: string): Uint32Array {
  const blocks = Math.floor(text.length / CHECKPOINT_EVERY) + 1;
  const counts = new Uint32Array(blocks);
  for (let block = 1; block < blocks; block++) {
    const start = (block - 1) * CHECKPOINT_EVERY;
    counts[block] = (counts[block - 1] ?? 0) + starts(text, start, start + CHECKPOINT_EVERY);
  }
  return counts;
}

const isLow = (unit: number) => unit >= 0xdc00 && unit <= 0xdfff;

/** How many code points begin in the units from `from` to `to`; a low surrogate begins none. */
function starts(text: string, from: number, to: number): number {
  let count = 0;
  const end = Math.min(to, text.length);
  for (let i = from; i < end; i++) if (!isLow(text.charCodeAt(i))) count++;
  return count;
}

function lastNotAbove(counts: Uint32Array, position: number): number {
  let low = 0;
  let high = counts.length - 1;
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if ((counts[middle] ?? 0) <= position) low = middle;
    else high = middle - 1;
  }
  return low;
}

/** The offset of the code point `count` places after the first that begins at or after `from`. */
function advance(text: string, from: number, count: number): number {
  let offset = from;
  while (isLow(text.charCodeAt(offset))) offset++;
  for (let left = count; left > 0 && offset < text.length; left--) {
    offset += isLow(text.charCodeAt(offset + 1)) ? 2 : 1;
  }
  return offset;
}
