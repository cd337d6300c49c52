import {
  chmodSync,
  existsSync,
  lstatSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  renameSync,
  statSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import type { Annotation } from '../../src/model/annotation.ts';
import { Fault } from '../../src/model/fault.ts';
import { Store } from '../../src/store/store.ts';
import { makeProject } from '../support/project.ts';
import { BACKUP_FILE, PAGE_FILE, pageJson, projectWith, storeOf, TARGET, tag } from './samples.ts';
import { watchedFiles } from './watchedFiles.ts';

const none = (): Annotation[] => [];

describe('names and links', () => {
  it.each(['', '.', '..', '../x', 'a/b', 'a\\b', '/etc/x', 'C:x', 'a\0b', 'a\nb', '.hidden'])(
    'no path leaves the folder: %j is refused as coder and as transcript',
    async name => {
      using project = makeProject({});
      const store = storeOf(project);
      for (const target of [
        { ...TARGET, coder: name },
        { ...TARGET, text: name },
      ]) {
        await expect(store.changePage(target, () => [tag(1)])).rejects.toBeInstanceOf(Fault);
        await expect(store.readPage(target.coder, target.text)).rejects.toBeInstanceOf(Fault);
      }
      await expect(store.pages(name)).rejects.toBeInstanceOf(Fault);
      expect(readdirSync(project.folder)).toEqual(['texts']);
    },
  );

  it('names in any script and with spaces, dots and brackets are as good as others', async () => {
    using project = makeProject({});
    const store = storeOf(project);
    const target = { ...TARGET, coder: 'доктор-ж', text: 'Interview 3 (rev. 2)…' };
    await store.changePage(target, () => [tag(1)]);
    expect(await store.coders()).toEqual(['доктор-ж']);
    expect(await store.pages('доктор-ж')).toEqual(['Interview 3 (rev. 2)…']);
  });

  it('a name that the disk spells in another composition is found, not made again', async () => {
    using project = makeProject({});
    const [composed, decomposed] = ['caf\u00E9', 'cafe\u0301'];
    const path = project.path('annotations', decomposed, `${decomposed}.json`);
    mkdirSync(join(path, '..'), { recursive: true });
    writeFileSync(path, JSON.stringify(pageJson([])));
    const store = storeOf(project);
    expect(await store.coders()).toEqual([composed]);
    expect(await store.pages(composed)).toEqual([composed]);
    expect((await store.readPage(composed, composed))?.annotations).toEqual([]);
    await store.changePage({ ...TARGET, coder: composed, text: composed }, () => [tag(1)]);
    expect(readdirSync(project.path('annotations'))).toEqual(['.marginalia', decomposed]);
    expect(JSON.parse(readFileSync(path, 'utf8')).items).toHaveLength(1);
  });

  it('a page that is a link is written where it points', async () => {
    using project = await projectWith(tag(1));
    renameSync(project.path(PAGE_FILE), project.path('elsewhere.json'));
    symlinkSync('../../elsewhere.json', project.path(PAGE_FILE));
    const store = storeOf(project);
    await store.changePage(TARGET, items => [...items, tag(2)]);
    expect(lstatSync(project.path(PAGE_FILE)).isSymbolicLink()).toBe(true);
    expect(JSON.parse(project.read('elsewhere.json')).items).toHaveLength(2);
    await store.changePage(TARGET, none);
    expect(project.has('elsewhere.json')).toBe(false);
    expect(readdirSync(project.path('annotations/alex'))).toEqual([]);
  });

  it('a page that is a link to nothing is not made there', async () => {
    using project = makeProject({}, { 'alex/x.json': pageJson([]) });
    symlinkSync('../../planted.json', project.path(PAGE_FILE));
    const change = storeOf(project).changePage(TARGET, () => [tag(1)]);
    await expect(change).rejects.toThrow('is a link to nothing');
    expect(project.has('planted.json')).toBe(false);
  });

  it.each(['', '/locks', '/backups', '/backups/alex'])(
    'our own folder%s, planted as a link to elsewhere, is not written through',
    async folder => {
      using project = makeProject(
        {},
        { 'alex/interview.json': pageJson([{ id: 'x', type: 'Annotation' }]) },
      );
      mkdirSync(project.path('elsewhere/alex'), { recursive: true });
      const planted = project.path(`annotations/.marginalia${folder}`);
      mkdirSync(join(planted, '..'), { recursive: true });
      symlinkSync(project.path('elsewhere'), planted);
      const before = project.read(PAGE_FILE);
      const change = storeOf(project).changePage(TARGET, items => [...items, tag(1)]);
      await expect(change).rejects.toThrow('is a link to elsewhere');
      expect(project.read(PAGE_FILE)).toBe(before);
      expect(readdirSync(project.path('elsewhere/alex'))).toEqual([]);
    },
  );

  it('a link at the very place of the backup is replaced, not followed', async () => {
    using project = await projectWith(tag(1));
    writeFileSync(project.path('victim'), 'precious');
    mkdirSync(project.path('annotations/.marginalia/backups/alex'), { recursive: true });
    symlinkSync(project.path('victim'), project.path(BACKUP_FILE));
    const files = watchedFiles(({ kind, path }) => {
      if (kind === 'link' && path === project.path(PAGE_FILE)) throw new Error('no links');
    });
    await storeOf(project, { files }).changePage(TARGET, items => [...items, tag(2)]);
    expect(project.read('victim')).toBe('precious');
    expect(lstatSync(project.path(BACKUP_FILE)).isSymbolicLink()).toBe(false);
  });

  it('a file where a folder should be is named', async () => {
    using project = makeProject({}, { alex: 'not a folder' });
    const store = storeOf(project);
    const path = project.path('annotations/alex');
    await expect(store.readPage('alex', 'interview')).rejects.toThrow(
      'cannot be read: not a folder',
    );
    const change = store.changePage(TARGET, () => [tag(1)]);
    await expect(change).rejects.toBeInstanceOf(Fault);
    expect(readFileSync(path, 'utf8')).toBe('not a folder');
  });

  it('a page keeps its permissions', async () => {
    using project = await projectWith(tag(1));
    chmodSync(project.path(PAGE_FILE), 0o664);
    await storeOf(project).changePage(TARGET, items => [...items, tag(2)]);
    expect(statSync(project.path(PAGE_FILE)).mode & 0o777).toBe(0o664);
  });
});

describe('lists', () => {
  it('coders are the folders, by code units; pages the JSON files; the rest is passed over', async () => {
    using project = makeProject(
      {},
      {
        'zoe/a.json': pageJson([]),
        'Ben/b.json': pageJson([]),
        'Ben/a.json': pageJson([]),
        'Ben/.state.json': {},
        'Ben/.a.json.tmp': '',
        'Ben/notes.md': '',
        'Ben/a (conflicted copy 2026-11-22).json': pageJson([]),
        "Ben/b (Zoe's conflicted copy).json": pageJson([]),
        'Ben/a.sync-conflict-20261122-101500-ABCDEFG.json': pageJson([]),
        '.marginalia/backups/x.json': {},
        'codebook.json': { version: 1, themes: [] },
      },
    );
    mkdirSync(project.path('annotations/Ben/folder.json'));
    symlinkSync('Ben', project.path('annotations/linked'));
    symlinkSync('nowhere', project.path('annotations/broken'));
    const store = storeOf(project);
    expect(await store.coders()).toEqual(['Ben', 'linked', 'zoe']);
    expect(await store.pages('Ben')).toEqual(['a', 'b']);
    expect(await store.pages('nobody')).toEqual([]);
  });

  it('are empty where there is nothing, and say in words what cannot be read', async () => {
    using project = makeProject({ 'a.md': 'x' });
    const nowhere = new Store(project.path('annotations'));
    expect([await nowhere.coders(), await nowhere.pages('alex')]).toEqual([[], []]);
    const path = project.path('texts/a.md');
    await expect(new Store(path).coders()).rejects.toThrow(`${path} cannot be read: not a folder`);
    expect(existsSync(project.path('annotations'))).toBe(false);
  });
});
