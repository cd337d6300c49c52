import { randomUUID } from 'node:crypto';
import type { Ports } from '../project/project.ts';

/** A stream that commands write to; of a terminal one also knows the width in cells. */
export interface Output {
  isTTY?: boolean | undefined;
  columns?: number | undefined;
  write(text: string | Uint8Array, done: (error?: Error | null) => void): unknown;
}

/** Everything a command needs of the machine, so that a test can hand in its own. */
export interface World {
  env: Readonly<Record<string, string | undefined>>;
  /** The folder the program was started in. */
  here: string;
  input: { isTTY?: boolean | undefined };
  /** The bytes of standard input, for a command that reads it. */
  bytes(): AsyncIterable<Uint8Array>;
  stdout: Output;
  stderr: Output;
  ports: Ports;
}

/** The running process as a world. */
export function processWorld(): World {
  const { env, stdout, stderr } = process;
  return {
    env,
    here: process.cwd(),
    // Opening standard input costs 5 ms, and few commands look at it.
    get input() {
      return process.stdin;
    },
    bytes: () => process.stdin,
    stdout,
    stderr,
    ports: systemPorts,
  };
}

const systemPorts: Ports = {
  now: () => new Date().toISOString(),
  newId: () => `urn:uuid:${randomUUID()}`,
};
