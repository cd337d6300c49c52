import mammoth from 'mammoth';
import type { Archive } from '../zip/archive.ts';
import { marking } from './marks.ts';
import { outlineStyles } from './outline.ts';
import { readable } from './repair.ts';

/** Styles of Word that mammoth does not know by itself. */
const STYLES = [
  "p[style-name='Title'] => h1:fresh",
  "p[style-name='Subtitle'] => h2:fresh",
  ...Array.from({ length: 9 }, (_, level) => `p[style-name='toc ${level + 1}'] => p.toc:fresh`),
  "p[style-name='TOC Heading'] => p.toc:fresh",
];

/**
 * The text of a DOCX as HTML. mammoth is given our archive in place of its own unzipping, which has no
 * limits; pictures are told of and not unpacked, and what lies outside the file is not looked at. The
 * marks of numbered items stand in it between signs: see `takeMarks`.
 */
export async function htmlOf(archive: Archive): Promise<string> {
  const mark = marking(
    await archive.xml('word/numbering.xml'),
    await archive.xml('word/styles.xml'),
  );
  const input = { file: { exists: archive.has.bind(archive), read: readFrom(archive, mark) } };
  const options = {
    styleMap: [...STYLES, ...(await headingStyles(archive))],
    externalFileAccess: false,
    convertImage: mammoth.images.imgElement(async () => ({ src: '' })),
  };
  const { value } = await mammoth.convertToHtml(input as unknown as { buffer: Buffer }, options);
  return value;
}

/** `mark` is for the main part alone. */
const readFrom =
  (archive: Archive, mark: (document: string) => string) =>
  async (name: string, encoding?: string) => {
    if (encoding === undefined || encoding === 'base64') return archive.bytes(name);
    const xml = await archive.xml(name);
    if (xml === null) return null;
    return /<w:document[ >]/.test(xml) ? mark(readable(xml)) : readable(xml);
  };

/** Headings by another name than Word's own, as other programs and other languages have them. */
async function headingStyles(archive: Archive): Promise<string[]> {
  const styles = await archive.xml('word/styles.xml');
  const named = styles === null ? [] : [...outlineStyles(styles)];
  return named.map(
    ([name, level]) =>
      `p[style-name='${name.replace(/['\\]/g, sign => `\\${sign}`)}'] => h${level}:fresh`,
  );
}
