import { diffArrays } from 'diff';
import type { Range } from '../model/annotation.ts';
import { cutAtOrBefore } from './cuts.ts';

/**
 * A stretch of the old text and what stands in its place in the new one, UTF-16 and half-open; a kept
 * one is the same words. `was` is empty where something was put in, `is` where something was taken out.
 */
export interface Change {
  kept: boolean;
  was: Range;
  is: Range;
}

/** From this length on, in UTF-16 units, lines are compared before words. */
const LONG = 20_000;
/** Texts that differ in more lines or words are not compared further: one was put in place of the other. */
const MOST_DIFFERENCES = 2_000;

/**
 * How a text became another, in order and without gaps: what is the same, and what was put in the place
 * of what. Words are compared, and the letters at the ends of words that differ; clusters stay whole.
 * The same texts give the same changes. The cost grows with the differences, not with the length.
 */
export function changesBetween(before: string, after: string): Change[] {
  const all = { start: 0, end: before.length };
  return joined(
    compare(before, after, { kept: false, was: all, is: { start: 0, end: after.length } }, LEVELS),
  );
}

type Split = (text: string) => string[];

const lines: Split = text => text.match(/[^\n]*\n+|[^\n]+$/g) ?? [];
const segmenter = new Intl.Segmenter('en', { granularity: 'word' });
const words: Split = text => Array.from(segmenter.segment(text), ({ segment }) => segment);
const LEVELS: readonly Split[] = [lines, words];

/** The changes inside one: its ends that are the same, then its lines or words. */
function compare(
  before: string,
  after: string,
  change: Change,
  levels: readonly Split[],
): Change[] {
  const [head, middle, tail] = withoutEnds(before, after, change);
  return [head, ...compareMiddle(before, after, middle, levels), tail].filter(isFilled);
}

function compareMiddle(
  before: string,
  after: string,
  change: Change,
  [level, ...finer]: readonly Split[],
): Change[] {
  const { was, is } = change;
  if (level === undefined || was.start === was.end || is.start === is.end) return [change];
  const isShort = was.end - was.start + is.end - is.start < LONG;
  if (isShort && finer.length > 0) return compareMiddle(before, after, change, finer);
  const found = diffArrays(
    level(before.slice(was.start, was.end)),
    level(after.slice(is.start, is.end)),
    { maxEditLength: MOST_DIFFERENCES },
  );
  if (!found) return [change];
  return placed(found, change).flatMap(one =>
    one.kept ? [one] : compare(before, after, one, finer),
  );
}

/** What was found, with its place in both texts; what was taken out and put in at one place is one change. */
function placed(
  found: readonly { value: string[]; added: boolean; removed: boolean }[],
  { was, is }: Change,
): Change[] {
  const changes: Change[] = [];
  let [from, to] = [was.start, is.start];
  for (const { value, added, removed } of found) {
    const length = value.reduce((sum, token) => sum + token.length, 0);
    const one = {
      kept: !added && !removed,
      was: { start: from, end: added ? from : from + length },
      is: { start: to, end: removed ? to : to + length },
    };
    [from, to] = [one.was.end, one.is.end];
    changes.push(one);
  }
  return joined(changes);
}

/** Neighbours of the same kind as one. */
function joined(changes: readonly Change[]): Change[] {
  const all: Change[] = [];
  for (const change of changes) {
    const last = all.at(-1);
    if (last?.kept === change.kept) {
      last.was = { start: last.was.start, end: change.was.end };
      last.is = { start: last.is.start, end: change.is.end };
    } else all.push({ ...change });
  }
  return all;
}

const isFilled = ({ was, is }: Change): boolean => was.end > was.start || is.end > is.start;

/** What is the same at both ends of a change, and what is between them. */
function withoutEnds(before: string, after: string, { was, is }: Change): [Change, Change, Change] {
  const head = sameHead(before, after, was, is);
  const [rest, room] = [was.start + head, is.start + head];
  const tail = sameTail(before, after, { start: rest, end: was.end }, { start: room, end: is.end });
  const kept = (from: number, to: number, length: number): Change => ({
    kept: true,
    was: { start: from, end: from + length },
    is: { start: to, end: to + length },
  });
  return [
    kept(was.start, is.start, head),
    {
      kept: false,
      was: { start: rest, end: was.end - tail },
      is: { start: room, end: is.end - tail },
    },
    kept(was.end - tail, is.end - tail, tail),
  ];
}

function sameHead(before: string, after: string, was: Range, is: Range): number {
  const most = Math.min(was.end - was.start, is.end - is.start);
  let same = 0;
  while (same < most && before[was.start + same] === after[is.start + same]) same++;
  // A mark that was put on a letter changes the letter.
  const whole = cutAtOrBefore(before, was.start + same, was.start) - was.start;
  return cutAtOrBefore(after, is.start + Math.min(same, whole), is.start) - is.start;
}

function sameTail(before: string, after: string, was: Range, is: Range): number {
  const most = Math.min(was.end - was.start, is.end - is.start);
  let same = 0;
  while (same < most && before[was.end - 1 - same] === after[is.end - 1 - same]) same++;
  while (same > 0 && !(isCut(before, was.end - same, was) && isCut(after, is.end - same, is)))
    same--;
  return same;
}

/** Whether a cut leaves the clusters on both sides whole. */
const isCut = (text: string, at: number, { start }: Range): boolean =>
  cutAtOrBefore(text, at, start) === at;
