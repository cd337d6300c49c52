import { join } from 'node:path';
import PDFDocument from 'pdfkit';
import { REPOSITORY } from '../support/project.ts';

/** A4 in points, and where the text stands on it. */
export const PAPER = { width: 595, height: 842 } as const;
const MARGIN = 72;
const BODY = 11;

export type Pen = InstanceType<typeof PDFDocument>;

/** Draws a PDF; every page has to be added. `options` are those of pdfkit: metadata, passwords. */
export async function pdfOf(
  draw: (pen: Pen) => void,
  options: Record<string, unknown> = {},
): Promise<Uint8Array> {
  const pen = new PDFDocument({ size: 'A4', margin: 0, autoFirstPage: false, ...options });
  const pieces: Buffer[] = [];
  const done = new Promise<void>(resolve => pen.on('end', resolve));
  pen.on('data', piece => pieces.push(piece));
  draw(pen);
  pen.end();
  await done;
  return Uint8Array.from(Buffer.concat(pieces));
}

/** Prints one line with its upper edge at `y`. */
export function printLine(
  pen: Pen,
  text: string,
  {
    x = MARGIN,
    y,
    size = BODY,
    font = 'Times-Roman',
  }: { x?: number; y: number; size?: number; font?: string },
): void {
  pen.font(font).fontSize(size).text(text, x, y, { lineBreak: false });
}

/** Prints lines below each other as one column. Returns the `y` below the last of them. */
export function printColumn(
  pen: Pen,
  lines: readonly string[],
  {
    x = MARGIN,
    y,
    leading = 14,
    size = BODY,
  }: { x?: number; y: number; leading?: number; size?: number },
): number {
  for (const [index, line] of lines.entries())
    printLine(pen, line, { x, y: y + index * leading, size });
  return y + lines.length * leading;
}

/** Words set to the width of a column, as a typesetter breaks them; no word is parted. */
export function setToWidth(pen: Pen, words: string, width: number, size = BODY): string[] {
  pen.font('Times-Roman').fontSize(size);
  const lines = [''];
  for (const word of words.split(' ')) {
    const longer = `${lines.at(-1)} ${word}`.trim();
    if (pen.widthOfString(longer) <= width) lines[lines.length - 1] = longer;
    else lines.push(word);
  }
  return lines;
}

/** Paragraphs over the whole width, from a height on, parted by a gap. */
export function printParagraphs(pen: Pen, paragraphs: readonly string[], y: number): void {
  let below = y;
  for (const words of paragraphs) {
    below = printColumn(pen, setToWidth(pen, words, PAPER.width - 2 * MARGIN), { y: below }) + 8;
  }
}

/** A font with letters of many scripts. */
export const DEJAVU = join(REPOSITORY, 'node_modules/dejavu-fonts-ttf/ttf/DejaVuSans.ttf');

/** Sentences without meaning, no two alike, so that none is taken for a running head. */
export function sentences(count: number, from = 1): string {
  const numbers = Array.from({ length: count }, (_, n) => from + n);
  return numbers
    .map(n => `Sentence ${wordFor(n)} tells what ${wordFor(n + 7)} people said about it.`)
    .join(' ');
}

const wordFor = (n: number) =>
  String(n).replace(/\d/g, digit => 'bcdfghklmn'.charAt(+digit) + 'aeiou'.charAt(+digit % 5));

/**
 * A PDF of objects that are written as they stand, numbered from 1, the first of them its catalogue.
 * Without a table of places a reader finds them by going through the file.
 */
export function rawPdf(objects: readonly (string | Uint8Array)[]): Uint8Array {
  const parts = objects.flatMap((object, index) => [`${index + 1} 0 obj\n`, object, '\nendobj\n']);
  const all = ['%PDF-1.4\n', ...parts, 'trailer<</Root 1 0 R>>\n%%EOF'];
  return Uint8Array.from(
    Buffer.concat(all.map(part => (typeof part === 'string' ? Buffer.from(part) : part))),
  );
}

/** The objects of one page that is drawn by a stream, with the font `F`; more may follow. */
export const rawPage = (stream: string | Uint8Array, font: string, entries = '') => [
  '<</Type/Catalog/Pages 2 0 R>>',
  '<</Type/Pages/Kids[3 0 R]/Count 1>>',
  '<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]/Contents 4 0 R/Resources<</Font<</F 5 0 R>>>>>>',
  Buffer.concat([
    Buffer.from(`<</Length ${stream.length}${entries}>>stream\n`),
    Buffer.from(stream),
    Buffer.from('\nendstream'),
  ]),
  font,
];
