import { mkdirSync, renameSync, statSync, utimesSync } from 'node:fs';
import { expect, test } from 'vitest';
import { contentHash } from '../../src/project/contentHash.ts';
import { filesSeen } from '../../src/project/filesSeen.ts';
import { openProject } from '../../src/project/project.ts';
import { makeProject, type TestProject } from '../support/project.ts';

const project = () =>
  makeProject(
    Object.fromEntries(Array.from({ length: 100 }, (_, n) => [`text-${n}.md`, `Text ${n}.\n`])),
    { 'sam/text-1.json': '{}', 'codebook.json': '{}' },
  );

type Change = (at: TestProject) => void;
const changes: [string, Change][] = [
  ['a new text', at => at.write('texts/text-100.md', 'New.\n')],
  ['a text that grew', at => at.write('texts/text-99.md', 'Text 99, and more.\n')],
  ['a renamed text', at => renameSync(at.path('texts/text-64.md'), at.path('texts/other.md'))],
  ['another time', at => utimesSync(at.path('texts/text-0.md'), 1, 1)],
  ['a page of another coder', at => at.write('annotations/kim/text-2.json', '{}')],
  ['a page that changed', at => at.write('annotations/sam/text-1.json', '{"a":1}')],
  ['a theme', at => at.write('annotations/codebook.json', '{"a":1}')],
  ['a coder without a page', at => mkdirSync(at.path('annotations/kim'))],
];

test.each(changes)('%s is seen, and nothing is where nothing was done', async (_, change) => {
  using at = project();
  const before = await filesSeen(at.folder);
  expect(await filesSeen(at.folder)).toBe(before);
  change(at);
  expect(await filesSeen(at.folder)).not.toBe(before);
});

test('what is hidden, our own shelf say, is not looked at; a folder that is not there is none', async () => {
  using at = project();
  const before = await filesSeen(at.folder);
  at.write('annotations/.marginalia/places.json', '{}');
  at.write('texts/.hidden.md', 'x');
  expect(await filesSeen(at.folder)).toBe(before);
  expect(await filesSeen(at.path('nowhere'))).toMatch(/^[0-9a-f]{64}$/);
});

test('a text of many megabytes has a hash of its content, to the last letter', async () => {
  const words = 'word '.repeat(600_000);
  using at = makeProject({ 'a.md': words });
  const ports = { now: () => '', newId: () => '' };
  const opened = openProject(at.folder, ports);
  const before = await contentHash(opened, 'a');
  const { atime, mtime } = statSync(at.path('texts/a.md'));
  at.write('texts/a.md', `${words.slice(0, -1)}.`);
  utimesSync(at.path('texts/a.md'), atime, mtime);
  expect(await contentHash(opened, 'a')).not.toBe(before);
  at.write('texts/a.md', words);
  expect(await contentHash(opened, 'a')).toBe(before);
});
