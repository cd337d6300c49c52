import type { Worker } from 'node:worker_threads';

const EVERY = 200;
const MEBI = 1024 * 1024;

/**
 * Asks a thread again and again how much it holds outside its heap, which no limit of Node's own
 * covers: what a small file unpacks to, say. Calls `tooMuch` once where that is more than `most` MB.
 * Returns what ends the watch.
 */
export function watchMemory(worker: Worker, most: number, tooMuch: () => void): () => void {
  const timer = setInterval(async () => {
    const { external_memory } = await worker.getHeapStatistics().catch(() => NOTHING);
    if (external_memory < most * MEBI) return;
    clearInterval(timer);
    tooMuch();
  }, EVERY);
  timer.unref();
  return () => clearInterval(timer);
}

/** A thread that has ended holds nothing. */
const NOTHING = { external_memory: 0 };
