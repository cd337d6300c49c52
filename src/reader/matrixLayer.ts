import type { Nearness } from '../model/coOccurrence.ts';

/** Themes by transcript or by theme, where they stand, and what is not tagged. */
export interface MatrixLayer {
  kind: 'matrix';
  view: 'texts' | 'pairs' | 'where' | 'coverage';
  /** Index into the themes. */
  row: number;
  /** Index into the transcripts, or the themes of pairs; behind the last one: all together. */
  column: number;
  /** Index into `NEARNESSES`. */
  near: number;
  shares: boolean;
  /** Whose tags are counted; `null`: everybody's. */
  coder: string | null;
}

/** What a number of the matrix counts of a theme. */
export interface MatrixCell {
  /** The transcript's id; `null`: in all of them. */
  text: string | null;
  coder: string | null;
  /** Only where it stands together with this theme, whose passages are listed as well; `pairs`: how often. */
  beside: { theme: string; near: Nearness; pairs: number } | null;
}
