import type { Line } from '../layout/line.ts';

/** Where words are typed: cells of the screen that the text field is laid over. */
export interface Field {
  row: number;
  column: number;
  width: number;
  /** Rows that the words may take. */
  rows: number;
  value: string;
  placeholder: string;
  /** Where words come from that were not typed: other words from there put the caret at their end. */
  from?: string;
}

/** One frame: as many lines as the terminal has rows, none wider than it has columns. */
export interface Screen {
  lines: readonly Line[];
  field: Field | null;
}

/** What rises under the text; its field's row counts from the drawer's first line. */
export interface Drawer {
  lines: Line[];
  field: Field | null;
}
