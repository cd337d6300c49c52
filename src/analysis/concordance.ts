import type { Range } from '../model/annotation.ts';

/** What stands around a hit: pieces of the text, as they are. */
export interface Context {
  before: string;
  after: string;
}

/** Of a word without end no more than this is shown; UTF-16 units for each word asked for. */
const LONGEST_WORD = 40;

/**
 * A hit's keyword in context: up to `words` words before it and as many after it, as they stand in
 * the text and never from beyond `bounds`, the paragraphs that the hit is in. What is left of a word
 * that the hit begins or ends in comes on top. Costs no more in a long paragraph than in a short one.
 */
export function contextOf(text: string, hit: Range, bounds: Range, words: number): Context {
  const most = (words + 1) * LONGEST_WORD;
  const from = onLetter(text, Math.max(bounds.start, hit.start - most));
  const to = onLetter(text, Math.min(bounds.end, hit.end + most));
  const before = text.slice(from, hit.start);
  const after = text.slice(hit.end, to);
  return {
    before: before.slice(beginningOf(before, words)),
    after: after.slice(0, endOf(after, words)),
  };
}

/** Never inside a surrogate pair. */
function onLetter(text: string, offset: number): number {
  const unit = text.charCodeAt(offset);
  return unit >= 0xdc00 && unit <= 0xdfff ? offset - 1 : offset;
}

/** Where the last `words` words begin, with what is left of a word at the end. */
function beginningOf(text: string, words: number): number {
  let at = overWord(text, text.length, -1);
  for (let left = words; left > 0; left--) {
    const word = overWhite(text, at, -1);
    if (word === 0) break;
    at = overWord(text, word, -1);
  }
  return at;
}

/** Where the first `words` words end, with what is left of a word at the beginning. */
function endOf(text: string, words: number): number {
  let at = overWord(text, 0, 1);
  for (let left = words; left > 0; left--) {
    const word = overWhite(text, at, 1);
    if (word === text.length) break;
    at = overWord(text, word, 1);
  }
  return at;
}

const WHITE = /\s/;

/** Nothing beyond the ends is as good as white space. */
function isWhite(text: string, index: number): boolean {
  const unit = text.charCodeAt(index);
  if (unit < 128) return unit === 32 || (unit >= 9 && unit <= 13);
  return Number.isNaN(unit) || WHITE.test(text[index] ?? '');
}

/** The offset behind (1) or before (-1) the white space that begins at an offset. */
function overWhite(text: string, from: number, by: 1 | -1): number {
  const beside = by === 1 ? 0 : -1;
  let at = from;
  while (at + beside >= 0 && at + beside < text.length && isWhite(text, at + beside)) at += by;
  return at;
}

/** The same for a word. */
function overWord(text: string, from: number, by: 1 | -1): number {
  const beside = by === 1 ? 0 : -1;
  let at = from;
  while (!isWhite(text, at + beside)) at += by;
  return at;
}
