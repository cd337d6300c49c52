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
  const child = spawn(process.execPath, args, {
    stdio: ['ignore', 'pipe', 'inherit'],
    env: { ...process.env, NODE_COMPILE_CACHE: project.path('.cache') },
  });
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

const LONG = Boolean(process.env.MARGINALIA_LONG);
/** The reader's own test kills it fifty times more. */
const KILLS = LONG ? 1_000 : 20;
const WRITERS = 8;
const TAGS_EACH = 12;
/** So many are killed in one round: they wait for each other's locks as well. */
const AT_ONCE = 2;

describe('several processes', () => {
  it(
    `${WRITERS} that tag one text at once lose nothing, and a reader sees whole files only`,
    async () => {
      using project = makeProject({});
      const names = Array.from({ length: WRITERS }, (_, n) => `w${n}`);
      const writers = names.map(name => startTagging(project, name, TAGS_EACH));
      let isOver = false;
      const reading = (async () => {
        let most = 0;
        for (; !isOver; await delay(1)) {
          const { length } = await idsIn(project);
          expect(length).toBeGreaterThanOrEqual(most);
          most = length;
        }
      })();
      await Promise.all(writers.map(({ child }) => ended(child)));
      isOver = true;
      await reading;
      const saved = writers.flatMap(writer => writer.saved());
      expect(saved).toHaveLength(WRITERS * TAGS_EACH);
      expect((await idsIn(project)).toSorted()).toEqual(saved.toSorted());
    },
    PATIENCE,
  );

  it(
    `${KILLS} that are killed at any moment lose nothing that was said to be saved`,
    async () => {
      using project = makeProject({});
      const saved: string[] = [];
      for (let done = 0; done < KILLS; done += AT_ONCE) {
        const writers = Array.from({ length: AT_ONCE }, (_, n) =>
          startTagging(project, `r${done + n}`, 1_000),
        );
        await Promise.all(writers.map(killSoon));
        for (const writer of writers) saved.push(...writer.saved());
        const stored = new Set(await idsIn(project));
        expect(saved.filter(id => !stored.has(id))).toEqual([]);
      }
      expect(saved.length).toBeGreaterThanOrEqual(KILLS / 2);
      const store = storeOf(project);
      await store.sweep();
      expect(await store.sweep()).toEqual({ removed: [], conflictCopies: [], locks: [] });
      if (LONG) console.log(`${KILLS} kills, ${saved.length} tags said to be saved, all there`);
    },
    PATIENCE * (LONG ? 10 : 1),
  );
});

/** At a random moment, of its start or of its work. */
async function killSoon({ child }: ReturnType<typeof startTagging>): Promise<void> {
  if (Math.random() < 0.9) await Promise.race([once(child.stdout, 'data'), ended(child)]);
  await delay(Math.random() * 20);
  child.kill('SIGKILL');
  await ended(child);
}
