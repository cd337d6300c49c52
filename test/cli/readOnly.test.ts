import { spawnSync } from 'node:child_process';
import { chmodSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { leftOut, makeReadOnly, mountDisk } from '../support/disks.ts';
import { cleanEnvironment } from '../support/environment.ts';
import { makeProject } from '../support/project.ts';
import { marginalia, PROGRAM, spawned } from './invoke.ts';

const tagged = () => {
  const project = makeProject({ 'a.md': 'One two three.\n\nFour five six.\n' });
  marginalia(project, 'tag', 'a', '1', 'encryption');
  project.write('other.md', 'Another text.\n');
  return project;
};

/** How many lines say what could not be done; `import` counts its texts in one more. */
const faultLines = (stderr: string) => stderr.match(/^marginalia: /gm)?.length;

/** A command in its own process: what is mounted under the thread of the others stays in use. */
const run = (folder: string, words: readonly string[]) => spawned(folder, words);

describe('a project that cannot be written', () => {
  test('is read by every command, and refused in one line by those that write', context => {
    using project = tagged();
    const before = project.read('annotations/alex/a.json');
    using readOnly = makeReadOnly(project);
    if (readOnly === null) return leftOut(context);
    for (const words of [['annotations', 'a'], ['texts'], ['digest'], ['check']])
      expect([words, run(project.folder, words).status]).toEqual([words, 0]);
    const id = JSON.parse(before).items[0].id.slice(9, 17);
    const writes = [
      ['tag', 'a', '2', 'erwt'],
      ['untag', id],
      ['themes', 'add', 'New'],
      ['themes', 'merge', 'encryption', 'erwt'],
      ['import', 'other.md', '--id', 'b'],
      ['digest', '--out', 'digest.md'],
    ];
    for (const words of writes) {
      const { status, stdout, stderr } = run(project.folder, words);
      expect([words, status, stdout, faultLines(stderr)]).toEqual([words, 1, '', 1]);
      expect(stderr).toMatch(/could not be written|not written/);
      expect(stderr).toMatch(/read-only|no permission/);
    }
    expect(project.read('annotations/alex/a.json')).toBe(before);
  });
});

test('a full disk: one line, status 1, every file as it was, and all is well when there is room', context => {
  using project = tagged();
  const folder = project.path('disk');
  project.write('disk/texts/a.md', project.read('texts/a.md'));
  using disk = mountDisk(folder, '512k');
  if (disk === null) return leftOut(context);
  project.write('disk/texts/a.md', project.read('texts/a.md'));
  chmodSync(folder, 0o755);
  expect(run(folder, ['tag', 'a', '1', 'encryption']).status).toBe(0);
  disk.fill();
  const page = 'disk/annotations/alex/a.json';
  const before = project.read(page);
  for (const words of [
    ['tag', 'a', '2', 'erwt'],
    ['themes', 'add', 'New'],
    ['import', join(project.folder, 'other.md'), '--id', 'b'],
    ['digest', '--out', 'digest.md'],
  ]) {
    const { status, stderr } = run(folder, words);
    expect([words, status, faultLines(stderr)]).toEqual([words, 1, 1]);
    expect(stderr).toContain('the disk is full');
  }
  expect(project.read(page)).toBe(before);
  expect(run(folder, ['check']).status).toBe(0);
  disk.free();
  expect(run(folder, ['tag', 'a', '2', 'erwt']).status).toBe(0);
});

test('a file that may grow no further (ulimit -f): one line, status 1, the file as it was', () => {
  using project = tagged();
  const before = project.read('annotations/alex/a.json');
  const limited = (words: string) => {
    const script = `ulimit -f 0; exec "${process.execPath}" "${PROGRAM}" ${words}`;
    const { status, stderr } = spawnSync('sh', ['-c', script], {
      cwd: project.folder,
      encoding: 'utf8',
      env: cleanEnvironment({ MARGINALIA_CODER: 'alex' }),
    });
    return { status, stderr };
  };
  expect(limited('annotations a')).toEqual({ status: 0, stderr: '' });
  const { status, stderr } = limited('tag a 2 erwt');
  expect(status).toBe(1);
  expect(stderr).toMatch(/^marginalia: .*the file would be too large.*\n$/);
  expect(project.read('annotations/alex/a.json')).toBe(before);
  expect(marginalia(project, 'tag', 'a', '2', 'erwt').status).toBe(0);
  expect(marginalia(project, 'check').status).toBe(0);
});
