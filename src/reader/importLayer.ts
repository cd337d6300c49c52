import type { MetaField, Review } from '../project/import/review.ts';

/** Where a path or an address is typed. */
export interface ImportLayer {
  kind: 'import';
  words: string;
  /** Number of the reading that is waited for; `null`: none is. */
  request: number | null;
}

/** What was read of a source and is to be decided about. */
export interface ImportPreview {
  /** The source as people know it. */
  source: string;
  /** What it is called where it has no title. */
  name: string;
  notes: readonly string[];
  review: Review;
}

/** The page of an import that is not written yet. */
export interface ReviewLayer extends ImportPreview {
  kind: 'review';
  past: readonly Review[];
  future: readonly Review[];
  /** Index of a block. */
  cursor: number;
  asks: ReviewAsk | null;
  /** Whether it is on its way to the disk: nothing can be changed any more. */
  writing: boolean;
}

/** What is waited for: a field's words, or the place of a split as a UTF-16 offset of the block's words. */
export type ReviewAsk =
  | { kind: 'field'; field: MetaField; draft: string }
  | { kind: 'split'; at: number };
