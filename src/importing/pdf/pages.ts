import type { PDFDocumentProxy } from 'pdfjs-dist/legacy/build/pdf.mjs';
import { type Claims, claimedPages } from './claims.ts';
import { type Item, pageOf } from './fragments.ts';
import { openPdf } from './library.ts';
import { type Page, pageOfLines } from './lines.ts';

/** The pages of a file with these indices, from 0, in their order. */
export async function readPages(
  document: PDFDocumentProxy,
  indices: Iterable<number>,
): Promise<Page[]> {
  const pages: Page[] = [];
  for (const index of indices) {
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

/** Pages of a file from its end on, until whoever reads from its beginning has claimed all others. */
export async function laterPages(bytes: Uint8Array, claims: Claims): Promise<Page[]> {
  const document = await openPdf(bytes);
  try {
    return await readPages(document, claimedPages(claims, document.numPages, 'back'));
  } finally {
    await document.loadingTask.destroy();
  }
}
