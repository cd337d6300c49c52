import type { Range } from '../model/annotation.ts';
import { Fault, UsageFault } from '../model/fault.ts';
import { allMatches, wordsPattern } from '../model/matching.ts';
import type { Transcript } from '../model/transcript.ts';

const WHERE = /^(?<first>\d{1,9})(?:-(?<last>\d{1,9})|:(?<from>\d{1,9})-(?<to>\d{1,9}))?$/;
const MOST_LISTED = 5;

/**
 * The range (UTF-16, half-open) that WHERE names: `12` a paragraph, `12-14` one passage over three,
 * `12:5-40` graphemes 5 to 40 of ¶ 12, from 1, both included. Throws a UsageFault where WHERE is none
 * of these, a Fault where the text has no such place.
 */
export function rangeAt(transcript: Transcript, where: string): Range {
  const groups = WHERE.exec(where)?.groups;
  if (!groups)
    throw new UsageFault(
      `${where}: not a place. Give a paragraph (12), several (12-14) or characters (12:5-40)`,
    );
  const first = paragraphBounds(transcript, Number(groups.first));
  if (groups.from !== undefined)
    return graphemes(transcript, Number(groups.first), Number(groups.from), Number(groups.to));
  if (groups.last === undefined) return first;
  if (Number(groups.last) < Number(groups.first))
    throw new UsageFault(`${where}: ends before it begins. Put the smaller number first`);
  return { start: first.start, end: paragraphBounds(transcript, Number(groups.last)).end };
}

function paragraphBounds({ id, paragraphs }: Transcript, n: number): Range {
  if (paragraphs.count === 0) throw new Fault(`${id}: the text is empty, there is nothing to tag`);
  if (n < 1 || n > paragraphs.count)
    throw new Fault(`${id}: no ¶ ${n}. It has ¶ 1 to ¶ ${paragraphs.count}`);
  const { start, end } = paragraphs.at(n - 1);
  return { start, end };
}

function graphemes(transcript: Transcript, n: number, from: number, to: number): Range {
  if (from < 1 || to < from)
    throw new UsageFault(
      `${n}:${from}-${to}: characters count from 1, and the smaller number stands first`,
    );
  const { start, end } = paragraphBounds(transcript, n);
  const range = graphemeRange(transcript.text.slice(start, end), from, to);
  if ('count' in range)
    throw new Fault(
      `${transcript.id}: ¶ ${n} has ${range.count} characters, not ${to}. Give an end up to ${range.count}`,
    );
  return { start: start + range.start, end: start + range.end };
}

function graphemeRange(text: string, from: number, to: number): Range | { count: number } {
  let count = 0;
  let start = 0;
  for (const { index, segment } of new Intl.Segmenter('en', { granularity: 'grapheme' }).segment(
    text,
  )) {
    count++;
    if (count === from) start = index;
    if (count === to) return { start, end: index + segment.length };
  }
  return { count };
}

/**
 * The range of a quotation, white space, quotation marks and composition aside. Throws a Fault where
 * it is not in the text, or where it fits in several places: those are listed.
 */
export function rangeOfQuote(transcript: Transcript, quote: string): Range {
  const pattern = wordsPattern(quote, { case: 'exact' });
  if (pattern === null)
    throw new UsageFault('--quote: no words given. Copy the passage from the text');
  const found = allMatches(transcript.text, pattern, 1000);
  const [only] = found;
  if (only === undefined)
    throw new Fault(
      `${transcript.id}: these words are not in the text. "marginalia show ${transcript.id}" prints it`,
    );
  if (found.length > 1)
    throw new Fault(
      `${transcript.id}: these words stand in ${found.length} places (${places(transcript, found)}). Quote more of them, or give the place`,
    );
  return only;
}

function places(transcript: Transcript, found: readonly Range[]): string {
  const listed = found
    .slice(0, MOST_LISTED)
    .map(({ start, end }) => placeOf(transcript, start, end));
  return listed.join(', ') + (found.length > MOST_LISTED ? ' …' : '');
}

/** A place as WHERE writes it: `12:5-40`; several paragraphs as `12-14`. */
function placeOf({ text, paragraphs }: Transcript, start: number, end: number): string {
  const touched = paragraphs.touchedBy(start, end);
  if (!touched) return '¶ ?';
  if (touched.first !== touched.last) return `${touched.first + 1}-${touched.last + 1}`;
  const paragraph = paragraphs.at(touched.first);
  const count = (from: number, to: number) =>
    [...new Intl.Segmenter('en', { granularity: 'grapheme' }).segment(text.slice(from, to))].length;
  const before = count(paragraph.start, start);
  return `${paragraph.n}:${before + 1}-${before + count(start, end)}`;
}
