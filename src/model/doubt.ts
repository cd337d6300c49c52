import type { Placed, Range, Selector } from './annotation.ts';

/** How well a place fits: shares from 0 to 1, `null` where there are no such words to compare. */
export interface Fit {
  quotation: number;
  before: number | null;
  after: number | null;
  /** UTF-16 units from where the passage stood; `null`: nobody knows. */
  moved: number | null;
}

/** How words differ from what they were: UTF-16 offsets, half-open, in order. */
export interface Changes {
  /** Of the stored quotation: what is not there any more. */
  gone: readonly Range[];
  /** Of the words as they are now: what is new in them. */
  added: readonly Range[];
}

/** A place that may be an annotation's passage now. */
export interface Candidate {
  /** In the transcript, UTF-16, half-open. */
  range: Range;
  /** Index of its first paragraph, from 0. */
  paragraph: number;
  quote: string;
  changes: Changes;
  fit: Fit;
  /** Made for this place: what the annotation points with once somebody says that this is it. */
  selector: Selector;
  /** Whether the coder has the same theme on this very passage already. */
  taken: boolean;
}

/** An annotation that could not be placed for certain, with what may be its passage now. */
export interface Doubt {
  placed: Placed;
  /** The transcript's title. */
  title: string;
  /** Index of the paragraph in which it would begin if nothing had moved, from 0; `null` in an empty text. */
  near: number | null;
  /** The likeliest first. */
  candidates: readonly Candidate[];
  /** How many places there are, those left out of `candidates` included. */
  places: number;
}

/** A share as people read it: what is not letter for letter the same is never called all of it. */
export const percent = (share: number): number =>
  share === 1 ? 100 : Math.min(99, Math.round(share * 100));
