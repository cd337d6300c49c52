import type { Range } from './annotation.ts';
import { allMatches, wordsPattern } from './matching.ts';
import type { Paragraphs } from './paragraphs.ts';

/** A text as it is searched. */
export interface Searched {
  text: string;
  paragraphs: Paragraphs;
}

/**
 * Finds the hits that begin in the paragraphs with the indexes `first` to `last`, both included: in
 * text order, not empty, apart from each other.
 */
export type Finder = (searched: Searched, first: number, last: number) => Range[];

/** Blank lines between two words of a query count as white space; more of it than this ends the search for the second. UTF-16 units. */
const LONGEST_GAP = 2000;

/** A finder for words as a reader means them, case-smart; `null` where there are none. */
export function wordsFinder(words: string): Finder | null {
  const pattern = wordsPattern(words, { case: 'smart' });
  if (pattern === null) return null;
  const beyond = words.length * 3 + LONGEST_GAP;
  return ({ text, paragraphs }, first, last) => {
    const from = paragraphs.startOf(first);
    const until = paragraphs.endOf(last);
    // A slice, for otherwise a window without a hit is read to the end of the text.
    const part = text.slice(from, until + beyond);
    return allMatches(part, pattern)
      .map(hit => ({ start: hit.start + from, end: hit.end + from }))
      .filter(hit => hit.start < until);
  };
}

/** More are not counted in one transcript where somebody walks from hit to hit: nobody gets that far. */
export const MOST_HITS = 100_000;

/** Searched at once: a fraction of a frame for words, some milliseconds for an expression. UTF-16 units. */
const WINDOW = 100_000;

/**
 * The hits of a whole text, window by window, so that whoever asks can do something else in between.
 * A window is some paragraphs, one at least.
 */
export function* hitsByWindow(find: Finder, searched: Searched): Generator<readonly Range[]> {
  const { paragraphs } = searched;
  let reached = 0;
  for (let first = 0; first < paragraphs.count; ) {
    const last = Math.max(first, paragraphs.indexAt(paragraphs.startOf(first) + WINDOW) - 1);
    const hits = find(searched, first, last).filter(hit => hit.start >= reached);
    reached = hits.at(-1)?.end ?? reached;
    yield hits;
    first = last + 1;
  }
}

/** All hits at once, at most `most`. */
export function allHits(
  find: Finder,
  searched: Searched,
  most = Number.POSITIVE_INFINITY,
): Range[] {
  const found: Range[] = [];
  for (const hits of hitsByWindow(find, searched)) {
    for (const hit of hits) {
      if (found.length >= most) return found;
      found.push(hit);
    }
  }
  return found;
}
