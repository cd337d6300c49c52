import { readdirSync, readFileSync, renameSync, statSync, writeFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import type { Annotation } from '../../src/model/annotation.ts';
import { makeProject } from '../support/project.ts';
import {
  BACKUP_FILE,
  idOf,
  PAGE_FILE,
  pageJson,
  projectWith,
  storeOf,
  TARGET,
  tag,
} from './samples.ts';
import { watchedFiles } from './watchedFiles.ts';

const ids = (annotations: readonly Annotation[] | undefined) => annotations?.map(one => one.id);
const none = (): Annotation[] => [];

describe('what other programs wrote', () => {
  const odd = {
    'x:mine': [1, { deep: null }],
    type: ['Annotation', 'x:Note'],
    id: 'https://elsewhere.example/7',
    body: 'https://elsewhere.example/body',
  };

  it('stays, in the page and in its items, when one annotation is added', async () => {
    const page = pageJson([odd], { 'x:about': { kept: true }, '@context': ['a', 'b'] });
    using project = makeProject({}, { 'alex/interview.json': page });
    await storeOf(project).changePage(TARGET, items => [...items, tag(1)]);
    const content = project.read(PAGE_FILE);
    expect(JSON.parse(content)).toEqual({ ...page, items: [odd, expect.anything()] });
    expect(content.split('\n')[3]).toBe(
      '{"x:mine": [1, {"deep": null}], "type": ["Annotation", "x:Note"], "id": "https://elsewhere.example/7", "body": "https://elsewhere.example/body"},',
    );
  });

  it('and its own bytes come back when the addition is taken away again', async () => {
    using project = await projectWith(tag(1), tag(2));
    const before = project.read(PAGE_FILE);
    const store = storeOf(project);
    await store.changePage(TARGET, items => [...items, tag(3)]);
    await store.changePage(TARGET, items => items.filter(one => one.id !== idOf(3)));
    expect(project.read(PAGE_FILE)).toBe(before);
  });

  it('a program that does not know our lock and writes in between loses nothing', async () => {
    using project = await projectWith(tag(1));
    const page = project.path(PAGE_FILE);
    let strikes = 2;
    const files = watchedFiles(({ kind, path }) => {
      if (kind !== 'create' || !path.includes('.interview.json.') || path.includes('locks')) return;
      if (strikes-- > 0)
        writeFileSync(
          page,
          readFileSync(page, 'utf8').replace(
            /}\n ]}/,
            `},\n${JSON.stringify({ ...odd, id: `x${strikes}` })}\n ]}`,
          ),
        );
    });
    const written = await storeOf(project, { files }).changePage(TARGET, items => [
      ...items,
      tag(2),
    ]);
    expect(ids(written)?.sort()).toEqual([idOf(1), idOf(2), 'x0', 'x1']);
  });

  it('one that never stops is given way to, in words', async () => {
    using project = await projectWith(tag(1));
    const page = project.path(PAGE_FILE);
    const files = watchedFiles(({ kind, path }) => {
      const isOurs = kind === 'create' && path.includes('.interview.json.');
      if (isOurs && !path.includes('locks')) writeFileSync(page, `${readFileSync(page, 'utf8')} `);
    });
    const change = storeOf(project, { files }).changePage(TARGET, items => [...items, tag(2)]);
    await expect(change).rejects.toThrow(`${page} was changed by another program meanwhile`);
    expect(readdirSync(project.path('annotations/alex'))).toEqual(['interview.json']);
  });
});

describe('the backup', () => {
  it('holds the bytes that the last write replaced', async () => {
    using project = await projectWith(tag(1));
    const first = project.read(PAGE_FILE);
    const store = storeOf(project);
    await store.changePage(TARGET, items => [...items, tag(2)]);
    expect(project.read(BACKUP_FILE)).toBe(first);
    const second = project.read(PAGE_FILE);
    await store.changePage(TARGET, items => [...items, tag(3)]);
    expect(project.read(BACKUP_FILE)).toBe(second);
    expect(readdirSync(project.path('annotations/.marginalia/backups/alex'))).toEqual([
      'interview.json',
    ]);
  });

  it('is a copy where there are no hard links', async () => {
    using project = await projectWith(tag(1));
    const first = project.read(PAGE_FILE);
    const files = watchedFiles(({ kind, path }) => {
      if (kind === 'link' && path === project.path(PAGE_FILE)) {
        throw Object.assign(new Error('no links here'), { code: 'EPERM' });
      }
    });
    await storeOf(project, { files }).changePage(TARGET, items => [...items, tag(2)]);
    expect(project.read(BACKUP_FILE)).toBe(first);
    expect(statSync(project.path(BACKUP_FILE)).mode & 0o777).toBe(0o600);
  });

  it('left by a crash as a second name of the page itself is no hindrance', async () => {
    using project = await projectWith(tag(1));
    const files = watchedFiles(({ kind, to }) => {
      if (kind === 'rename' && to === project.path(PAGE_FILE)) throw new Error('crash');
    });
    const crashing = storeOf(project, { files });
    await expect(crashing.changePage(TARGET, none)).resolves.toEqual([]);
    renameSync(project.path(BACKUP_FILE), project.path(PAGE_FILE));
    for (const n of [2, 3]) {
      const change = crashing.changePage(TARGET, items => [...items, tag(n)]);
      await expect(change).rejects.toThrow('crash');
    }
    await storeOf(project).changePage(TARGET, items => [...items, tag(4)]);
    expect(ids(JSON.parse(project.read(BACKUP_FILE)).items)).toEqual([idOf(1)]);
    expect(readdirSync(project.path('annotations/.marginalia/backups/alex'))).toHaveLength(1);
  });

  it('and all else on our shelf is hidden from git', async () => {
    using project = await projectWith(tag(1));
    expect(project.read('annotations/.marginalia/.gitignore')).toBe('*\n');
  });
});
