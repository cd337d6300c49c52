import { run } from '../../src/cli/program.ts';
import type { TestProject } from '../support/project.ts';
import type { Outcome } from './invoke.ts';
import { fakeWorld } from './world.ts';

/** One call in this process, whose clock and standard input are the test's. */
export function importIn(project: TestProject, args: string[], input = ''): Promise<Outcome> {
  const bytes = async function* () {
    yield new TextEncoder().encode(input);
  };
  return fakeWorld(project.folder, { bytes }).call(run, 'import', ...args);
}

export const PARAGRAPH =
  'The ferry leaves at noon, and the people of the harbour wait for it with great patience.';
export const PAGE = ['Menu', 'A title', PARAGRAPH, PARAGRAPH, '© 2020 Somebody'].join('\n\n');
