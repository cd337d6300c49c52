import { digestDocument } from '../digest/document.ts';
import type { DigestInput } from '../digest/input.ts';
import { renderJson } from '../digest/json.ts';
import { renderMarkdown } from '../digest/markdown.ts';
import { exportFile } from '../store/atomicWrite.ts';

export const DIGEST_FORMATS = ['md', 'json'] as const;
export type DigestFormat = (typeof DIGEST_FORMATS)[number];

/** A digest as the text of a file that ends with a newline. The same input gives the same bytes. */
export function renderDigest(input: DigestInput, format: DigestFormat): string {
  return format === 'json' ? renderJson(input) : renderMarkdown(digestDocument(input));
}

/**
 * Writes a digest whole or not at all; a file that is there is replaced. Throws a Fault where the
 * path is no regular file (a folder, a link) or the disk refuses.
 */
export async function writeDigest(
  input: DigestInput,
  format: DigestFormat,
  path: string,
): Promise<void> {
  await exportFile(path, renderDigest(input, format));
}
