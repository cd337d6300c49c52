import { digestBlocks, digestDocument } from '../digest/document.ts';
import type { DigestInput } from '../digest/input.ts';
import { renderJson } from '../digest/json.ts';
import { renderMarkdown } from '../digest/markdown.ts';
import type { DigestFormat } from '../model/recipe.ts';
import { exportFile } from '../store/atomicWrite.ts';
import { refuseOwnFile } from './ownFiles.ts';
import type { Project } from './project.ts';

/** What only one format knows. */
export interface RenderOptions {
  /** CSV begins with the sign by which Excel knows UTF-8. */
  bom?: boolean;
}

/**
 * A digest as the content of a file: text that ends with a newline, or the bytes of a Word document. The
 * same input gives the same bytes. What a format needs is loaded when it is asked for.
 */
export async function renderDigest(
  input: DigestInput,
  format: DigestFormat,
  { bom = false }: RenderOptions = {},
): Promise<string | Uint8Array> {
  switch (format) {
    case 'md':
      return renderMarkdown(digestBlocks(input));
    case 'json':
      return renderJson(input);
    case 'html':
      return (await import('../digest/html/page.ts')).renderHtml(input);
    case 'docx':
      return (await import('../digest/docx/document.ts')).renderDocx(digestDocument(input), input);
    case 'csv':
      return (await import('../digest/csv.ts')).renderCsv(input, { bom });
    case 'txt':
      return (await import('../digest/plainText.ts')).renderPlainText(digestDocument(input), input);
    case 'csl':
      return (await import('../digest/csl.ts')).renderCsl(input);
  }
}

/**
 * Writes a digest whole or not at all; a file that is there is replaced. Throws a Fault where the path
 * lies among the project's own files or is no regular file (a folder, a link), or the disk refuses.
 */
export async function writeDigest(
  project: Project,
  input: DigestInput,
  format: DigestFormat,
  path: string,
  options: RenderOptions = {},
): Promise<void> {
  await refuseOwnFile(project, path);
  await exportFile(path, await renderDigest(input, format, options));
}
