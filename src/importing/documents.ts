import type { ImportFormat } from './imported.ts';

/** Formats whose files may be built to take for ever or to fill the memory; they are read in a thread, HTML if it is large. */
export type DocumentName = 'html' | 'pdf' | 'docx' | 'odt' | 'epub';

/** Their readers, each loaded when it is needed only. */
export const DOCUMENTS: Readonly<Record<DocumentName, () => Promise<ImportFormat>>> = {
  html: async () => (await import('./html/html.ts')).readHtml,
  pdf: async () => (await import('./pdf/pdf.ts')).readPdf,
  docx: async () => (await import('./docx/docx.ts')).readDocx,
  odt: async () => (await import('./odt/odt.ts')).readOdt,
  epub: async () => (await import('./epub/epub.ts')).readEpub,
};
