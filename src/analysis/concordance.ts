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

const WORDS = /\S+/g;

/** Where the last `words` words begin, with what is left of a word at the end. */
function beginningOf(text: string, words: number): number {
  const all = Array.from(text.matchAll(WORDS), ({ index }) => index);
  const cutsWord = /\S$/.test(text) ? 1 : 0;
  const kept = all.slice(Math.max(0, all.length - words - cutsWord));
  return kept[0] ?? text.length;
}

/** Where the first `words` words end, with what is left of a word at the beginning. */
function endOf(text: string, words: number): number {
  const cutsWord = /^\S/.test(text) ? 1 : 0;
  const all = Array.from(text.matchAll(WORDS), found => found.index + found[0].length);
  return all[Math.min(all.length, words + cutsWord) - 1] ?? 0;
}
