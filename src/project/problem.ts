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
  | 'conflict-copy'
  | 'stale-lock'
  | 'left-over';

/** One thing that is wrong. `file` is relative to the project, with `/` between the names. */
export interface Problem {
  kind: ProblemKind;
  file: string;
  message: string;
}

/** Takes a problem; `path` as the file system knows it. */
export type Report = (kind: ProblemKind, path: string, message: string) => void;
