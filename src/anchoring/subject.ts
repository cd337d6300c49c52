import { type CodePoints, codePointsOf } from '../model/codePoints.ts';

/** A text that selectors are made for and found in, with its position converter, built once a text. */
export interface AnchorSubject {
  /** The transcript's text: no BOM, LF line ends. */
  text: string;
  codePoints: CodePoints;
}

/** The subject for a text. Costs one scan of it; keep the answer as long as the text. */
export const anchorSubject = (text: string): AnchorSubject => ({
  text,
  codePoints: codePointsOf(text),
});
