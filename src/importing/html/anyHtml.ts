import { setFlagsFromString } from 'node:v8';
import type { ImportFormat } from '../imported.ts';
import { inThread } from '../inThread.ts';

/** Bytes; nearly all pages of the web are smaller. */
const LARGE = 4_000_000;

/** So much more than what is in use may lie about before it is cleared up, in per cent. */
const GROWTH = 30;

let isFrugal = false;

/**
 * Reads a page of HTML: a large one in a thread, under its limits of time and memory. A thread takes as
 * much memory again and half a second, so usual pages are read in this one.
 */
export const readAnyHtml: ImportFormat = async (bytes, context) => {
  if (bytes.length > LARGE) return inThread('html')(bytes, context);
  beFrugal();
  const { readHtml } = await import('./html.ts');
  return readHtml(bytes, context);
};

/**
 * The tree of a page is dropped as soon as it was read. V8 would let several times as much lie about as
 * is in use: half a gigabyte for a hundred pages of newspapers.
 */
function beFrugal(): void {
  if (!isFrugal) setFlagsFromString(`--heap-growing-percent=${GROWTH}`);
  isFrugal = true;
}
