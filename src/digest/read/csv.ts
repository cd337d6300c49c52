import { shortId } from '../../model/annotation.ts';
import { csvRows } from './csvRows.ts';
import type { ReadDigest } from './quotation.ts';

/** Reads the quotations of a digest as CSV. Throws an Error in words as `csvRows` does. */
export function readCsv(text: string): ReadDigest {
  const digest: ReadDigest = { quotations: [], hashes: new Map() };
  for (const { cells } of csvRows(text)) {
    const { id, text: source, start, end, quote, quote_hash, text_sha256 } = cells;
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
