import { existsSync, readdirSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { emptyCodebook } from '../../src/model/codebook.ts';
import { NewerFile } from '../../src/model/fault.ts';
import { starterCodebook } from '../../src/model/starterCodebook.ts';
import type { Store } from '../../src/store/store.ts';
import { makeProject, type TestProject } from '../support/project.ts';
import { PAGE_FILE, pageJson, projectWith, SHA, storeOf, TARGET, tag } from './samples.ts';

/** The content of a file with other words for its version, or none. */
const withVersion = (content: string, words: string) =>
  content.replace(/"version": 1(?:, )?/, words);

const recipe = { name: 'all', themes: ['encryption'] };
const rejection = {
  id: 'urn:r:1',
  text: 'interview',
  theme: 'encryption',
  sha256: SHA,
  created: '2026-11-22T10:00:00.000Z',
  selector: { exact: 'passage', prefix: '', suffix: '', start: 0, end: 7 },
};

interface VersionedFile {
  file: string;
  content: unknown;
  /** How many entries it has. */
  count: (store: Store) => Promise<number>;
  add: (store: Store) => Promise<unknown>;
}

const FILES: Record<string, VersionedFile> = {
  'an annotation page': {
    file: PAGE_FILE,
    content: null,
    count: async store => (await store.readPage('alex', 'interview'))?.annotations.length ?? 0,
    add: store => store.changePage(TARGET, items => [...items, tag(2)]),
  },
  'the codebook': {
    file: 'annotations/codebook.json',
    content: { version: 1, themes: [{ id: 'a', name: 'A' }] },
    count: async store => (await store.readCodebook())?.themes.length ?? 0,
    add: store =>
      store.changeCodebook(found => ({
        ...emptyCodebook,
        themes: [...(found?.themes ?? []), ...starterCodebook.themes.slice(0, 1)],
      })),
  },
  'the recipes': {
    file: 'annotations/digests.json',
    content: { version: 1, recipes: [recipe] },
    count: async store => (await store.readRecipes()).length,
    add: store =>
      store.changeRecipes(all => all.flatMap(one => [one, { ...one, name: 'another' }])),
  },
  'the decisions of a coder': {
    file: 'annotations/alex/.state.json',
    content: { version: 1, rejected: [rejection] },
    count: async store => (await store.readRejections('alex')).length,
    add: store =>
      store.changeRejections('alex', all => all.flatMap(one => [one, { ...one, id: 'urn:r:2' }])),
  },
};

/** A project with one such file, of one entry, whose version is written in other words. */
async function projectOf({ file, content }: VersionedFile, words: string): Promise<TestProject> {
  const project = await projectWith(tag(1));
  const plain = content === null ? project.read(file) : oneLine(content);
  project.write(file, withVersion(plain, words));
  return project;
}

const oneLine = (content: unknown) => `${JSON.stringify(content, null, 1).replace(/\n */g, ' ')}\n`;

const FUTURE = '"version": 2, "tomorrow": {"x": 1}, ';

describe.each(Object.entries(FILES))('%s', (_, one) => {
  it('of a newer version is read, says why it is read only, and is never changed', async () => {
    using project = await projectOf(one, FUTURE);
    const before = project.read(one.file);
    const store = storeOf(project);
    expect(store.newerFiles()).toEqual([]);
    expect(await one.count(store)).toBe(1);
    const line = `${project.path(one.file)} was written by a newer Marginalia (format 2; this one reads 1): it can be read here, not changed; update Marginalia`;
    expect(store.newerFiles().map(({ message }) => message)).toEqual([line]);
    await expect(one.add(store)).rejects.toThrow(line);
    await expect(one.add(store)).rejects.toBeInstanceOf(NewerFile);
    expect(project.read(one.file)).toBe(before);
  });

  it.each([
    ['0', '"version": 0, '],
    ['none', ''],
  ])(
    'of version %s is read, and made into the present one with the first write',
    async (__, old) => {
      using project = await projectOf(one, old);
      const before = project.read(one.file);
      const store = storeOf(project);
      expect(await one.count(store)).toBe(1);
      expect(store.newerFiles()).toEqual([]);
      expect(project.read(one.file), 'reading changes nothing').toBe(before);
      await one.add(store);
      expect(await one.count(store)).toBe(2);
      expect(project.read(one.file)).toContain('"version": 1');
      expect(keptOf(project)).toEqual([before]);
      // The next write replaces the plain backup, not what was kept of the old version.
      await store.changePage(TARGET, () => [tag(3)]);
      expect(keptOf(project)).toEqual([before]);
    },
  );
});

/** What the shelf has of files from before a migration. */
function keptOf(project: TestProject): string[] {
  const shelf = 'annotations/.marginalia/backups';
  if (!existsSync(project.path(shelf))) return [];
  return readdirSync(project.path(shelf), { recursive: true, encoding: 'utf8' })
    .filter(name => name.includes('.format-0-'))
    .map(name => project.read(`${shelf}/${name}`));
}

it('a page of version 0 may lack what its header says today', async () => {
  using project = makeProject({});
  project.write(PAGE_FILE, JSON.stringify(pageJson([], { marginalia: {} })));
  expect(await storeOf(project).readPage('alex', 'interview')).toMatchObject({ sha256: '' });
});

it.each([-1, 0.5, 'one', null])('a version that is none, %j, is refused', async version => {
  using project = makeProject({}, { 'codebook.json': { version, themes: [] } });
  await expect(storeOf(project).readCodebook()).rejects.toThrow('version must be 1');
});
