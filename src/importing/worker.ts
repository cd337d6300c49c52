import { parentPort } from 'node:worker_threads';
import { DOCUMENTS, type DocumentName } from './documents.ts';
import type { ImportContext } from './imported.ts';

/** What the thread is asked; it answers each with an `ImportOutcome`, one after the other. */
export interface Job {
  format: DocumentName;
  bytes: Uint8Array;
  context: ImportContext;
}

parentPort?.on('message', async ({ format, bytes, context }: Job) => {
  const read = await DOCUMENTS[format]();
  parentPort?.postMessage(await read(bytes, context));
});
