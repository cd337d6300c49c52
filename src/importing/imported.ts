/**
 * What every format is turned into before it becomes a transcript: blocks as a reader sees them. A
 * reader of a format takes bytes and knows nothing of files, projects or the network.
 */
export interface ImportedText {
  blocks: readonly ImportedBlock[];
  meta: ImportedMeta;
  /** What the user should know, a line each: 'read as windows-1252'. */
  notes: readonly string[];
  /**
   * The source's own words, line ends as LF, where they already read as the blocks do: written as they
   * are unless a block is left out. Absent where the text has to be made of the blocks.
   */
  body?: string | undefined;
}

export interface ImportedBlock {
  kind: 'heading' | 'paragraph' | 'item' | 'table' | 'note';
  /** 1 to 6 for a heading, from 1 for an item of a list; else 0. */
  level: number;
  /**
   * The words: hard-wrapped lines joined, soft hyphens gone; a `\n` only where the source means one.
   * An item of a numbered list begins with its number (`2. `), others without any mark.
   */
  text: string;
  /** Who speaks, where the source says so by its form (a bold name, `Q:`, a voice of a cue). */
  speaker: string | null;
  /** When it is said, as `HH:MM:SS`. */
  time: string | null;
  /** The page it begins on, as printed or counted. */
  page: string | null;
  /** Why it is proposed to be left out, in a few words; `null` where it belongs to the text. */
  drop: string | null;
}

/** As the source tells them; `null` where it does not. `date` is ISO 8601 if it could be read as a date. */
export interface ImportedMeta {
  title: string | null;
  speaker: string | null;
  date: string | null;
  source: string | null;
  publisher: string | null;
  language: string | null;
  licence: string | null;
  /** Front matter of the source's own; what it says under the names above counts as well. */
  fields?: Readonly<Record<string, unknown>> | undefined;
}

/** What a reader of a format answers. A refusal is one line for people, without the file's name. */
export type ImportOutcome =
  | { kind: 'read'; text: ImportedText }
  | { kind: 'refused'; reason: string };

/** What is known about bytes from outside them. */
export interface ImportContext {
  /** The file's name or the last part of the URL's path, with its ending; empty for standard input. */
  name: string;
  /** The address that a page came from, for relative links and for the source; `null` for a file. */
  url: string | null;
  /** The charset that a server told; `null` without one. */
  charset: string | null;
}

export type ImportFormat = (bytes: Uint8Array, context: ImportContext) => Promise<ImportOutcome>;

/** Nothing known about the source. */
export const noMeta: ImportedMeta = {
  title: null,
  speaker: null,
  date: null,
  source: null,
  publisher: null,
  language: null,
  licence: null,
};

/** A paragraph, or what `more` makes of it. */
export const block = (text: string, more: Partial<ImportedBlock> = {}): ImportedBlock => ({
  kind: 'paragraph',
  level: 0,
  text,
  speaker: null,
  time: null,
  page: null,
  drop: null,
  ...more,
});
