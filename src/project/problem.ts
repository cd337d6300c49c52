export type ProblemKind =
  | 'unreadable'
  | 'not-utf8'
  | 'front-matter'
  | 'name-clash'
  | 'unsafe-name'
  | 'broken-file'
  | 'newer-version'
  | 'no-text'
  | 'orphaned'
  | 'ambiguous'
  | 'similar'
  | 'duplicate'
  | 'duplicate-id'
  | 'unknown-theme'
  | 'circle'
  | 'doubled-key'
  | 'conflict-copy'
  | 'stale-lock'
  | 'left-over';

/** One thing that is wrong. `file` is relative to the project, with `/` between the names. */
export interface Problem {
  kind: ProblemKind;
  file: string;
  message: string;
  /** The UUID of the annotation that it is about, where its place is not certain. */
  annotation?: string;
  /** The places that may be its passage now, the likeliest first. */
  candidates?: readonly ProblemPlace[];
}

/** A place as `check --accept --candidate` counts it. */
export interface ProblemPlace {
  /** From 1. */
  candidate: number;
  /** The number of its first paragraph, from 1. */
  paragraph: number;
  quote: string;
  /** How much of the stored quotation stands there, from 0 to 1. */
  same: number;
}

/** Takes a problem; `path` as the file system knows it. */
export type Report = (
  kind: ProblemKind,
  path: string,
  message: string,
  more?: Pick<Problem, 'annotation' | 'candidates'>,
) => void;
