import type { SearchQuery } from '../model/searchQuery.ts';

/** A hit in any transcript with the words around it. Offsets are UTF-16, half-open. */
export interface ListedHit {
  /** The transcript's id. */
  text: string;
  /** Index of the paragraph that it begins in, from 0. */
  paragraph: number;
  start: number;
  end: number;
  before: string;
  match: string;
  after: string;
}

/** More hits are counted and not listed: nobody reads them all. */
export const MOST_LISTED = 10_000;

/** What was found since the last batch, and how far it is. */
export interface HitsBatch {
  hits: readonly ListedHit[];
  /** All hits so far, and the transcripts that have any. */
  total: number;
  texts: number;
  /** Transcripts that were looked through, of how many. */
  done: number;
  of: number;
  /** Why the expression is none; `null` when all is well. */
  problem: string | null;
}

/** Hits in all transcripts. They go on coming while the list is not open. */
export interface HitsList extends HitsBatch {
  query: SearchQuery;
  /** Number of the search; answers to earlier ones are dropped. */
  request: number;
  isWhole: boolean;
}

/** Hits in the order of the transcripts, or by the words behind or before them. */
export const HIT_ORDERS = ['place', 'after', 'before'] as const;
export type HitOrder = (typeof HIT_ORDERS)[number];

/** The page that lists hits, keyword in context. */
export interface HitsLayer {
  kind: 'hits';
  cursor: number;
  order: HitOrder;
}
