import type { PDFDocumentProxy } from 'pdfjs-dist/legacy/build/pdf.mjs';
import type { ImportedMeta, ImportedText } from '../imported.ts';
import { metaOf, realTitle } from '../meta.ts';
import { Refusal } from '../refusal.ts';
import { asidesOf } from './asides.ts';
import { type Claims, claimedPages } from './claims.ts';
import { columnGaps, readingOrder } from './columns.ts';
import { withoutContents } from './contents.ts';
import { type Body, withoutFurniture } from './furniture.ts';
import { habitsOf } from './habits.ts';
import { withHeadings } from './headings.ts';
import { Joiner } from './hyphens.ts';
import { openPdf } from './library.ts';
import type { Page } from './lines.ts';
import { pageLabels } from './pageLabels.ts';
import { readPages } from './pages.ts';
import { paragraphsOf } from './paragraphs.ts';
import { withSpeakers } from './speakers.ts';

const MOST_PAGES = 5000;

/** Reads a whole file; `later` are pages that somebody else claims and reads, or `null` where nobody did. */
export async function readBook(
  bytes: Uint8Array,
  name: string,
  claims: Claims,
  later: Promise<readonly Page[] | null>,
): Promise<ImportedText> {
  const document = await openPdf(bytes);
  try {
    const count = document.numPages;
    if (count > MOST_PAGES) throw new Refusal(`has more than ${MOST_PAGES} pages`);
    const own = await readPages(document, claimedPages(claims, count, 'front'));
    const pages = own.concat((await later) ?? []);
    const read = new Set(pages.map(({ index }) => index));
    const missing = Array.from({ length: count }, (_, index) => index).filter(
      one => !read.has(one),
    );
    const all = pages.concat(await readPages(document, missing));
    return await textOf(
      document,
      all.sort((a, b) => a.index - b.index),
      name,
    );
  } finally {
    await document.loadingTask.destroy();
  }
}

async function textOf(
  document: PDFDocumentProxy,
  pages: readonly Page[],
  name: string,
): Promise<ImportedText> {
  const bodies = withoutFurniture(pages);
  const gaps = columnGaps(bodies.map(body => body.lines));
  const ordered = bodies.map((body, index) => ({
    index: body.page.index,
    stretches: readingOrder(body.lines, body.page.height, gaps[index] ?? []),
    ...asidesOf(body),
  }));
  const stretches = ordered.flatMap(page => page.stretches);
  const lines = stretches.flatMap(stretch => stretch.lines);
  if (lines.length === 0) throw new Refusal(emptyReason(bodies));
  const habits = habitsOf(stretches);
  const joiner = new Joiner(lines.map(({ text }) => text));
  const labels = pageLabels(
    await document.getPageLabels(),
    bodies.map(({ number }) => number),
  );
  const titled = withHeadings(paragraphsOf(ordered, habits, joiner), habits, labels);
  const blocks = withSpeakers(withoutContents(titled));
  return { blocks, meta: await metaIn(document, name), notes: notesOn(bodies) };
}

function notesOn(bodies: readonly Body[]): string[] {
  const empty = bodies.filter(({ page }) => page.lines.length === 0).length;
  const pages = `${empty} page${empty === 1 ? '' : 's'}`;
  return empty > 0 ? [`no text layer on ${pages} of ${bodies.length}`] : [];
}

const emptyReason = (bodies: readonly Body[]) =>
  bodies.length === 0
    ? 'has no pages'
    : 'has no text layer: its pages are pictures; run text recognition (OCR) on it first';

async function metaIn(document: PDFDocumentProxy, name: string): Promise<ImportedMeta> {
  const { info } = (await document.getMetadata()) as { info: Record<string, unknown> };
  const words = (key: string) =>
    typeof info[key] === 'string' ? info[key].replaceAll('\0', '') : null;
  return metaOf({
    title: realTitle(words('Title'), name),
    speaker: words('Author'),
    date: dayOf(words('CreationDate')),
    language: words('Language'),
  });
}

/** The day of `D:20220403180542+02'00'` (ISO 32000-1, 7.9.4). */
function dayOf(date: string | null): string | null {
  const found = /^(?:D:)?(\d{4})(?:(0[1-9]|1[0-2])(?:(0[1-9]|[12]\d|3[01]))?)?/.exec(date ?? '');
  return found ? found.slice(1).filter(Boolean).join('-') : null;
}
