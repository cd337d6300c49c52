import type { Range, Selector } from '../model/annotation.ts';
import type { Find } from './finder.ts';

/** Where a changed quotation may begin, and how much speaks for it. */
export interface Region {
  /** UTF-16; the words that speak for it say between these two. */
  first: number;
  last: number;
  weight: number;
}

/** Context this long that stands in the text is a strong sign; shorter words stand everywhere. */
const SHORTEST_CONTEXT = 12;
const LONGEST_CONTEXT = 32;
/** Pieces of the quotation that are looked for: so many at most, each so long in UTF-16 units. */
const MOST_PIECES = 16;
const PIECE = 14;
/** A passage that became longer than so many times itself is another one. */
const MOST_GROWN = 4;
/** Words with more places than this say nothing about where a passage is. */
const MOST_PLACES = 24;

/**
 * Where the quotation may begin, what most words speak for first: behind its prefix, before its
 * suffix, and where pieces of it stand unchanged. Costs a scan of the text for each of at most
 * eighteen words. `stood`: where it began, or `null`.
 */
export function regionsFor(find: Find, selector: Selector, stood: number | null): Region[] {
  const { exact } = selector;
  const votes: [start: number, weight: number][] = [
    ...endsOf(find, selector.prefix).map(end => [end, 3] as [number, number]),
    ...startsOf(find, selector.suffix).map(at => [at - exact.length, 3] as [number, number]),
    ...pieceVotes(find, exact),
  ];
  if (stood !== null) votes.push([stood, 1]);
  return clusters(votes, tolerance(exact));
}

/** How far apart two signs of one and the same place may be, in UTF-16 units. */
export const tolerance = (exact: string): number =>
  Math.max(16, Math.min(200, Math.ceil(exact.length / 4)));

/** Ranges between the prefix and the suffix where both stand and what is between them is not too long. */
export function bracketed(find: Find, { prefix, exact, suffix }: Selector): Range[] {
  const starts = endsOf(find, prefix);
  const ends = startsOf(find, suffix);
  const longest = exact.length * MOST_GROWN + 24;
  return starts.flatMap(start => {
    const end = ends.find(one => one > start);
    return end !== undefined && end - start <= longest ? [{ start, end }] : [];
  });
}

function endsOf(find: Find, prefix: string): number[] {
  const words = prefix.slice(-LONGEST_CONTEXT);
  if (words.length < SHORTEST_CONTEXT) return [];
  return telling(find, words).map(at => at + words.length);
}

function startsOf(find: Find, suffix: string): number[] {
  const words = suffix.slice(0, LONGEST_CONTEXT);
  return words.length < SHORTEST_CONTEXT ? [] : telling(find, words);
}

function telling(find: Find, words: string): number[] {
  const found = find(words, MOST_PLACES + 1);
  return found.length > MOST_PLACES ? [] : found;
}

function pieceVotes(find: Find, exact: string): [number, number][] {
  const step = Math.max(PIECE, Math.ceil(exact.length / MOST_PIECES));
  const votes: [number, number][] = [];
  for (let at = 0; at + PIECE <= exact.length; at += step) {
    for (const found of telling(find, exact.slice(at, at + PIECE))) votes.push([found - at, 1]);
  }
  return votes;
}

function clusters(votes: [start: number, weight: number][], apart: number): Region[] {
  const regions: Region[] = [];
  for (const [start, weight] of votes.sort((a, b) => a[0] - b[0])) {
    const last = regions.at(-1);
    if (last && start - last.last <= apart && start - last.first <= 4 * apart) {
      last.last = start;
      last.weight += weight;
    } else regions.push({ first: start, last: start, weight });
  }
  return regions.sort((a, b) => b.weight - a.weight || a.first - b.first);
}
