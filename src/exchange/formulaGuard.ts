/** Cells that a spreadsheet would take for a formula; the characters are OWASP's (CSV injection), full width ones included. */
const FORMULA = /^[=+\-@\t\r\n\uFF1D\uFF0B\uFF0D\uFF20]/;

/** A cell that no spreadsheet runs: an apostrophe stands before what it would take for a formula. */
export const guarded = (cell: string): string =>
  FORMULA.test(cell) || /^'+[=+\-@\t\r\n\uFF1D\uFF0B\uFF0D\uFF20]/.test(cell) ? `'${cell}` : cell;

/** The cell that was guarded. */
export const unguarded = (cell: string): string =>
  cell.startsWith("'") && guarded(cell.slice(1)) === cell ? cell.slice(1) : cell;
