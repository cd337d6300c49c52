import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { expect, test } from 'vitest';
import { cleanEnvironment } from '../support/environment.ts';
import { makeProject, type TestProject } from '../support/project.ts';
import { openText, quit, storedIn } from './reader.ts';

const SECONDS = process.env.MARGINALIA_LONG ? 30 : 5;
const PROCESSES = 8;
const PAGE = 'annotations/alex/a.json';
const TEXT = Array.from(
  { length: 400 },
  (_, i) => `Paragraph ${i + 1} says something of its own, and nothing that another one says.`,
).join('\n\n');

/** A process that tags until it is told to stop, and the ids of the tags that it said were saved. */
function startTagging({ folder }: TestProject, n: number) {
  const script = join(import.meta.dirname, 'children/tagOn.ts');
  const child = spawn(process.execPath, [script, folder, String(n), String(PROCESSES)], {
    stdio: ['pipe', 'pipe', 'inherit'],
    env: cleanEnvironment({ NODE_COMPILE_CACHE: `${folder}-cache` }),
  });
  let output = '';
  child.stdout.setEncoding('utf8').on('data', text => {
    output += text;
  });
  return { child, ended: once(child, 'close'), saved: () => output.split('\n').slice(0, -1) };
}

interface Ids {
  items: { id: string }[];
}
const idsIn = (project: TestProject) =>
  (JSON.parse(project.read(PAGE)) as Ids).items.map(({ id }) => id);

test(`${PROCESSES} processes tag one text for ${SECONDS} s while it is read: no tag is lost, no file is read by halves`, {
  timeout: 240_000,
}, async () => {
  using project = makeProject({ 'a.txt': TEXT });
  const reader = await openText(project, { columns: 120 });
  const writers = Array.from({ length: PROCESSES }, (_, n) => startTagging(project, n));
  await Promise.all(writers.map(({ child }) => once(child.stdout, 'data')));
  let reads = 0;
  for (const end = performance.now() + SECONDS * 1_000; performance.now() < end; reads++) {
    idsIn(project);
    await delay(5);
  }
  // The reader tags as well, in between.
  await reader.press('G', '1');
  await reader.waitFor('saved', 30_000);
  for (const { child } of writers) child.stdin.end();
  await Promise.all(writers.map(({ ended }) => ended));
  const saved = writers.flatMap(writer => writer.saved());
  const stored = idsIn(project);
  const [own] = stored.filter(id => !saved.includes(id));
  expect(stored.toSorted()).toEqual([...saved, own].toSorted());
  expect(
    storedIn(project, PAGE).filter(({ exact }) => exact === TEXT.split('\n\n')[399]),
  ).toHaveLength(1);
  expect(new Set(saved).size).toBeGreaterThan(PROCESSES);
  // What the others did is on the screen without a key: the counts of the four themes.
  const themes = Object.values(Object.groupBy(storedIn(project, PAGE), one => one.theme ?? ''));
  await reader.waitFor(
    terminal => themes.every(all => terminal.text().includes(` ${all?.length ?? 0}  `)),
    30_000,
  );
  expect(reader.raw).not.toMatch(/cannot be read|is not JSON|ends too early/);
  expect(await quit(reader)).toBe(0);
  if (process.env.MARGINALIA_LONG)
    console.log(`${saved.length} tags of ${PROCESSES} processes in ${SECONDS} s, ${reads} reads`);
});
