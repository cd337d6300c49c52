import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { basename } from 'node:path';
import { describe, expect, it } from 'vitest';
import { Fault } from '../../src/model/fault.ts';
import type { FileSystem } from '../../src/store/fileSystem.ts';
import { makeProject, type TestProject } from '../support/project.ts';
import { PAGE_FILE, projectWith, storeOf, TARGET, tag } from './samples.ts';
import { type Call, failingFiles, systemError, watchedFiles } from './watchedFiles.ts';

/** What a change does to the disk: adding to a page, making one, removing one. */
const changes = {
  'adding to a page': { before: [tag(1)], after: [tag(1), tag(2)] },
  'the first annotation of a coder': { before: [], after: [tag(1)] },
  'removing the last annotation': { before: [tag(1)], after: [] },
} as const;

/** The page's content, or `null`. */
const pageIn = (project: TestProject) =>
  existsSync(project.path(PAGE_FILE)) ? project.read(PAGE_FILE) : null;

/** Temporary files left anywhere; those that could not be removed do not count. */
function tempsBeside(project: TestProject, failed: string): string[] {
  const names = readdirSync(project.folder, { recursive: true, encoding: 'utf8' });
  return names.filter(name => name.endsWith('.tmp') && failed !== 'unlink');
}

const IN_WORDS =
  /^(?:no fault|Fault: [^\n]*: the disk reported an error, mend that and try again(?:; [^\n]*)?)$/;
const wordsOf = (fault: unknown) =>
  fault === null ? 'no fault' : `${fault instanceof Fault ? '' : 'no '}${String(fault)}`;

/** Makes the change with the given files; then says what came out and what stands on the disk. */
async function attempt(
  { before, after }: (typeof changes)[keyof typeof changes],
  files: FileSystem,
) {
  const project = await projectWith(...before);
  const old = pageIn(project);
  const fault = await storeOf(project, { files, wait: 0 })
    .changePage(TARGET, () => after)
    .then(
      () => null,
      (cause: unknown) => cause,
    );
  return { project, old, fault };
}

describe.each(Object.entries(changes))('%s, when a call to the file system fails', (_, change) => {
  async function callsOf(kind: string): Promise<Call[]> {
    const calls: Call[] = [];
    const attempted = await attempt(
      change,
      watchedFiles(call => call.kind === kind && calls.push(call)),
    );
    attempted.project.remove();
    return calls;
  }

  it.each([
    'open',
    'create',
    'write',
    'fstat',
    'chmod',
    'sync',
    'close',
    'rename',
    'link',
    'unlink',
    'mkdir',
    'readFile',
    'realpath',
    'lstat',
  ])('%s: each call of it in turn', async kind => {
    const calls = await callsOf(kind);
    const intended = await attempt(
      change,
      watchedFiles(() => undefined),
    );
    const done = pageIn(intended.project);
    intended.project.remove();
    for (const [index, call] of calls.entries()) {
      const { project, old, fault } = await attempt(change, failingFiles(index + 1, kind, 'EIO'));
      const place = `${kind} ${index + 1} of ${basename(call.path)}`;
      const isLast = ['open', 'sync', 'close'].includes(kind) && index === calls.length - 1;
      // Before the new file is in place the old one stands; a folder that cannot be synced after it
      // is a fault with the new one in place; and what only tidies up may fail without a word.
      expect([place, pageIn(project)]).toEqual([place, fault && !isLast ? old : done]);
      expect([place, wordsOf(fault)]).toEqual([place, expect.stringMatching(IN_WORDS)]);
      expect([place, tempsBeside(project, kind)]).toEqual([place, []]);
      // Once the disk is well again, so is the store.
      await storeOf(project).changePage(TARGET, () => change.after);
      expect([place, pageIn(project)]).toEqual([place, done]);
      project.remove();
    }
  });
});

describe('a folder that is new', () => {
  it('is synced into the one above it, and that one too if it is new', async () => {
    using project = makeProject({});
    const calls: Call[] = [];
    const files = watchedFiles(call => calls.push(call));
    await storeOf(project, { files }).changePage(TARGET, () => [tag(1)]);
    const made = calls.findIndex(
      ({ kind, path }) => kind === 'mkdir' && path === project.path('annotations/alex'),
    );
    const synced = calls.flatMap(({ kind, path }, at) => (kind === 'sync' ? [{ path, at }] : []));
    expect(synced).toContainEqual({ path: project.folder, at: expect.any(Number) });
    const above = synced.filter(
      ({ path, at }) => path === project.path('annotations') && at > made,
    );
    expect(above).toHaveLength(1);
  });
});

describe('what people are told', () => {
  it.each([
    ['ENOSPC', 'the disk is full'],
    ['EDQUOT', 'the disk quota is used up'],
    ['EROFS', 'the file system is read-only'],
    ['EACCES', 'no permission'],
  ])('when a lock cannot be made: %s', async (code, reason) => {
    using project = await projectWith(tag(1));
    const store = storeOf(project, { files: failingFiles(1, 'create', code) });
    const change = store.changePage(TARGET, items => [...items, tag(2)]);
    await expect(change).rejects.toThrow(
      `${project.path(PAGE_FILE)} could not be written: ${reason}, mend that and try again; it is as it was`,
    );
  });

  it('when the folder of a new coder cannot be made', async () => {
    using project = await projectWith();
    const files = watchedFiles(({ kind, path }) => {
      if (kind === 'mkdir' && path === project.path('annotations/alex'))
        throw systemError('EACCES');
    });
    const change = storeOf(project, { files }).changePage(TARGET, () => [tag(1)]);
    await expect(change).rejects.toThrow(
      'could not be written: no permission, mend that and try again; it is as it was',
    );
  });

  it('when something cannot be read', async () => {
    using project = await projectWith(tag(1));
    const closed = (kind: string) => storeOf(project, { files: failingFiles(1, kind, 'EACCES') });
    const path = project.path(PAGE_FILE);
    await expect(closed('readFile').readPage('alex', 'interview')).rejects.toThrow(
      `${path} cannot be read: no permission, mend that and try again`,
    );
    await expect(closed('readFile').readCodebook()).rejects.toBeInstanceOf(Fault);
    await expect(closed('readdir').coders()).rejects.toThrow('cannot be read: no permission');
    await expect(closed('readdir').pages('alex')).rejects.toThrow('cannot be read: no permission');
    expect(readFileSync(path, 'utf8')).not.toBe('');
  });

  it('nothing by sweep: what it cannot read or remove it passes over', async () => {
    using project = await projectWith(tag(1));
    const files = watchedFiles(() => {
      throw systemError('EACCES');
    });
    expect(await storeOf(project, { files }).sweep()).toEqual({
      removed: [],
      conflictCopies: [],
      locks: [],
    });
  });
});
