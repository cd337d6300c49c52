import { spawnSync } from 'node:child_process';
import { join, resolve } from 'node:path';
import {
  MessageChannel,
  type MessagePort,
  receiveMessageOnPort,
  Worker,
} from 'node:worker_threads';
import { cleanEnvironment, type Environment } from '../support/environment.ts';
import { REPOSITORY, type TestProject } from '../support/project.ts';

/** The program under test, as users start it. */
export const PROGRAM = resolve(REPOSITORY, process.env.MARGINALIA_PROGRAM ?? 'dist/main.js');

export interface Outcome {
  status: number | null;
  stdout: string;
  stderr: string;
}

/** A command as the thread gets it. */
export interface Call {
  args: readonly string[];
  folder: string;
  env: Readonly<Record<string, string>>;
}

export interface ThreadData {
  port: MessagePort;
  /** 1 when there is an answer. */
  signal: Int32Array;
  program: string;
}

/**
 * Runs a command of the built program in a folder to its end, without a terminal, as the coder alex. All
 * commands of a test file share one thread, for a process of its own costs each a fifth of a second;
 * `spawned` has that. Another program (`MARGINALIA_PROGRAM`) always runs as a process.
 */
export function marginaliaIn(
  folder: string,
  args: readonly string[],
  env: Environment = {},
): Outcome {
  if (process.env.MARGINALIA_PROGRAM) return spawned(folder, args, env);
  return inThread({ folder, args, env: environmentOf(env) });
}

const environmentOf = (env: Environment) => cleanEnvironment({ MARGINALIA_CODER: 'alex', ...env });

/** The same in a process of its own. */
export function spawned(folder: string, args: readonly string[], env: Environment = {}): Outcome {
  const { status, stdout, stderr, error } = spawnSync(process.execPath, [PROGRAM, ...args], {
    cwd: folder,
    env: environmentOf(env),
    encoding: 'utf8',
    stdio: ['ignore', 'pipe', 'pipe'],
    maxBuffer: 1 << 28,
  });
  if (error) throw error;
  return { status, stdout, stderr };
}

let thread: { port: MessagePort; signal: Int32Array } | undefined;
const PATIENCE = 60_000;

/** Waits for the answer of the thread without letting anything else run, as `spawnSync` does. */
function inThread(call: Call): Outcome {
  thread ??= startThread();
  const { port, signal } = thread;
  Atomics.store(signal, 0, 0);
  port.postMessage(call);
  if (Atomics.wait(signal, 0, 0, PATIENCE) === 'timed-out')
    throw new Error(`no answer: marginalia ${call.args.join(' ')}`);
  return receiveMessageOnPort(port)?.message;
}

function startThread() {
  const { port1, port2 } = new MessageChannel();
  const signal = new Int32Array(new SharedArrayBuffer(4));
  const data: ThreadData = { port: port2, signal, program: join(REPOSITORY, 'dist/program.js') };
  const worker = new Worker(join(import.meta.dirname, 'commandThread.ts'), {
    workerData: data,
    transferList: [port2],
  });
  worker.unref();
  port1.unref();
  Atomics.wait(signal, 0, 0, PATIENCE);
  return { port: port1, signal };
}

/** The same in a project's folder. */
export const marginalia = (project: TestProject, ...args: string[]): Outcome =>
  marginaliaIn(project.folder, args);

/** What a command that must succeed printed as JSON. Throws with what it said where it did not. */
export function json(project: TestProject, ...args: string[]) {
  const { status, stdout, stderr } = marginalia(project, ...args, '--json');
  if (status !== 0) throw new Error(`status ${status}: ${stderr}`);
  return JSON.parse(stdout);
}

/** The lines of an output, without the empty one after the last newline. */
export const linesOf = (output: string): string[] => output.split('\n').slice(0, -1);
