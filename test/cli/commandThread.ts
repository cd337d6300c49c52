import { randomUUID } from 'node:crypto';
import { pathToFileURL } from 'node:url';
import { workerData } from 'node:worker_threads';
import type { Output, World } from '../../src/cli/world.ts';
import type { Call, ThreadData } from './invoke.ts';

/** What a command wrote. */
class Kept {
  private readonly parts: Buffer[] = [];

  take(part: string | Uint8Array): void {
    this.parts.push(Buffer.from(part as string));
  }

  get text(): string {
    return Buffer.concat(this.parts).toString();
  }
}

/** Runs commands of the built program one after the other, each in a world of its own, for a thread that waits. */
const { port, signal, program } = workerData as ThreadData;
const { run } = await import(pathToFileURL(program).href);

port.on('message', async ({ args, folder, env }: Call) => {
  const [stdout, stderr] = [new Kept(), new Kept()];
  const status = await run([...args], worldOf(folder, env, stdout, stderr)).catch(
    (error: unknown) => {
      stderr.take(`marginalia: ${error instanceof Error ? error.message : String(error)}\n`);
      return 1;
    },
  );
  port.postMessage({ status, stdout: stdout.text, stderr: stderr.text });
  tell();
});
tell();

/** The waiting thread goes on. */
function tell(): void {
  Atomics.store(signal, 0, 1);
  Atomics.notify(signal, 0);
}

function worldOf(here: string, env: World['env'], stdout: Kept, stderr: Kept): World {
  const output = (kept: Kept): Output => ({
    write(text, done) {
      kept.take(text);
      done();
    },
  });
  return {
    env,
    here,
    input: {},
    bytes: async function* () {},
    stdout: output(stdout),
    stderr: output(stderr),
    ports: { now: () => new Date().toISOString(), newId: () => `urn:uuid:${randomUUID()}` },
  };
}
