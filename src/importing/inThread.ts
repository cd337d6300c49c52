import { getCompileCacheDir } from 'node:module';
import { availableParallelism } from 'node:os';
import { Worker } from 'node:worker_threads';
import type { DocumentName } from './documents.ts';
import type { ImportFormat, ImportOutcome } from './imported.ts';
import { watchMemory } from './watchMemory.ts';
import type { Job } from './worker.ts';

/** What reading one document may take, in milliseconds, and in MB of heap and again outside it. */
export interface Limits {
  time: number;
  memory: number;
}

const LIMITS: Limits = { time: 120_000, memory: 600 };

/** A thread goes after so many documents, and whatever its libraries kept goes with it. */
const MOST_JOBS = 50;

const YOUNG = 48;

interface Thread {
  worker: Worker;
  jobs: number;
}

/** Threads that have nothing to do; they keep no program from ending. */
const idle: Thread[] = [];

/**
 * A format that is read in a thread of its own, so that no file can take for ever, fill the memory or
 * stop what goes on meanwhile. Over a limit it is refused in one line. Of several calls at once as many
 * are under way as the machine has cores, and the others wait.
 */
export const inThread =
  (format: DocumentName, limits: Limits = LIMITS): ImportFormat =>
  async (bytes, context) => {
    await turn();
    try {
      return await readIn({ format, bytes, context }, limits);
    } finally {
      done();
    }
  };

async function readIn(job: Job, limits: Limits): Promise<ImportOutcome> {
  const isUsual = limits === LIMITS;
  const thread = (isUsual ? idle.pop() : undefined) ?? newThread(limits);
  thread.worker.ref();
  const { outcome, isSound } = await answerOf(thread, job, limits);
  thread.jobs++;
  if (isSound && isUsual && thread.jobs < MOST_JOBS) {
    thread.worker.unref();
    idle.push(thread);
  } else await thread.worker.terminate();
  return outcome;
}

const AT_ONCE = Math.max(1, Math.min(4, availableParallelism()));
let underWay = 0;
const waiting: (() => void)[] = [];

async function turn(): Promise<void> {
  if (underWay < AT_ONCE) underWay++;
  else await new Promise<void>(resolve => waiting.push(resolve));
}

/** The turn goes to whoever has waited longest. */
function done(): void {
  const next = waiting.shift();
  if (next) next();
  else underWay--;
}

function newThread({ memory }: Limits): Thread {
  // In the bundle the thread has a file of its own beside the others.
  const name = import.meta.url.endsWith('.ts') ? './worker.ts' : './importWorker.js';
  const worker = new Worker(new URL(name, import.meta.url), {
    // Much is made and dropped again while a page is read: room for it saves clearing up.
    resourceLimits: { maxOldGenerationSizeMb: memory, maxYoungGenerationSizeMb: YOUNG },
    workerData: { compiled: getCompileCacheDir() },
  });
  // An error after an answer has nobody to hear it, and must not end the program.
  worker.on('error', () => {});
  return { worker, jobs: 0 };
}

interface Answer {
  outcome: ImportOutcome;
  /** Whether the thread can be asked again. */
  isSound: boolean;
}

function answerOf({ worker }: Thread, job: Job, limits: Limits): Promise<Answer> {
  return new Promise(resolve => {
    const heard = {
      message: (outcome: ImportOutcome) => end(outcome, true),
      error: (cause: unknown) => refuse(reasonOf(cause, limits)),
      exit: () => refuse('could not be read: its thread ended'),
    };
    const end = (outcome: ImportOutcome, isSound: boolean) => {
      clearTimeout(timer);
      endWatch();
      for (const [name, hear] of Object.entries(heard)) worker.off(name, hear);
      resolve({ outcome, isSound });
    };
    const refuse = (reason: string) => end({ kind: 'refused', reason }, false);
    const timer = setTimeout(() => refuse(tooLong(limits)), limits.time);
    const endWatch = watchMemory(worker, limits.memory, () => refuse(tooLarge(limits)));
    for (const [name, hear] of Object.entries(heard)) worker.on(name, hear);
    worker.postMessage(job);
  });
}

const tooLong = ({ time }: Limits) => `takes longer than ${Math.ceil(time / 1000)} seconds to read`;

const tooLarge = ({ memory }: Limits) => `takes more than ${memory} MB of memory to read`;

function reasonOf(cause: unknown, limits: Limits): string {
  const code = cause instanceof Error && 'code' in cause ? cause.code : '';
  if (code === 'ERR_WORKER_OUT_OF_MEMORY') return tooLarge(limits);
  const said = cause instanceof Error ? cause.message : String(cause);
  return `could not be read: ${said.split('\n', 1)[0]}`;
}
