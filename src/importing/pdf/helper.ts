import { availableParallelism } from 'node:os';
import { resourceLimits, Worker, workerData } from 'node:worker_threads';
import { watchMemory } from '../watchMemory.ts';
import type { Claims, HelpJob } from './claims.ts';
import type { Page } from './lines.ts';

/** Smaller files than this have too few pages for two threads: bytes. */
const SMALLEST = 100_000;
/** What it may hold outside its heap, in MB. */
const MOST_MEMORY = 300;

let helper: Worker | null = null;

/**
 * The pages of a large file that a second thread claims and reads from the end on; `null` where there is
 * none to help, and where it failed: then whoever asked reads those pages too.
 */
export async function askHelper(bytes: Uint8Array, claims: Claims): Promise<Page[] | null> {
  if (bytes.length < SMALLEST || availableParallelism() < 2) return null;
  helper ??= newHelper();
  const asked = helper;
  asked.ref();
  const pages = await answerOf(asked, { laterPagesOf: bytes, claims });
  asked.unref();
  if (pages === null) {
    helper = null;
    await asked.terminate();
  }
  return pages;
}

function answerOf(asked: Worker, job: HelpJob): Promise<Page[] | null> {
  return new Promise(resolve => {
    const end = (pages: Page[] | null) => {
      endWatch();
      asked.off('message', end);
      asked.off('error', fail);
      asked.off('exit', fail);
      resolve(pages);
    };
    const fail = () => end(null);
    const endWatch = watchMemory(asked, MOST_MEMORY, fail);
    asked.on('message', end);
    asked.on('error', fail);
    asked.on('exit', fail);
    asked.postMessage(job);
  });
}

function newHelper(): Worker {
  // In the bundle the thread has a file of its own beside the others.
  const name = import.meta.url.endsWith('.ts') ? '../worker.ts' : './importWorker.js';
  const worker = new Worker(new URL(name, import.meta.url), { workerData, resourceLimits });
  // An error after an answer has nobody to hear it, and must not end the program.
  worker.on('error', () => {});
  return worker;
}
