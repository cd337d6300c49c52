import type { Range } from './annotation.ts';
import { endsSentence } from './sentenceEnds.ts';

/** Segmented at once, in UTF-16 units; more where a sentence is longer. */
const WINDOW = 8192;
/** What is looked at on each side of a break. */
const LOOK = 64;

/**
 * The sentences of a stretch of text, one paragraph say, in order: UTF-16 offsets, half-open, without
 * the white space around them. Unicode's rules (UAX 29) part them; taken back are the breaks after
 * abbreviations and initials, before a lower-case letter, and at line ends inside a sentence. Never
 * inside a grapheme cluster, if the stretch is not. Linear in the stretch.
 */
export function sentencesOf(text: string, stretch: Range): Range[] {
  const joined: Range[] = [];
  for (const { start, end } of segmentsOf(text, stretch)) {
    const last = joined.at(-1);
    const isBreak = !last || endsSentence(before(text, last), text.slice(start, start + LOOK));
    if (isBreak) joined.push({ start, end });
    else last.end = end;
  }
  return joined.flatMap(range => trimmed(text, range));
}

const before = (text: string, { start, end }: Range): string =>
  text.slice(Math.max(start, end - LOOK), end);

let segmenter: Intl.Segmenter | undefined;

/** The segments of the stretch as Unicode has them, white space included. */
function* segmentsOf(text: string, { start, end }: Range): Generator<Range> {
  segmenter ??= new Intl.Segmenter('en', { granularity: 'sentence' });
  let size = WINDOW;
  for (let from = start; from < end; ) {
    const to = Math.min(from + size, end);
    const starts = Array.from(segmenter.segment(text.slice(from, to)), ({ index }) => from + index);
    // The last segment may go on beyond the window.
    if (to === end) starts.push(end);
    for (let i = 1; i < starts.length; i++)
      yield { start: starts[i - 1] ?? from, end: starts[i] ?? to };
    size = starts.length === 1 ? size * 2 : WINDOW;
    from = starts.at(-1) ?? end;
  }
}

/** White space around the words; a mark after a space makes one character with it, which stays whole. */
const EDGES = /^(?:\s(?![\p{M}\u200C\u200D]))*|(?:\s(?![\p{M}\u200C\u200D]))*$/gu;

/** A stretch without the white space around its words; none where there are no words. Never cuts a cluster. */
export function trimmed(text: string, { start, end }: Range): Range[] {
  const words = text.slice(start, end);
  const [front = '', back = ''] = words.match(EDGES) ?? [];
  const range = { start: start + front.length, end: end - back.length };
  return range.start < range.end ? [range] : [];
}
