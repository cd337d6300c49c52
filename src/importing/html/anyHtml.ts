import type { ImportFormat } from '../imported.ts';
import { inThread } from '../inThread.ts';

/** Bytes; nearly all pages of the web are smaller. */
const LARGE = 1_500_000;

/**
 * Reads a page of HTML: a large one in a thread, under its limits of time and memory. A thread takes as
 * much memory again and half a second, so usual pages are read in this one.
 */
export const readAnyHtml: ImportFormat = async (bytes, context) => {
  if (bytes.length > LARGE) return inThread('html')(bytes, context);
  const { readHtml } = await import('./html.ts');
  return readHtml(bytes, context);
};
