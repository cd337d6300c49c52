import type { Anchor } from './annotation.ts';

/**
 * An annotation as every `--json` answer and every digest shows it. `start` and `end` are code
 * points, half-open, of the text as it is now; they are `null` for a passage that could not be placed
 * for certain, whose `quote` is then the stored one.
 */
export interface AnnotationRecord {
  id: string;
  text: string;
  theme: string | null;
  coder: string;
  /** Numbers of the paragraphs that the passage touches, from 1. */
  paragraphs: number[];
  start: number | null;
  end: number | null;
  quote: string | null;
  memo: string | null;
  key: boolean;
  created: string;
  modified: string;
  anchor: { kind: Anchor['kind']; score: number | null };
}

/** An annotation with what a reader needs to cite it. */
export interface CitedRecord extends AnnotationRecord {
  title: string;
  speaker: string | null;
  date: string | null;
  source: string | null;
  /** Who speaks in the paragraph in which the passage begins, where the text names them by turns. */
  turn: string | null;
  /** The time of that paragraph, as the text gives it. */
  time: string | null;
  /** The page on which it begins, where the transcript knows its pages. */
  page: string | null;
}
