import { existsSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { getDocument, type PDFDocumentProxy, PDFWorker } from 'pdfjs-dist/legacy/build/pdf.mjs';
import { Refusal } from '../refusal.ts';
import { directWire } from './port.ts';

/**
 * Opens a PDF in this thread. What pdf.js may need besides (tables of Asian encodings) lies in its own
 * package; nothing is loaded from elsewhere, and no code in the file is run. Throws a `Refusal` for a
 * file that needs a password and for one that is no PDF.
 */
export async function openPdf(bytes: Uint8Array): Promise<PDFDocumentProxy> {
  const worker = await workerInThisThread();
  const task = getDocument({
    worker,
    // pdf.js takes the bytes away from whoever hands them over.
    data: Uint8Array.from(bytes),
    verbosity: 0,
    cMapUrl: `${packageFolder('cmaps')}/`,
    cMapPacked: true,
    useSystemFonts: false,
    disableFontFace: true,
    useWasm: false,
    enableXfa: false,
  });
  try {
    return await task.promise;
  } catch (cause) {
    await task.destroy();
    throw refusalOf(cause);
  }
}

/** Without it pdf.js would look for a file of its worker beside the bundle. */
async function workerInThisThread(): Promise<PDFWorker> {
  // @ts-expect-error: the package has no types for this file
  const { WorkerMessageHandler } = await import('pdfjs-dist/legacy/build/pdf.worker.mjs');
  const [here, there] = directWire();
  // What pdf.js asks of a port is less than what a browser's own worker has.
  const worker = PDFWorker.create({ port: here as unknown as Worker, verbosity: 0 });
  WorkerMessageHandler.initializeFromPort(there);
  return worker;
}

/** A folder of the package of pdf.js: beside the bundle, where the build puts it, or where npm did. */
function packageFolder(name: string): string {
  const beside = join(dirname(fileURLToPath(import.meta.url)), 'pdfjs', name);
  if (existsSync(beside)) return beside;
  return join(dirname(createRequire(import.meta.url).resolve('pdfjs-dist/package.json')), name);
}

function refusalOf(cause: unknown): unknown {
  const name = cause instanceof Error ? cause.name : '';
  if (name === 'PasswordException') return new Refusal('needs a password; save a copy without one');
  if (name === 'InvalidPDFException') return new Refusal('is no PDF, or only a part of one');
  return cause;
}
