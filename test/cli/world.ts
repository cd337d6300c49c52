import type { run } from '../../src/cli/program.ts';
import type { World } from '../../src/cli/world.ts';
import { fakeClock, fakeIds } from '../support/fakes.ts';
import type { Outcome } from './invoke.ts';

/** A world without a process: what is written is kept, clock and ids count up. */
export function fakeWorld(here: string, more: Partial<World> = {}) {
  const written = { stdout: '', stderr: '' };
  const into = (name: 'stdout' | 'stderr') => ({
    write(text: string, done: () => void) {
      written[name] += text;
      done();
    },
  });
  const [now, nextId] = [fakeClock(), fakeIds()];
  const world: World = {
    env: { MARGINALIA_CODER: 'alex' },
    here,
    input: {},
    bytes: async function* () {},
    stdout: into('stdout'),
    stderr: into('stderr'),
    ports: { now: () => now().toISOString(), newId: () => `urn:uuid:${nextId()}` },
    ...more,
  };
  /** Runs one command in this world, in this process. */
  async function call(program: typeof run, ...args: string[]): Promise<Outcome> {
    written.stdout = '';
    written.stderr = '';
    const status = await program(args, world);
    return { status, ...written };
  }
  return { world, call };
}
