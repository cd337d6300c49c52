import { parse } from 'csv-parse/sync';
import * as z from 'zod/mini';
import { unguarded } from '../../model/formulaGuard.ts';

const cell = z._default(z.string(), '');
/** What is asked of a row; a spreadsheet may have changed the order of the columns and added some. */
const row = z.object({
  id: cell,
  text: z.string(),
  theme: cell,
  coder: cell,
  start: cell,
  end: cell,
  quote: cell,
  memo: cell,
  key: cell,
  created: cell,
  modified: cell,
  quote_hash: cell,
  text_sha256: cell,
});

/** The cells of an annotation as they were before they were guarded against formulas. */
export type CsvRow = z.output<typeof row>;

/** A row with the number of its first line in the file, from 1. */
export interface NumberedRow {
  line: number;
  cells: CsvRow;
}

/**
 * The rows of a digest as CSV, saved by a spreadsheet or not; `,`, `;` or a tab between the cells.
 * Throws an Error in words where it is no CSV, or its columns are not those of a digest.
 */
export function csvRows(text: string): NumberedRow[] {
  const lines: { record: unknown; info: { lines: number } }[] = parse(text, {
    bom: true,
    columns: true,
    delimiter: delimiterOf(text),
    info: true,
    // A row that an editor added may end in another way than ours do.
    record_delimiter: ['\r\n', '\n', '\r'],
    relax_column_count: true,
    skip_empty_lines: true,
  });
  let line = 2;
  return lines.map(({ record, info }) => {
    const read = row.safeParse(record);
    if (!read.success) throw new Error('its columns are not those of a digest');
    const found = { line, cells: withoutGuards(read.data) };
    line = info.lines + 1;
    return found;
  });
}

function withoutGuards(cells: CsvRow): CsvRow {
  const bare = Object.entries(cells).map(([name, value]) => [name, unguarded(value)]);
  return { ...cells, ...Object.fromEntries(bare) };
}

/** What stands between the names of the first line. */
const delimiterOf = (text: string): string =>
  DELIMITERS.find(sign => namesOf(text, sign).length > 5) ?? ',';

const DELIMITERS = [',', ';', '\t'];

const namesOf = (text: string, delimiter: string): string[] =>
  text
    .slice(0, text.search(/[\r\n]|$/))
    .replace(/^\uFEFF/, '')
    .split(delimiter)
    .map(name => name.replace(/^"|"$/g, ''));

/** The columns by which a digest is known; the others may be missing. */
const KNOWN_BY = ['text', 'theme', 'coder', 'start', 'end', 'quote'];

/** Whether a CSV's first line names the columns of a digest. */
export const isDigestCsv = (text: string): boolean => {
  const names = namesOf(text, delimiterOf(text));
  return KNOWN_BY.every(name => names.includes(name));
};
