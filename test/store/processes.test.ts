import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { describe, expect, it } from 'vitest';
import { makeProject, type TestProject } from '../support/project.ts';
import { storeOf } from './samples.ts';

/** Starting so many processes may take long on a machine that has other work; in milliseconds. */
const PATIENCE = 120_000;
const CHILD = join(import.meta.dirname, 'children/tagLoop.ts');

/** A process that tags, and the ids that it said were saved. */
function startTagging(project: TestProject, name: string, count: number) {
  const args = [CHILD, project.path('annotations'), name, String(count)];
  const child = spawn(process.execPath, args, { stdio: ['ignore', 'pipe', 'inherit'] });
  const output: string[] = [];
  child.stdout.setEncoding('utf8').on('data', (text: string) => output.push(text));
  // What comes after the last line end was cut off by a kill.
  const saved = () => output.join('').split('\n').slice(0, -1);
  return { child, saved };
}

const ended = (child: ChildProcess) =>
  child.exitCode === null && child.signalCode === null ? once(child, 'close') : undefined;

async function idsIn(project: TestProject): Promise<string[]> {
  const page = await storeOf(project).readPage('alex', 'interview');
  return page?.annotations.map(one => one.id) ?? [];
}

describe('several processes', () => {
  it(
    'four that tag one text at once lose nothing, and a reader sees whole files only',
    async () => {
      using project = makeProject({});
      const writers = ['a', 'b', 'c', 'd'].map(name => startTagging(project, name, 25));
      const all = Promise.all(writers.map(({ child }) => ended(child)));
      let isOver = false;
      const reading = (async () => {
        let most = 0;
        for (; !isOver; await delay(1)) {
          const { length } = await idsIn(project);
          expect(length).toBeGreaterThanOrEqual(most);
          most = length;
        }
      })();
      await all;
      isOver = true;
      await reading;
      const saved = writers.flatMap(writer => writer.saved());
      expect(saved).toHaveLength(100);
      expect((await idsIn(project)).toSorted()).toEqual(saved.toSorted());
    },
    PATIENCE,
  );

  it(
    'twenty that are killed at any moment lose nothing that was said to be saved',
    async () => {
      using project = makeProject({});
      const saved: string[] = [];
      for (let round = 0; round < 20; round++) {
        const writer = startTagging(project, `r${round}`, 1_000);
        await Promise.race([once(writer.child.stdout, 'data'), ended(writer.child)]);
        await delay(Math.random() * 20);
        writer.child.kill('SIGKILL');
        await ended(writer.child);
        saved.push(...writer.saved());
        expect(await idsIn(project)).toEqual(expect.arrayContaining(saved));
      }
      expect(saved.length).toBeGreaterThanOrEqual(20);
      const store = storeOf(project);
      await store.sweep();
      expect(await store.sweep()).toEqual({ removed: [], conflictCopies: [], locks: [] });
    },
    PATIENCE,
  );
});
