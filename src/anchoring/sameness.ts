import search from 'approx-string-match';
import type { Range } from '../model/annotation.ts';

/** Longer words than this are compared by their two ends: the cost grows with the square of the length. */
const LONGEST_WHOLE = 512;
/** UTF-16 units of each end that stand for words that are longer. */
const END = 256;
/** A passage that grew by more than this share had something put into it: its two halves are compared. */
const GROWN = 1.3;
/** Halves of fewer UTF-16 units than this are in many words. */
const SHORTEST_IN_TWO = 32;
/** What is more different than this counts as not the same at all. */
const MOST_ERRORS = 0.5;
/** Most words that are there have fewer errors than this; to look for those first costs a third. */
const FEW_ERRORS = 0.15;

/** Where words stand best in a part of the text, and how many of their letters are not there. */
interface Match extends Range {
  errors: number;
}

/**
 * The best place for `words` in `text` between two offsets (UTF-16); `null` where more than half of
 * the letters would be wrong. Of several equally good places the one that begins nearest to `likely`.
 */
export function bestMatch(
  text: string,
  { start, end }: Range,
  words: string,
  likely: number,
): Match | null {
  const from = Math.max(0, start);
  if (isThere(text, { start: from, end }, words, likely))
    return { start: likely, end: likely + words.length, errors: 0 };
  const found = fewestErrors(text.slice(from, Math.max(from, end)), words);
  const distance = (match: Range) => Math.abs(from + match.start - likely);
  const [first, ...others] = found;
  if (!first) return null;
  const best = others.reduce((a, b) => (distance(b) < distance(a) ? b : a), first);
  return { start: from + best.start, end: from + best.end, errors: best.errors };
}

const isThere = (text: string, { start, end }: Range, words: string, at: number): boolean =>
  words !== '' && at >= start && at + words.length <= end && text.startsWith(words, at);

/** The search answers with the best places alone, so that a lower limit finds the same ones, if any. */
function fewestErrors(part: string, words: string) {
  const few = search(part, words, Math.floor(words.length * FEW_ERRORS));
  return few.length > 0 ? few : search(part, words, Math.floor(words.length * MOST_ERRORS));
}

/** The share of the words, from 0 to 1, that stand somewhere between two offsets. */
export function shareOf(text: string, range: Range, words: string): number {
  if (words === '') return 0;
  const match = bestMatch(text, range, words, range.start);
  return match ? 1 - match.errors / words.length : 0;
}

/**
 * How much of a quotation stands in a range, from 0 to 1: letter by letter where it is short, by its
 * two ends where it is long or where something was put into it. What is in the range beside the
 * quotation counts against it, by a quarter, by half if it is short. 1 for the very quotation alone.
 */
export function sameQuotation(text: string, range: Range, exact: string): number {
  const length = range.end - range.start;
  if (length === exact.length && text.startsWith(exact, range.start)) return 1;
  const extra = Math.max(0, length - exact.length) / (exact.length < SHORTEST_IN_TWO ? 2 : 4);
  const isWhole =
    exact.length < SHORTEST_IN_TWO ||
    (exact.length <= LONGEST_WHOLE && length <= exact.length * GROWN);
  const share = isWhole ? shareOf(text, range, exact) : sameEnds(text, range, exact);
  return Math.min(LESS_THAN_ALL, share * (1 - extra / Math.max(length, exact.length)));
}

/** What is not letter for letter the quotation is never called so. */
const LESS_THAN_ALL = 0.999;

function sameEnds(text: string, { start, end }: Range, exact: string): number {
  const half = Math.min(END, Math.ceil(exact.length / 2));
  const reach = Math.min(end - start, Math.ceil(half * GROWN));
  const head = shareOf(text, { start, end: start + reach }, exact.slice(0, half));
  const tail = shareOf(text, { start: end - reach, end }, exact.slice(-half));
  return (head + tail) / 2;
}

/** Where a quotation may stand, by its likely beginning; `null` where it is not there at all. */
export function locate(text: string, around: Range, exact: string, likely: number): Range | null {
  if (exact.length <= LONGEST_WHOLE) return bestMatch(text, around, exact, likely);
  const slack = likely - around.start;
  const head = bestMatch(
    text,
    { start: around.start, end: likely + END + slack },
    exact.slice(0, END),
    likely,
  );
  const likelyTail = likely + exact.length - END;
  const tail = bestMatch(
    text,
    { start: Math.max(likelyTail - slack, head?.end ?? 0), end: around.end },
    exact.slice(-END),
    likelyTail,
  );
  return head && tail ? { start: head.start, end: tail.end } : null;
}
