import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { strFromU8, unzipSync } from 'fflate';
import { expect, test } from 'vitest';
import { cleanEnvironment } from '../support/environment.ts';
import { makeProject, type TestProject } from '../support/project.ts';
import { openReader, PROGRAM, quit } from './reader.ts';

const TEXTS = {
  'a.md': '---\ntitle: Speech A\ndate: 2021-07-14\n---\nThe tide turns.\n\nThe lamp went out.\n',
  'b.md': '---\ntitle: Speech B\ndate: 2021-08-01\n---\nThen it rained.\n\nThe river rose.\n',
};

const call = (project: TestProject, ...args: string[]): string =>
  execFileSync('node', [PROGRAM, '-p', project.folder, '--coder', 'alex', '--quiet', ...args], {
    encoding: 'utf8',
    env: cleanEnvironment(),
    cwd: project.folder,
  });

function study(): TestProject {
  const project = makeProject(TEXTS);
  call(project, 'tag', 'a', '1', 'encryption', '--memo', 'why?');
  call(project, 'tag', 'a', '2', 'erwt', '--key');
  call(project, 'tag', 'b', '1', 'encryption');
  return project;
}

test('a digest is put together, kept as a recipe, written, verified; the page remembers it', async () => {
  using project = study();
  const reader = openReader(project, { columns: 120, rows: 36 });
  await reader.waitFor(/\d%/);
  await reader.press('D');
  await reader.waitFor('3 of 3 found in the texts');
  await reader.press('a');
  await reader.waitFor('no theme chosen');
  await reader.press('j', 'j', 'j', 'Space');
  await reader.waitFor('2 of 2 found in the texts');
  expect(reader.lines().join('\n')).toContain('▏ The tide turns.');
  expect(reader.lines().join('\n')).toContain('↳ why?');
  await reader.press('j', 'j', 'Space', 'l');
  await reader.waitFor('(speaker)');
  await reader.press('h');
  await reader.waitFor('(text)');
  await reader.press('S');
  await reader.waitFor('TYPING');
  await reader.type('locks');
  await reader.press('Enter');
  await reader.waitFor('saved · the recipe locks');
  await reader.press('W');
  await reader.waitFor('written to digest-encryption.md');
  await reader.press('V');
  await reader.waitFor('all 2 quotations are as in the texts');
  await reader.press('Esc', 'D');
  await reader.waitFor('2 of 2 found in the texts');
  expect(await reader.press('Esc').then(() => quit(reader))).toBe(0);

  const made = project.read('digest-encryption.md');
  const recipe = {
    name: 'locks',
    themes: ['encryption'],
    groupBy: 'text',
    file: 'digest-encryption.md',
  };
  expect(JSON.parse(project.read('annotations/digests.json')).recipes).toEqual([recipe]);
  project.write('digest-encryption.md', '');
  call(project, 'digest', '--recipe', 'locks');
  expect(project.read('digest-encryption.md')).toBe(made);
});

test('what was chosen is there again the next time, in another run of the program', async () => {
  using project = study();
  const home = { XDG_STATE_HOME: project.path('home') };
  const first = openReader(project, { env: home });
  await first.waitFor(/\d%/);
  await first.press('D');
  await first.waitFor('3 of 3 found');
  for (const key of ['G', 'k', 'k', 'l', 'l']) await first.press(key);
  await first.waitFor('(docx)');
  await first.press('W');
  await first.waitFor('written to digest.docx');
  expect(await first.press('Esc').then(() => quit(first))).toBe(0);
  const document = unzipSync(readFileSync(project.path('digest.docx')))['word/document.xml'];
  expect(strFromU8(document ?? new Uint8Array())).toContain('Then it rained.');

  const second = openReader(project, { env: home });
  await second.waitFor(/\d%/);
  await second.press('D');
  await second.waitFor('(docx)');
  await second.waitFor('digest.docx');
  expect(await second.press('Esc').then(() => quit(second))).toBe(0);
});

test('undo takes a recipe back from the disk', async () => {
  using project = study();
  const reader = openReader(project);
  await reader.waitFor(/\d%/);
  await reader.press('D');
  await reader.waitFor('3 of 3 found');
  await reader.press('S');
  await reader.waitFor('TYPING');
  await reader.type('mine');
  await reader.press('Enter');
  await reader.waitFor('saved · the recipe mine');
  expect(project.has('annotations/digests.json')).toBe(true);
  await reader.press('u');
  await reader.waitFor('undid the recipe mine');
  await reader.press('Esc');
  await reader.waitFor('Library');
  expect(await quit(reader)).toBe(0);
  expect(project.has('annotations/digests.json')).toBe(false);
});
