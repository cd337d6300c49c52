import type { Range, Selector } from '../model/annotation.ts';
import { cutAtOrAfter, cutAtOrBefore, cutsPair } from './cuts.ts';
import { findIn } from './finder.ts';
import type { AnchorSubject } from './subject.ts';

/** Context on each side of a quotation, in UTF-16 units: where it begins and where it stops growing. */
const FIRST_CONTEXT = 32;
const LONGEST_CONTEXT = 512;

/**
 * The selector of a passage: its exact words, the text around them, its position in code points.
 * Each side of the context is 32 units long, doubled until the quotation with that side alone occurs
 * once in the text (or 512 are reached): then an edit may spoil the other side and the passage is
 * still told apart. `range` is UTF-16, half-open; a bound inside a surrogate pair moves outwards.
 * Costs a scan of the text, a few if the words recur: 0.4 ms a megabyte each. Throws a RangeError
 * for a range that is not in the text.
 */
export function describe(subject: AnchorSubject, range: Range): Selector {
  const { text, codePoints } = subject;
  const find = findIn(subject);
  const { start, end } = wholeCharacters(text, range);
  const once: Once = words => find(words, 2).length === 1;
  const alone = end > start && once(text.slice(start, end));
  return {
    exact: text.slice(start, end),
    prefix: text.slice(prefixStart(text, { start, end }, alone, once), start),
    suffix: text.slice(end, suffixEnd(text, { start, end }, alone, once)),
    start: codePoints.fromUtf16(start),
    end: codePoints.fromUtf16(end),
  };
}

function wholeCharacters(text: string, { start, end }: Range): Range {
  if (!(start >= 0 && start <= end && end <= text.length)) {
    throw new RangeError(`a text of ${text.length} units has no passage from ${start} to ${end}`);
  }
  return {
    start: cutsPair(text, start) ? start - 1 : start,
    end: cutsPair(text, end) ? end + 1 : end,
  };
}

/** Whether words, which do occur in the text, occur in one place only. */
type Once = (words: string) => boolean;

function prefixStart(text: string, { start, end }: Range, alone: boolean, once: Once): number {
  for (let size = FIRST_CONTEXT; ; size *= 2) {
    const from = cutAtOrAfter(text, Math.max(0, start - size), start);
    const enough = alone || from === 0 || size >= LONGEST_CONTEXT;
    if (enough || once(text.slice(from, end))) return from;
  }
}

function suffixEnd(text: string, { start, end }: Range, alone: boolean, once: Once): number {
  for (let size = FIRST_CONTEXT; ; size *= 2) {
    const to = cutAtOrBefore(text, Math.min(text.length, end + size), end);
    const enough = alone || to === text.length || size >= LONGEST_CONTEXT;
    if (enough || once(text.slice(start, to))) return to;
  }
}
