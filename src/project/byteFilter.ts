import type { SearchQuery } from '../model/searchQuery.ts';

/**
 * Whether a file's bytes (UTF-8) may hold a hit for a query: `false` is certain, `true` is not. Looks
 * for the longest run of plain letters and digits in the query, in any case, which every hit must hold.
 */
export function mayHold(bytes: Buffer, { words, regex }: SearchQuery): boolean {
  if (regex) return true;
  const runs = words.normalize('NFC').match(/[a-z0-9]{1,100}/gi) ?? [];
  const longest = runs.reduce((best, run) => (run.length > best.length ? run : best), '');
  if (longest.length < LEAST) return true;
  const pattern = new RegExp(longest.replace(/[sk]/gi, twin), 'i');
  for (let start = 0; start < bytes.length; start += PIECE) {
    // In Latin-1 a byte is a character: nothing is decoded, and plain letters are themselves.
    if (pattern.test(bytes.toString('latin1', start, start + PIECE + OVERLAP))) return true;
  }
  return false;
}

/** Shorter runs are in every text. */
const LEAST = 3;
/** Bytes; the overlap is longer than any run. Strings of this size are made and forgotten the quickest. */
const PIECE = 100_000;
const OVERLAP = 400;

/** Unicode's case folding makes ſ an s and the Kelvin sign a k: their bytes, read as Latin-1. */
const twin = (letter: string): string =>
  letter.toLowerCase() === 's' ? '(?:s|\u00C5\u00BF)' : '(?:k|\u00E2\u0084\u00AA)';
