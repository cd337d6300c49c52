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
    const [starts, ends]: [number[], number[]] = [[], []];
    let isIn = false;
    for (let at = 0; at < text.length; at++) {
      const isWhite = isWhiteAt(text, at);
      if (isIn === !isWhite) continue;
      (isWhite ? ends : starts).push(at);
      isIn = !isWhite;
    }
    if (isIn) ends.push(text.length);
    this.starts = Uint32Array.from(starts);
    this.ends = Uint32Array.from(ends);
    this.count = starts.length;
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
