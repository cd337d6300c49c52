import type { Range } from './annotation.ts';
import { sentencesOf } from './sentences.ts';

/** What a selection grows by. */
export type TextUnit = 'sentence' | 'word';

/** UTF-16 units on each side of an offset that are looked at in a long paragraph. */
const NEAR = 8_192;

let words: Intl.Segmenter | undefined;

/**
 * The sentences or words of a stretch that lie near an offset, in order: UTF-16, half-open, never
 * inside a grapheme cluster. Words are what Unicode calls word-like (UAX 29): no punctuation, no space.
 * In a stretch of more than 16,384 units only those near the offset are worked out.
 */
export function unitsNear(text: string, stretch: Range, offset: number, unit: TextUnit): Range[] {
  const near = around(text, stretch, offset);
  return unit === 'sentence' ? sentencesOf(text, near) : wordsOf(text, near);
}

function wordsOf(text: string, { start, end }: Range): Range[] {
  words ??= new Intl.Segmenter('en', { granularity: 'word' });
  return Array.from(words.segment(text.slice(start, end)))
    .filter(({ isWordLike }) => isWordLike)
    .map(({ index, segment }) => ({ start: start + index, end: start + index + segment.length }));
}

/** The part of a stretch that is looked at, cut at white space where there is some. */
function around(text: string, { start, end }: Range, offset: number): Range {
  const from = offset - NEAR <= start ? start : text.lastIndexOf(' ', offset - NEAR) + 1;
  const found = offset + NEAR >= end ? -1 : text.indexOf(' ', offset + NEAR);
  return { start: Math.max(start, from), end: found === -1 ? end : Math.min(found, end) };
}
