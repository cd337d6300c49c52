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

/** Texts that differ in more lines or words are not compared further: one was put in place of the other. */
const MOST_DIFFERENCES = 2_000;

/**
 * How a text became another, in order and without gaps: what is the same, and what was put in the place
 * of what. Lines are compared, in lines that differ words, and of words that differ the letters at their
 * ends; clusters stay whole. The same texts give the same changes. The cost grows with the differences,
 * not with the length.
 */
export function changesBetween(before: string, after: string): Change[] {
  const was = { start: 0, end: before.length };
  const is = { start: 0, end: after.length };
  return joined(compare(before, after, { kept: false, was, is }, LEVELS));
}

/** What is compared: parts of a text, and where one may be cut between two of them. */
interface Level {
  /** `null`: nothing is smaller. */
  split: ((text: string) => string[]) | null;
  cuts(text: string, at: number): boolean;
}

const segmenter = new Intl.Segmenter('en', { granularity: 'word' });
const LETTER = /[\p{L}\p{N}\p{M}]/u;
const isLetter = (text: string, at: number) => LETTER.test(text[at] ?? '');
const isWhole = (text: string, at: number) => cutAtOrBefore(text, at, 0) === at;

const LEVELS: readonly Level[] = [
  {
    split: text => text.match(/[^\n]+|\n+/g) ?? [],
    cuts: (text, at) =>
      at === 0 || at === text.length || (text[at - 1] === '\n') !== (text[at] === '\n'),
  },
  {
    split: text => Array.from(segmenter.segment(text), ({ segment }) => segment),
    cuts: (text, at) => !(isLetter(text, at - 1) && isLetter(text, at)) && isWhole(text, at),
  },
  { split: null, cuts: isWhole },
];

/** The changes inside one: its ends that are the same, then its lines, words or letters. */
function compare(
  before: string,
  after: string,
  change: Change,
  levels: readonly Level[],
): Change[] {
  const [level, ...finer] = levels;
  if (!level) return [change];
  const [head, middle, tail] = withoutEnds(before, after, change, level);
  return [head, ...compareMiddle(before, after, middle, [level, ...finer]), tail].filter(isFilled);
}

function compareMiddle(
  before: string,
  after: string,
  change: Change,
  [level, ...finer]: readonly Level[],
): Change[] {
  const { was, is } = change;
  if (!level?.split || was.start === was.end || is.start === is.end) return [change];
  const [old, now] = [before.slice(was.start, was.end), after.slice(is.start, is.end)];
  const found = diffArrays(level.split(old), level.split(now), {
    maxEditLength: MOST_DIFFERENCES,
  });
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
      // A line end between lines that differ is no landmark: the words may stand in other lines now.
      kept: !added && !removed && !value.every(token => token.startsWith('\n')),
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

/** What is the same at both ends of a change, in whole parts, and what is between them. */
function withoutEnds(
  before: string,
  after: string,
  { was, is }: Change,
  level: Level,
): [Change, Change, Change] {
  const head = sameHead(before, after, { was, is }, level);
  const [rest, room] = [was.start + head, is.start + head];
  const left = { was: { start: rest, end: was.end }, is: { start: room, end: is.end } };
  const tail = sameTail(before, after, left, level);
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

type Pair = Pick<Change, 'was' | 'is'>;

const shorter = ({ was, is }: Pair) => Math.min(was.end - was.start, is.end - is.start);

function sameHead(before: string, after: string, pair: Pair, { cuts }: Level): number {
  const { was, is } = pair;
  const most = shorter(pair);
  let same = 0;
  while (same < most && before[was.start + same] === after[is.start + same]) same++;
  while (same > 0 && !(cuts(before, was.start + same) && cuts(after, is.start + same))) same--;
  return same;
}

function sameTail(before: string, after: string, pair: Pair, { cuts }: Level): number {
  const { was, is } = pair;
  const most = shorter(pair);
  let same = 0;
  while (same < most && before[was.end - 1 - same] === after[is.end - 1 - same]) same++;
  while (same > 0 && !(cuts(before, was.end - same) && cuts(after, is.end - same))) same--;
  return same;
}
