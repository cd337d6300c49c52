import type { PDFDocumentProxy } from 'pdfjs-dist/legacy/build/pdf.mjs';
import { type Item, pageOf } from './fragments.ts';
import { openPdf } from './library.ts';
import { type Page, pageOfLines } from './lines.ts';

/** Shorter files than this are not read by two threads: pages. */
const FEWEST = 20;

/** Where the second half of a file begins; its end where it is too short to be parted. */
export const halfOf = (pages: number): number => (pages < FEWEST ? pages : Math.ceil(pages / 2));

/** The pages of a file from one to another, both from 0, the second not included. */
export async function readPages(
  document: PDFDocumentProxy,
  from: number,
  to: number,
): Promise<Page[]> {
  const pages: Page[] = [];
  for (let index = from; index < to; index++) {
    const page = await document.getPage(index + 1);
    const view = page.getViewport({ scale: 1 });
    const { items } = await page.getTextContent({
      includeMarkedContent: true,
      disableNormalization: true,
    });
    pages.push(pageOfLines(pageOf(index, items as Item[], view)));
    page.cleanup();
  }
  return pages;
}

/** The second half of the pages of a file, read by whoever is asked for it; none of a short one. */
export async function laterPages(bytes: Uint8Array): Promise<Page[]> {
  const document = await openPdf(bytes);
  try {
    const count = document.numPages;
    return await readPages(document, halfOf(count), count);
  } finally {
    await document.loadingTask.destroy();
  }
}
