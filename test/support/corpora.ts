import { existsSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { afterAll, describe, expect, type RunnerTestSuite, test } from 'vitest';
import { REPOSITORY } from './project.ts';

declare module 'vitest' {
  interface TaskMeta {
    /** How many tests this skipped one stands for. */
    leftOut?: number;
  }
}

/**
 * Where the real texts and the files of other projects lie, which are not part of this repository:
 * `MARGINALIA_CORPORA`, else `shared` beside it. `name` is a folder in there, `corpora/blns` say.
 * `null` if it is not there.
 */
export function corpus(name: string): string | null {
  const root = process.env.MARGINALIA_CORPORA || join(REPOSITORY, '../shared');
  const folder = resolve(root, name);
  return existsSync(folder) ? folder : null;
}

/**
 * A group of exactly `cases` tests over a folder of the corpora. Where the folder is missing, one
 * skipped test says how many were left out, and the last line of `npm test` counts them all.
 */
export function describeCorpus(name: string, cases: number, define: (folder: string) => void) {
  describe(name, () => {
    const folder = corpus(name);
    if (folder === null) leaveOut(cases);
    else {
      define(folder);
      // biome-ignore lint/correctness/noEmptyPattern: vitest wants to see which fixtures are used: none
      afterAll(({}, group) => expect(testsIn(group.tasks), 'tests declared').toBe(cases));
    }
  });
}

function leaveOut(cases: number): void {
  const title = `${cases} left out: the corpus is not here`;
  test(title, { meta: { leftOut: cases } }, context => context.skip(title));
}

function testsIn(tasks: RunnerTestSuite['tasks']): number {
  return tasks.reduce((sum, task) => sum + (task.type === 'suite' ? testsIn(task.tasks) : 1), 0);
}
