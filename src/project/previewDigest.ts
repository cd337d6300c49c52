import { digestBlocks } from '../digest/document.ts';
import type { DigestInput } from '../digest/input.ts';
import { outlineOf } from '../digest/outline.ts';
import type { PreviewBody } from '../model/outline.ts';
import type { DigestFormat } from '../model/recipe.ts';
import { renderDigest } from './writeDigest.ts';

/** So many blocks, and UTF-16 units of text, are shown: the rest is as those. */
const MOST_BLOCKS = 4_000;
const MOST_TEXT = 1_000_000;

/** What becomes of a digest, from the same tree or text that the file is made of. */
export async function previewDigest(
  input: DigestInput,
  format: DigestFormat,
): Promise<PreviewBody> {
  if (format === 'md' || format === 'html' || format === 'docx')
    return { kind: 'document', blocks: outlineOf(digestBlocks(input), MOST_BLOCKS) };
  const text = String(await renderDigest(input, format));
  return { kind: 'text', text: text.slice(0, MOST_TEXT) };
}
