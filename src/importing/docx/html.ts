import mammoth from 'mammoth';
import type { Archive } from '../zip/archive.ts';

/** Styles of Word that mammoth does not know by itself. */
const STYLES = [
  "p[style-name='Title'] => h1:fresh",
  "p[style-name='Subtitle'] => h2:fresh",
  ...Array.from({ length: 9 }, (_, level) => `p[style-name='toc ${level + 1}'] => p.toc:fresh`),
  "p[style-name='TOC Heading'] => p.toc:fresh",
];

/**
 * The text of a DOCX as HTML. mammoth is given our archive in place of its own unzipping, which has no
 * limits; pictures are told of and not unpacked, and what lies outside the file is not looked at.
 */
export async function htmlOf(archive: Archive): Promise<string> {
  const input = { file: { exists: archive.has.bind(archive), read: readFrom(archive) } };
  const options = {
    styleMap: STYLES,
    externalFileAccess: false,
    convertImage: mammoth.images.imgElement(async () => ({ src: '' })),
  };
  const { value } = await mammoth.convertToHtml(input as unknown as { buffer: Buffer }, options);
  return value;
}

const readFrom = (archive: Archive) => (name: string, encoding?: string) =>
  encoding === undefined || encoding === 'base64' ? archive.bytes(name) : archive.xml(name);
