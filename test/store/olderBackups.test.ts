import { statSync, symlinkSync, utimesSync } from 'node:fs';
import { expect, it } from 'vitest';
import type { TestProject } from '../support/project.ts';
import { BACKUP_FILE, PAGE_FILE, projectWith, storeOf, TARGET, tag } from './samples.ts';

const HOUR = 3600;
const OLDER = (n: number) => `annotations/.marginalia/older/${n}/alex/interview.json`;

/** As if so many hours had gone by: page and backup are older by that. */
function wait(project: TestProject, hours: number): void {
  for (const file of [PAGE_FILE, BACKUP_FILE]) {
    if (!project.has(file)) continue;
    const time = statSync(project.path(file)).mtimeMs / 1000 - hours * HOUR;
    utimesSync(project.path(file), time, time);
  }
}

/** Some changes one after the other; returns what they ended with. */
async function sitting(project: TestProject, ...numbers: number[]): Promise<string> {
  for (const n of numbers) await storeOf(project).changePage(TARGET, items => [...items, tag(n)]);
  return project.read(PAGE_FILE);
}

it('what the last three sittings ended with stays, beside the version before the last change', async () => {
  using project = await projectWith(tag(1));
  const ends: string[] = [];
  for (let day = 1; day <= 5; day++) {
    ends.push(await sitting(project, day * 10, day * 10 + 1, day * 10 + 2));
    wait(project, 14);
  }
  await sitting(project, 100, 101);
  const [, , third, second, first] = ends;
  expect([1, 2, 3].map(n => project.read(OLDER(n)))).toEqual([first, second, third]);
  expect(project.has(OLDER(4))).toBe(false);
  expect(JSON.parse(project.read(BACKUP_FILE)).items).toHaveLength(17);
});

it('within one sitting nothing is kept but the backup', async () => {
  using project = await projectWith(tag(1));
  await sitting(project, 2, 3, 4, 5);
  expect(project.has('annotations/.marginalia/older')).toBe(false);
});

it('a link in the place of the older versions is not followed, and hinders nobody', async () => {
  using project = await projectWith(tag(1));
  await sitting(project, 2);
  project.write('elsewhere/x', '');
  symlinkSync(project.path('elsewhere'), project.path('annotations/.marginalia/older'));
  wait(project, 3);
  const now = await sitting(project, 3, 4);
  expect(JSON.parse(now).items).toHaveLength(4);
  expect(project.has('elsewhere/1/alex/interview.json')).toBe(false);
});
