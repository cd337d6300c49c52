/** Terminal size in cells. */
export interface Size {
  columns: number;
  rows: number;
}

export const SMALLEST: Size = { columns: 40, rows: 10 };

/** Where things stand on the reading page; columns and rows from 0. */
export interface Geometry {
  columns: number;
  rows: number;
  /** Where the text block with its gutter begins: 0, or centred on a wide screen. */
  left: number;
  /** Column of the text. */
  text: number;
  /** Cells that a row of text may take. */
  measure: number;
  /** Whether there is room for numbers and three marks beside the text. */
  wideGutter: boolean;
  /** Column and cells of the memos in the margin; `null` where they stand under their paragraph. */
  notes: { column: number; width: number } | null;
  /** First row of the text area. */
  top: number;
  /** Rows of the text area, the blank one under the header's rule included. */
  area: number;
  /** Rows at the top of the area that stay blank. */
  blank: number;
}

const GUTTER = 13;
const NARROW_GUTTER = 3;
const FULL_WIDTH = 120;

/**
 * The design's layout in cells. `drawer` is the number of rows that a drawer takes from the bottom of
 * the text area.
 */
export function geometryOf({ columns, rows }: Size, drawer = 0): Geometry {
  const wideGutter = columns >= 60;
  const notesFit = columns >= 116;
  const gutter = wideGutter ? GUTTER : NARROW_GUTTER;
  const left = Math.max(0, Math.floor((columns - FULL_WIDTH) / 2));
  const measure = notesFit ? 76 : Math.min(80, columns - gutter - 4);
  const notesColumn = left + gutter + measure + 3;
  return {
    columns,
    rows,
    left,
    text: left + gutter,
    measure,
    wideGutter,
    notes: notesFit
      ? { column: notesColumn, width: Math.min(FULL_WIDTH, columns) + left - 4 - notesColumn }
      : null,
    top: 2,
    area: Math.max(1, rows - 5 - drawer),
    blank: rows >= 30 ? 1 : 0,
  };
}

/** Rows that a drawer may take: half the screen, and the text keeps four. */
export const drawerRows = ({ rows }: Size, wanted: number): number =>
  Math.max(3, Math.min(wanted, Math.floor(rows / 2), rows - 9));
