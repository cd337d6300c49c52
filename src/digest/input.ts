import type { Theme } from '../model/codebook.ts';
import type { CitedRecord } from '../model/record.ts';

/** A transcript as a digest names it. */
export interface DigestText {
  id: string;
  title: string;
  speaker: string | null;
  date: string | null;
  source: string | null;
  /** Of the text as UTF-8, in hexadecimal: what the quotations were taken from. */
  sha256: string;
  /** Code points. */
  length: number;
}

export interface DigestOptions {
  /** Key quotations only; memos without a theme are not touched by it. */
  keyOnly: boolean;
  /** Memos without a theme come last. */
  notes: boolean;
  /** What the document's sections are; the JSON form is by theme whatever it says. */
  groupBy: 'theme' | 'text' | 'speaker';
  /** A passage with several of the chosen themes is drawn once, with all their marks; else with each theme. */
  once?: boolean;
  /** The memos of annotations are left out. */
  withoutMemos?: boolean;
  /** The table theme × transcript is left out. */
  withoutTable?: boolean;
}

/** All that a digest is made of: the same input gives the same bytes, in whatever order `records` arrive. */
export interface DigestInput {
  title: string;
  /** The chosen themes, in codebook order. */
  themes: readonly Theme[];
  /**
   * The annotations of the chosen themes, coders and transcripts with their places in the texts as
   * they are now, merges followed, the uncertain ones included. Those of other themes are passed over.
   */
  records: readonly CitedRecord[];
  /** The chosen transcripts, in the order in which they are to appear. */
  texts: readonly DigestText[];
  options: DigestOptions;
}
