import { enableCompileCache } from 'node:module';
import { parentPort, workerData } from 'node:worker_threads';
import { DOCUMENTS, type DocumentName } from './documents.ts';
import type { ImportContext, ImportOutcome } from './imported.ts';
import type { HelpJob } from './pdf/claims.ts';
import type { Page } from './pdf/lines.ts';

/** What the thread is asked to read; it answers with an `ImportOutcome`. */
export interface Job {
  format: DocumentName;
  bytes: Uint8Array;
  context: ImportContext;
}

// The libraries are large; the program may keep them compiled, and says where.
if (typeof workerData?.compiled === 'string') enableCompileCache(workerData.compiled);

parentPort?.on('message', async (job: Job | HelpJob) => {
  parentPort?.postMessage(await ('format' in job ? read(job) : help(job)));
});

async function read({ format, bytes, context }: Job): Promise<ImportOutcome> {
  const reader = await DOCUMENTS[format]();
  return reader(bytes, context);
}

async function help({ laterPagesOf, claims }: HelpJob): Promise<Page[] | null> {
  const { laterPages } = await import('./pdf/pages.ts');
  return laterPages(laterPagesOf, claims).catch(() => null);
}
