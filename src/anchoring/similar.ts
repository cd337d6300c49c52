import type { Range, Selector } from '../model/annotation.ts';
import { cutsPair } from './cuts.ts';
import { type Find, findIn } from './finder.ts';
import { type Likeness, likeness } from './likeness.ts';
import { occurrences } from './occurrences.ts';
import { bracketed, type Region, regionsFor, tolerance } from './regions.ts';
import { locate } from './sameness.ts';
import type { AnchorSubject } from './subject.ts';

/** So many places are looked at closely. */
const MOST_REGIONS = 8;
/** How far around where it stood is looked first, in UTF-16 units beside the quotation's own length. */
const NEARBY = 3_000;
/** So many units at either end of a quotation say where it begins and ends. */
const TELLING = 8;
const LONGEST_WORD = 24;
/** A place with less than this part of what speaks for the likeliest is not looked at. */
const WORTH_A_LOOK = 5;
/** A place nearby that fits so well is not looked for anywhere else. */
const BEYOND_DOUBT = 0.9;

/**
 * The places that are like what a selector describes, best first, none overlapping a better one: near
 * where the passage stood, and if none there is beyond doubt, anywhere. `exact`: places where the
 * very quotation stands (UTF-16 starts), which are candidates in any case. Bounded: at most eight
 * places are compared closely, and of a long quotation its ends.
 */
export function similarPlaces(
  subject: AnchorSubject,
  selector: Selector,
  exact: readonly number[] = [],
): Likeness[] {
  if (selector.exact === '') return [];
  if (exact.length > 0) return lookedUp(subject, selector, exact);
  const known = lastFound.get(selector);
  if (known?.text === subject.text) return known.places;
  const places = lookedUp(subject, selector, exact);
  lastFound.set(selector, { text: subject.text, places });
  return places;
}

/** Who shows the places of a passage asks again for what found it. */
const lastFound = new WeakMap<Selector, { text: string; places: Likeness[] }>();

function lookedUp(
  subject: AnchorSubject,
  selector: Selector,
  exact: readonly number[],
): Likeness[] {
  const { text, codePoints } = subject;
  const stood = selector.start < 0 ? null : codePoints.toUtf16(selector.start);
  const quoted = exact.map(start => ({ start, end: start + selector.exact.length }));
  if (stood !== null && exact.length === 0) {
    const near = nearby(text, selector, stood);
    if ((near[0]?.score ?? 0) >= BEYOND_DOUBT) return near;
  }
  const ranges = [...quoted, ...candidates(text, findIn(subject), selector, stood)];
  return ranked(ranges.map(range => likeness(text, selector, range, stood)));
}

function nearby(text: string, selector: Selector, stood: number): Likeness[] {
  const from = Math.max(0, stood - NEARBY);
  const part = text.slice(from, stood + selector.exact.length + NEARBY);
  const inPart: Find = (words, most) => occurrences(part, words, most);
  const ranges = candidates(part, inPart, selector, stood - from).map(({ start, end }) => ({
    start: start + from,
    end: end + from,
  }));
  return ranked(ranges.map(range => likeness(text, selector, range, stood)));
}

function candidates(text: string, find: Find, selector: Selector, stood: number | null): Range[] {
  const brackets = bracketed(find, selector).slice(0, MOST_REGIONS);
  const found = likely(regionsFor(find, selector, stood)).flatMap(
    region => placeIn(text, selector, region) ?? [],
  );
  return [...brackets.map(range => trimmed(text, range, selector.exact)), ...found].map(range =>
    onWords(text, range, selector),
  );
}

/** Words that stand between the context and the quotation are not the passage's. */
function trimmed(text: string, { start, end }: Range, exact: string): Range {
  const words = text.slice(start, end);
  const first = words.indexOf(exact.slice(0, TELLING));
  const last = words.lastIndexOf(exact.slice(-TELLING));
  const from = first > 0 ? start + first : start;
  const to = last >= 0 ? start + last + Math.min(TELLING, exact.length) : end;
  return to > from ? { start: from, end: to } : { start, end };
}

const likely = (regions: readonly Region[]): readonly Region[] =>
  regions
    .slice(0, MOST_REGIONS)
    .filter(({ weight }) => weight * WORTH_A_LOOK >= (regions[0]?.weight ?? 0));

function placeIn(text: string, { exact }: Selector, { first, last }: Region): Range | null {
  const slack = tolerance(exact);
  const around = { start: Math.max(0, first - slack), end: last + exact.length + slack };
  const found = locate(text, around, exact, Math.max(around.start, first));
  return found && { start: found.start, end: found.end };
}

const LETTER = /[\p{L}\p{N}\p{M}]/u;
const isLetter = (text: string, at: number) => LETTER.test(text[at] ?? '');
const isInWord = (text: string, at: number) => isLetter(text, at - 1) && isLetter(text, at);

/** A passage that began and ended with whole words does so again; a surrogate pair is never cut. */
function onWords(text: string, { start, end }: Range, { prefix, exact, suffix }: Selector): Range {
  const begins = !isInWord(prefix + exact, prefix.length);
  const ends = !isInWord(exact + suffix, exact.length);
  return {
    start: begins ? wordBound(text, start) : start - Number(cutsPair(text, start)),
    end: ends ? wordBound(text, end) : end + Number(cutsPair(text, end)),
  };
}

/** The nearest offset that is not inside a word; the one before it of two that are as near. */
function wordBound(text: string, at: number): number {
  for (let by = 0; by <= LONGEST_WORD; by++) {
    if (!isInWord(text, at - by) && !cutsPair(text, at - by)) return Math.max(0, at - by);
    if (!isInWord(text, at + by) && !cutsPair(text, at + by)) return Math.min(text.length, at + by);
  }
  return cutsPair(text, at) ? at - 1 : at;
}

/** Best first; of two that overlap the better one alone. */
function ranked(all: readonly Likeness[]): Likeness[] {
  const kept: Likeness[] = [];
  for (const one of all.toSorted((a, b) => b.score - a.score || a.start - b.start)) {
    if (!kept.some(better => better.start < one.end && one.start < better.end)) kept.push(one);
  }
  return kept;
}
