/**
 * An edit of a transcript's file: one stretch of its content, as decoded, with its BOM and its line ends
 * as they are, gets other words. Annotations of all coders follow when it is written.
 */
export interface Rewrite {
  /** The transcript's id. */
  text: string;
  /** Where the stretch begins: UTF-16 offset into the file's content. */
  at: number;
  /** What stands there, and what is to stand there. */
  before: string;
  after: string;
  /** Of the whole file's bytes before and after, in hexadecimal. */
  sha256Before: string;
  sha256After: string;
  /** Ids of annotations that are known to lose their place by it: somebody has accepted that. */
  lost: readonly string[];
  /** The annotation files as they were before it was written; known once it is. */
  pages: readonly PageCopy[];
  /** Whether it takes another one back: then annotation files are put back as they were. */
  undoes: boolean;
}

/** A coder's annotation file on one transcript, as it was before it was changed. */
export interface PageCopy {
  coder: string;
  /** Its bytes. */
  bytes: Uint8Array;
  /** Of what was written in their place, in hexadecimal: only that is put back. */
  replacedBy: string;
}

/** The edit that takes an edit back. */
export const turnedRewrite = (rewrite: Rewrite): Rewrite => ({
  ...rewrite,
  before: rewrite.after,
  after: rewrite.before,
  sha256Before: rewrite.sha256After,
  sha256After: rewrite.sha256Before,
  lost: [],
  undoes: !rewrite.undoes,
});
