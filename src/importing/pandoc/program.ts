import { spawn } from 'node:child_process';
import { tmpdir } from 'node:os';

/** What came of running another program. */
export type Ran =
  | { kind: 'done'; output: string }
  | { kind: 'failed'; message: string }
  | { kind: 'missing' }
  | { kind: 'stopped' };

const MOST_OUTPUT = 128 * 1024 * 1024;

/**
 * Runs another program on some bytes: they go in, what it prints comes out. It is found on the user's
 * path, gets none of the user's other settings, and is stopped after `time` milliseconds or when it
 * prints too much.
 */
export function run(
  command: string,
  args: readonly string[],
  input: Uint8Array,
  time: number,
): Promise<Ran> {
  return new Promise(resolve => {
    const { PATH, SYSTEMROOT } = process.env;
    const env = { PATH, SYSTEMROOT, LANG: 'C.UTF-8' };
    const child = spawn(command, args, { cwd: tmpdir(), env, windowsHide: true });
    const timer = setTimeout(() => child.kill('SIGKILL'), time);
    const end = (ran: Ran) => {
      clearTimeout(timer);
      resolve(ran);
    };
    const output = collect(child.stdout, () => child.kill('SIGKILL'));
    const errors = collect(child.stderr, () => child.kill('SIGKILL'));
    child.on('error', ({ message, ...cause }: NodeJS.ErrnoException) =>
      end(cause.code === 'ENOENT' ? { kind: 'missing' } : { kind: 'failed', message }),
    );
    child.on('close', (status, signal) => {
      if (signal !== null) end({ kind: 'stopped' });
      else if (status === 0) end({ kind: 'done', output: output() });
      else end({ kind: 'failed', message: errors() });
    });
    // A program that reads no further is no fault of ours; its status says what happened.
    child.stdin.on('error', () => {});
    child.stdin.end(input);
  });
}

function collect(stream: NodeJS.ReadableStream, tooMuch: () => void): () => string {
  const pieces: Buffer[] = [];
  let size = 0;
  stream.on('data', (piece: Buffer) => {
    size += piece.length;
    if (size > MOST_OUTPUT) tooMuch();
    else pieces.push(piece);
  });
  return () => Buffer.concat(pieces).toString('utf8');
}
