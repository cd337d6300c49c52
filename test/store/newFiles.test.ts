import { mkdirSync, readdirSync, readFileSync, symlinkSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { placeNewFiles } from '../../src/store/newFiles.ts';
import { bytesUnder } from '../cli/snapshot.ts';
import { makeProject, type TestProject } from '../support/project.ts';
import { afterPowerCut } from './powerCut.ts';
import { type Call, failingFiles, systemError, watchedFiles } from './watchedFiles.ts';

const bytes = (text: string) => new TextEncoder().encode(text);

const wavesIn = (project: TestProject, names: readonly string[] = ['a', 'b', 'c']) => [
  names.map(name => ({
    path: project.path('new/originals', name),
    bytes: bytes(`original ${name}`),
  })),
  names.map(name => ({ path: project.path('new', `${name}.md`), bytes: bytes(`text ${name}`) })),
];

const namesIn = (project: TestProject, folder: string) =>
  project.has(folder) ? readdirSync(project.path(folder)).sort() : [];

describe('many new files', () => {
  test('are all there afterwards, with nothing beside them', async () => {
    using project = makeProject({});
    await placeNewFiles(wavesIn(project));
    expect(namesIn(project, 'new')).toEqual(['a.md', 'b.md', 'c.md', 'originals']);
    expect(namesIn(project, 'new/originals')).toEqual(['a', 'b', 'c']);
    expect(project.read('new/b.md')).toBe('text b');
  });

  test('never replace one that is there, unless it is the same', async () => {
    using project = makeProject({});
    project.write('new/originals/a', 'original a');
    await placeNewFiles(wavesIn(project, ['a']));
    project.write('new/b.md', 'another');
    mkdirSync(project.path('new/d.md'));
    symlinkSync(project.path('elsewhere'), project.path('new/c.md'));
    for (const name of ['b', 'c', 'd'])
      await expect(placeNewFiles(wavesIn(project, [name]))).rejects.toThrow(
        'something is there already',
      );
    expect(project.read('new/b.md')).toBe('another');
    expect(project.has('elsewhere')).toBe(false);
  });

  test.each(['create', 'write', 'fstat', 'sync', 'close', 'lstat', 'rename', 'open', 'mkdir'])(
    'whichever %s fails: each is whole or not there, no text without its original, nothing lies about',
    async kind => {
      for (let nth = 1; nth <= 12; nth++) {
        using project = makeProject({});
        const error = await placeNewFiles(
          wavesIn(project),
          failingFiles(nth, kind, 'ENOSPC'),
        ).catch((cause: Error) => cause);
        const texts = namesIn(project, 'new').filter(name => name !== 'originals');
        const originals = namesIn(project, 'new/originals');
        expect(error === undefined || error.message.length > 0).toBe(true);
        expect([...texts, ...originals].filter(name => name.startsWith('.'))).toEqual([]);
        for (const text of texts) {
          expect(project.read(`new/${text}`)).toBe(`text ${text.slice(0, 1)}`);
          expect(originals).toContain(text.slice(0, 1));
        }
      }
    },
  );

  test('a process that ends at any call leaves whole files, and no text without its original', async () => {
    const count = await callsOf();
    expect(count).toBeGreaterThan(20);
    for (let end = 0; end < count; end++) {
      using project = makeProject({});
      let calls = 0;
      const dying = watchedFiles(() => {
        if (calls++ >= end) throw systemError('EIO');
      });
      await placeNewFiles(wavesIn(project), dying).catch(() => undefined);
      const texts = namesIn(project, 'new').filter(name => name.endsWith('.md'));
      for (const text of texts) {
        expect(project.read(`new/${text}`)).toBe(`text ${text.slice(0, 1)}`);
        expect(namesIn(project, 'new/originals')).toContain(text.slice(0, 1));
      }
    }
  });

  test('after a power cut at any call a file is whole or not there', async () => {
    using project = makeProject({});
    const calls: Call[] = [];
    await placeNewFiles(
      wavesIn(project),
      watchedFiles(call => calls.push(call)),
    );
    for (const { path } of wavesIn(project).flat()) {
      const whole = readFileSync(path, 'utf8');
      for (let end = 0; end <= calls.length; end++)
        for (const found of afterPowerCut(calls.slice(0, end), path, ''))
          expect(['', whole]).toContain(found);
    }
  });
});

async function callsOf(): Promise<number> {
  using project = makeProject({});
  let calls = 0;
  await placeNewFiles(
    wavesIn(project),
    watchedFiles(() => calls++),
  );
  expect(Object.keys(bytesUnder(project.folder))).toHaveLength(6);
  return calls;
}
