/**
 * A cell that a spreadsheet could take for a formula (OWASP's list of first characters, and what may
 * stand before them unseen) gets an apostrophe in front; one that has apostrophes already gets one
 * more, so that `unguarded` gives every text back.
 */
const DANGEROUS = /^'*[\s\p{C}\p{Z}]*[=+\-@\t\r\n\uFF1D\uFF0B\uFF0D\uFF20]/u;
const STARTS_UNSEEN = /^'*[\t\r\n]/;

const isDangerous = (cell: string): boolean => DANGEROUS.test(cell) || STARTS_UNSEEN.test(cell);

/** The cell as it is safe in a spreadsheet. */
export const guarded = (cell: string): string => (isDangerous(cell) ? `'${cell}` : cell);

/** The text of a guarded cell; any other cell as it is. */
export const unguarded = (cell: string): string =>
  cell.startsWith("'") && isDangerous(cell) ? cell.slice(1) : cell;
