import { parse } from 'csv-parse/sync';
import * as z from 'zod/mini';
import { shortId } from '../../model/annotation.ts';
import { unguarded } from '../formulaGuard.ts';
import type { ReadDigest } from './quotation.ts';

const cell = z._default(z.string(), '');
/** What is asked of a row; a spreadsheet may have changed the order of the columns and added some. */
const row = z.object({
  id: cell,
  text: z.string(),
  start: cell,
  end: cell,
  quote: z.string(),
  quote_hash: cell,
  text_sha256: cell,
});

/**
 * Reads a digest as CSV, saved by a spreadsheet or not; `,`, `;` or a tab between the cells. Throws an
 * Error in words where its columns are not those of a digest.
 */
export function readCsv(text: string): ReadDigest {
  const records: unknown[] = parse(text, {
    bom: true,
    columns: true,
    delimiter: delimiterOf(text),
    relax_column_count: true,
    skip_empty_lines: true,
  });
  const digest: ReadDigest = { quotations: [], hashes: new Map() };
  for (const record of records) {
    const read = row.safeParse(record);
    if (!read.success) throw new Error('its columns are not those of a digest');
    const cells = Object.fromEntries(
      Object.entries(read.data).map(([name, value]) => [name, unguarded(value)]),
    );
    const {
      id = '',
      text: source = '',
      start = '',
      end = '',
      quote = '',
      quote_hash = '',
      text_sha256 = '',
    } = cells;
    if (text_sha256 !== '') digest.hashes.set(source, text_sha256);
    if (start === '') continue;
    const hash = quote_hash || null;
    const place = { text: source, start: Number(start), end: Number(end) };
    digest.quotations.push({
      quote,
      mark: { kind: 'passage', ...place, annotations: [shortId(id)], hash },
    });
  }
  return digest;
}

/** What stands between the names of the first line. */
function delimiterOf(text: string): string {
  const header = text.slice(0, text.search(/[\r\n]|$/));
  return [',', ';', '\t'].find(sign => header.split(sign).length > 5) ?? ',';
}
