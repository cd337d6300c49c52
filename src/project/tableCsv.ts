import { stringify } from 'csv-stringify/sync';
import { guarded } from '../model/formulaGuard.ts';

/** What may stand in a cell; `null` is an empty one. */
export type CsvCell = string | number | null;

/** Rows of cells, the headings among them. */
export type Table = readonly (readonly CsvCell[])[];

/**
 * Rows as CSV (RFC 4180, CRLF), the headings among them. No cell begins as a formula does. With `bom` it
 * begins with the sign by which Excel knows UTF-8.
 */
export const tableCsv = (
  rows: Table,
  { bom = false }: { bom?: boolean | undefined } = {},
): string =>
  stringify(
    rows.map(row => row.map(cell => guarded(String(cell ?? '').toWellFormed()))),
    { bom, record_delimiter: 'windows' },
  );
