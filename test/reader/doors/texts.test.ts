import { statSync, utimesSync, writeFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { openProject } from '../../../src/project/project.ts';
import { tagPassage } from '../../../src/project/tagging.ts';
import { projectPorts } from '../../../src/reader/projectPorts.ts';
import { Store } from '../../../src/store/store.ts';
import { systemError, watchedFiles } from '../../store/watchedFiles.ts';
import { fakeIds } from '../../support/fakes.ts';
import { makeProject, type TestProject } from '../../support/project.ts';

const PAGE = 'annotations/alex/a.json';

async function doorsOf(folder: TestProject, store?: Store) {
  const ids = fakeIds();
  const ports = { now: () => '2026-11-22T12:00:00.000Z', newId: () => `urn:uuid:${ids()}` };
  const opened = openProject(folder.folder, ports);
  const project = store ? { ...opened, store } : opened;
  return { project, doors: projectPorts(project, 'alex', {}) };
}

async function tagged(): Promise<TestProject> {
  const folder = makeProject({ 'a.md': 'One two.\n\nThree four.\n' });
  const { project } = await doorsOf(folder);
  const request = { text: 'a', theme: 'erwt', at: { where: '1' }, coder: 'alex' };
  await tagPassage(project, request);
  return folder;
}

test('a page of a newer version opens with its tags, says why, and cannot be tagged', async () => {
  using folder = await tagged();
  folder.write(PAGE, folder.read(PAGE).replace('"version": 1', '"version": 2'));
  const { doors } = await doorsOf(folder);
  const opened = await doors.openText('a');
  expect(opened.placed.map(({ annotation }) => annotation.theme)).toEqual(['erwt']);
  expect(opened.locked).toMatch(/newer Marginalia \(format 2; this one reads 1\)/);
  expect(opened.warning).toBe(opened.locked);
  const { library } = await doors.readLibrary(() => undefined);
  expect(library.faults.map(({ message }) => message)).toEqual([opened.locked]);
});

test('another coder’s page of a newer version is named, and one’s own can be tagged', async () => {
  using folder = await tagged();
  folder.write('annotations/sam/a.json', folder.read(PAGE).replace('"version": 1', '"version": 2'));
  const opened = await (await doorsOf(folder)).doors.openText('a');
  expect(opened.locked).toBeNull();
  expect(opened.warning).toContain('newer Marginalia');
  expect(opened.placed).toHaveLength(2);
});

test('a theme that a newer codebook would have to take is refused, and the tag goes with it', async () => {
  using folder = await tagged();
  const codebook = folder.read('annotations/codebook.json').replace('"version": 1', '"version": 2');
  folder.write('annotations/codebook.json', codebook);
  const before = folder.read(PAGE);
  const { doors } = await doorsOf(folder);
  const { codebook: read } = await doors.readLibrary(() => undefined);
  const [first] = read.themes;
  if (!first) throw new Error('no theme was read');
  const theme = { ...first, id: 'new', name: 'New', key: null };
  const step = { label: 'New', coder: 'alex', themes: [{ before: null, after: theme }], pages: [] };
  expect(await doors.write(step)).toMatchObject({
    kind: 'refused',
    reason: expect.stringContaining('it can be read here, not changed; update Marginalia'),
  });
  expect(folder.read('annotations/codebook.json')).toBe(codebook);
  expect(folder.read(PAGE)).toBe(before);
});

test.each([
  ['EROFS', 'read only: the file system is read-only in annotations/alex'],
  ['EACCES', 'read only: no permission in annotations/alex'],
])('a folder that cannot be written, %s: the text opens locked', async (code, words) => {
  using folder = await tagged();
  const files = watchedFiles(({ kind }) => {
    if (kind === 'writable') throw systemError(code);
  });
  const store = new Store(folder.path('annotations'), { files });
  const opened = await (await doorsOf(folder, store)).doors.openText('a');
  expect(opened.placed).toHaveLength(1);
  expect(opened.locked).toBe(`${words} · mend that, then open it again`);
  expect(opened.warning).toBe(opened.locked);
});

test('a folder that is not there yet is asked for at the one above it', async () => {
  using folder = makeProject({ 'a.md': 'One two.\n' });
  const { project, doors } = await doorsOf(folder);
  expect((await doors.openText('a')).locked).toBeNull();
  expect(await project.store.whyReadOnly('nobody yet')).toBeNull();
  expect(folder.has('annotations')).toBe(false);
});

test.each([
  ['the text', 'texts/a.md', 'One two', 'One toe'],
  ['one’s own tags', PAGE, 'erwt', 'acme'],
  ['another coder’s tags', 'annotations/sam/a.json', 'erwt', 'acme'],
])('%s: a change of the same size, at the same time, is seen', async (_, file, was, is) => {
  using folder = await tagged();
  folder.write('annotations/sam/a.json', folder.read(PAGE));
  // A whole second: one that a file's time and a Date hold alike.
  const then = new Date('2026-11-22T09:00:00Z');
  utimesSync(folder.path(file), then, then);
  const { doors } = await doorsOf(folder);
  const { seen } = await doors.lookAgain('a', null);
  expect((await doors.lookAgain('a', seen)).opened).toBeNull();
  const { size, mtimeNs, ino } = bigStat(folder.path(file));
  writeFileSync(folder.path(file), folder.read(file).replaceAll(was, is));
  utimesSync(folder.path(file), then, then);
  const now = bigStat(folder.path(file));
  expect([now.size, now.ino, now.mtimeNs]).toEqual([size, ino, mtimeNs]);
  const { opened } = await doors.lookAgain('a', seen);
  const shown = [
    opened?.transcript.text,
    ...(opened?.placed ?? []).map(({ annotation }) => annotation.theme),
  ];
  expect(JSON.stringify(shown)).toContain(is);
});

const bigStat = (path: string) => statSync(path, { bigint: true });
