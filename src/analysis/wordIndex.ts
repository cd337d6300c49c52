import type { Range } from '../model/annotation.ts';

const WHITE = /\s/;

/**
 * The words of a text by number, from 0: runs of characters that are not white space, as `wc -w` counts
 * them. So that parts of a text can be counted without counting a word twice.
 */
export class WordIndex {
  readonly count: number;
  private readonly starts: Uint32Array;
  private readonly ends: Uint32Array;

  constructor(text: string) {
    // A word and the white space behind it take two units at least.
    const most = (text.length >> 1) + 1;
    const [starts, ends] = [new Uint32Array(most), new Uint32Array(most)];
    let count = 0;
    let isIn = false;
    for (let at = 0; at < text.length; at++) {
      if (isIn !== isWhiteAt(text, at)) continue;
      if (isIn) ends[count++] = at;
      else starts[count] = at;
      isIn = !isIn;
    }
    if (isIn) ends[count++] = text.length;
    this.starts = starts.slice(0, count);
    this.ends = ends.slice(0, count);
    this.count = count;
  }

  /** The numbers of the words of which a range (UTF-16, half-open) has a character or more, half-open. */
  touchedBy({ start, end }: Range): Range {
    const first = firstOver(this.ends, start);
    return { start: first, end: Math.max(first, firstOver(this.starts, end - 1)) };
  }
}

function isWhiteAt(text: string, at: number): boolean {
  const unit = text.charCodeAt(at);
  if (unit < 128) return unit === 32 || (unit >= 9 && unit <= 13);
  return WHITE.test(text[at] ?? '');
}

/** The index of the first of some ascending numbers that is greater than a limit; their count if none is. */
function firstOver(numbers: Uint32Array, limit: number): number {
  let [low, high] = [0, numbers.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((numbers[middle] ?? 0) > limit) high = middle;
    else low = middle + 1;
  }
  return low;
}
