import { strToU8, zipSync } from 'fflate';

/** A zip with these entries. */
export function zipOf(entries: Readonly<Record<string, string | Uint8Array>>): Uint8Array {
  const bytes = Object.entries(entries).map(([name, content]) => [
    name,
    typeof content === 'string' ? strToU8(content) : content,
  ]);
  return zipSync(Object.fromEntries(bytes));
}

const W =
  'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main" xmlns:m="http://schemas.openxmlformats.org/officeDocument/2006/math" xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006"';
const OFFICE = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';

/** The entries of a DOCX with this XML as its body, and more parts beside it. */
export const docxEntries = (body: string, more: Readonly<Record<string, string>> = {}) => ({
  '[Content_Types].xml':
    '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"/>',
  '_rels/.rels': `<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="r1" Type="${OFFICE}/officeDocument" Target="word/document.xml"/></Relationships>`,
  'word/document.xml': `<w:document ${W}><w:body>${body}</w:body></w:document>`,
  ...more,
});

/** A part of a DOCX whose root holds this XML: `footnotes`, `comments`. */
export const wordPart = (root: string, inside: string) => `<w:${root} ${W}>${inside}</w:${root}>`;

export const docxOf = (body: string, more: Readonly<Record<string, string>> = {}): Uint8Array =>
  zipOf(docxEntries(body, more));

/** A paragraph of Word: a style's name or none, and runs, those in bold between asterisks. */
export function wordParagraph(text: string, properties = ''): string {
  const runs = text.split(/(\*[^*]+\*)/).filter(run => run !== '');
  const xml = runs.map(run =>
    run.startsWith('*') ? wordRun(run.slice(1, -1), '<w:b/>') : wordRun(run, ''),
  );
  return `<w:p><w:pPr>${properties}</w:pPr>${xml.join('')}</w:p>`;
}

const wordRun = (text: string, properties: string) =>
  `<w:r><w:rPr>${properties}</w:rPr><w:t xml:space="preserve">${text}</w:t></w:r>`;

const ODF = ['office', 'style', 'text', 'table', 'draw', 'fo', 'meta', 'dc']
  .map(name => `xmlns:${name}="urn:${name}"`)
  .join(' ');

/** An ODT with this XML as its text, these automatic styles, and more entries. */
export function odtOf(
  body: string,
  { styles = '', more = {} }: { styles?: string; more?: Readonly<Record<string, string>> } = {},
): Uint8Array {
  return zipOf({
    mimetype: 'application/vnd.oasis.opendocument.text',
    'content.xml': `<office:document-content ${ODF}><office:automatic-styles>${styles}</office:automatic-styles><office:body><office:text>${body}</office:text></office:body></office:document-content>`,
    ...more,
  });
}

/** An EPUB whose chapters are these bodies, in this order; `metadata` is the inside of its element. */
export function epubOf(
  chapters: Readonly<Record<string, string>>,
  { metadata = '', more = {} }: { metadata?: string; more?: Readonly<Record<string, string>> } = {},
): Uint8Array {
  const names = Object.keys(chapters);
  const items = names.map((name, index) => `<item id="c${index}" href="${name}"/>`).join('');
  const spine = names.map((_, index) => `<itemref idref="c${index}"/>`).join('');
  const pages = Object.entries(chapters).map(([name, body]) => [
    `OPS/${name}`,
    `<?xml version="1.0"?><!DOCTYPE html><html xmlns="http://www.w3.org/1999/xhtml"><head><title/></head><body>${body}</body></html>`,
  ]);
  return zipOf({
    mimetype: 'application/epub+zip',
    'META-INF/container.xml':
      '<container><rootfiles><rootfile full-path="OPS/book.opf"/></rootfiles></container>',
    'OPS/book.opf': `<package><metadata>${metadata}</metadata><manifest>${items}</manifest><spine>${spine}</spine></package>`,
    ...Object.fromEntries(pages),
    ...more,
  });
}
