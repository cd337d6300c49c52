/** What one block of a document is, so that whoever shows it can set it off. */
export type OutlineKind =
  | 'title'
  /** A section, and one inside a section. */
  | 'part'
  | 'heading'
  | 'words'
  /** What a theme means. */
  | 'rule'
  | 'quote'
  | 'key quote'
  | 'source'
  | 'memo'
  /** A row of a table. */
  | 'row';

/** One block of a document in words; line ends in `words` are its own. */
export interface OutlineBlock {
  kind: OutlineKind;
  words: string;
  /** The theme of a section. */
  theme?: { mark: string; colour: string };
  /** Of a row of a table: its cells, and the widths of the table's columns in terminal cells. */
  table?: { cells: readonly string[]; widths: readonly number[] };
}

/** A digest as a terminal can show it: the blocks of a document, or the text of a file for programs. */
export type PreviewBody =
  | { kind: 'document'; blocks: readonly OutlineBlock[] }
  | { kind: 'text'; text: string };
