import type { ImportedText } from '../imported.ts';
import { refusing } from '../refusal.ts';
import { newClaims } from './claims.ts';
import { askHelper } from './helper.ts';

/**
 * PDF as a reader sees it: column after column, words whole again that a line end parted; running heads,
 * feet and page numbers are proposed to be left out; headings by the size of their letters. Attachments and pictures
 * are not looked at. Format: ISO 32000.
 */
export const readPdf = refusing('PDF', async (bytes, { name }): Promise<ImportedText> => {
  // Whoever helps begins while the library is still being loaded here.
  const claims = newClaims();
  const later = askHelper(bytes, claims);
  const { readBook } = await import('./book.ts');
  return readBook(bytes, name, claims, later);
});
