import { spawnSync } from 'node:child_process';
import { describe, expect, test } from 'vitest';
import { cleanEnvironment } from '../support/environment.ts';
import { makeProject, type TestProject } from '../support/project.ts';
import { json, linesOf, marginalia, type Outcome, PROGRAM } from './invoke.ts';

const TEXT = 'One two three.\n\nFour five six seven.\n\nEight nine.\n';
const PAGE = 'annotations/alex/a.json';

/** A project with a tag on ¶ 2 and one on 'Eight nine.'. */
function tagged(): TestProject {
  const project = makeProject({ 'a.md': TEXT });
  json(project, 'tag', 'a', '2', 'erwt');
  json(project, 'tag', 'a', '3', 'encryption');
  return project;
}

/** Runs it with words on standard input. */
function typing(project: TestProject, words: string | Uint8Array, ...args: string[]): Outcome {
  const { status, stdout, stderr } = spawnSync(process.execPath, [PROGRAM, ...args], {
    cwd: project.folder,
    env: cleanEnvironment({ MARGINALIA_CODER: 'alex' }),
    input: words,
  });
  return { status, stdout: String(stdout), stderr: String(stderr) };
}

describe('edit', () => {
  test('takes the words from standard input, and says how many tags follow', () => {
    using project = tagged();
    const done = typing(project, 'Four, five, six, seven.\n', 'edit', 'a', '2', '--with', '-');
    expect(done).toEqual({
      status: 0,
      stdout: '2 tags follow, 1 of them with other words\n',
      stderr: 'texts/a.md was changed\n',
    });
    expect(project.read('texts/a.md')).toBe(TEXT.replace('Four five six', 'Four, five, six,'));
    const { annotations } = json(project, 'annotations', 'a');
    expect(annotations).toMatchObject([
      { quote: 'Four, five, six, seven.', anchor: { kind: 'exact' } },
      { quote: 'Eight nine.', anchor: { kind: 'exact' } },
    ]);
  });

  test('takes them from a file, for several paragraphs', () => {
    using project = tagged();
    project.write('new.txt', 'One two three. Four five six seven.');
    const { status } = marginalia(project, 'edit', 'a', '1-2', '--with', 'new.txt');
    expect(status).toBe(0);
    expect(project.read('texts/a.md')).toBe('One two three. Four five six seven.\n\nEight nine.\n');
    expect(json(project, 'annotations', 'a').annotations[0]).toMatchObject({
      paragraphs: [1],
      quote: 'Four five six seven.',
    });
  });

  test('--dry-run says what would come of it, and writes nothing', () => {
    using project = tagged();
    const before = project.read(PAGE);
    const done = typing(project, 'Otherwise.', 'edit', 'a', '2', '--with', '-', '--dry-run');
    expect(done.status).toBe(0);
    const [head, second, heading, row] = linesOf(done.stdout);
    expect([head, second]).toEqual(['1 tag follows', '1 tag cannot follow:']);
    expect(heading).toMatch(/^ID +THEME +CODER +BECOMES +WAS +IS$/);
    expect(row).toMatch(/^\S{8} +■ ERWT +alex +\? orphaned +Four five six seven\. +Otherwise\.$/);
    expect(done.stderr).toBe('Nothing was written\n');
    expect(project.read('texts/a.md')).toBe(TEXT);
    expect(project.read(PAGE)).toBe(before);
  });

  test('stops where a tag cannot follow, or no words are left, until --accept', () => {
    using project = tagged();
    const refused = typing(project, 'Otherwise.', 'edit', 'a', '2', '--with', '-');
    expect(refused.status).toBe(1);
    expect(linesOf(refused.stderr).at(-1)).toBe(
      'marginalia: not done: 1 tag cannot follow. --accept does it all the same',
    );
    const emptied = typing(project, '', 'edit', 'a', '1', '--with', '-');
    expect(emptied.status).toBe(1);
    expect(emptied.stderr).toContain('not done: no words would be left of the paragraph. --accept');
    expect(project.read('texts/a.md')).toBe(TEXT);
    expect(typing(project, '', 'edit', 'a', '1', '--with', '-', '--accept').status).toBe(0);
    expect(project.read('texts/a.md')).toBe('Four five six seven.\n\nEight nine.\n');
  });

  test('--json: counts, hashes, and each lost tag as annotations show it', () => {
    using project = tagged();
    const done = typing(
      project,
      'Otherwise.',
      'edit',
      'a',
      '2',
      '--with',
      '-',
      '--accept',
      '--json',
    );
    expect(done.status).toBe(0);
    expect(JSON.parse(done.stdout)).toMatchObject({
      text: 'a',
      first: 2,
      last: 2,
      written: true,
      sha256: { before: expect.stringMatching(/^[0-9a-f]{64}$/) },
      followed: 1,
      changed: 0,
      lost: [
        {
          theme: 'erwt',
          coder: 'alex',
          start: null,
          quote: 'Four five six seven.',
          anchor: { kind: 'orphaned', score: null },
          was: 'Four five six seven.',
          is: 'Otherwise.',
        },
      ],
    });
    expect(json(project, 'annotations', 'a').annotations).toContainEqual(
      expect.objectContaining({ anchor: { kind: 'orphaned', score: null } }),
    );
  });

  test('the same words are no edit', () => {
    using project = tagged();
    const done = typing(project, 'One two three.\n', 'edit', 'a', '1', '--with', '-');
    expect(done).toEqual({
      status: 0,
      stdout: '',
      stderr: 'The words are the same: nothing was changed\n',
    });
    const same = typing(project, 'One two three.', 'edit', 'a', '1', '--with', '-', '--json');
    expect(JSON.parse(same.stdout)).toEqual({
      ...{ text: 'a', first: 1, last: 1, written: false, sha256: null },
      ...{ followed: 0, changed: 0, lost: [] },
    });
  });

  test.each([
    [['edit', 'b', '1', '--with', '-'], 1, /b: no such transcript/],
    [['edit', 'a', '9', '--with', '-'], 1, /a: no ¶ 9\. It has ¶ 1 to ¶ 3/],
    [['edit', 'a', '1:2-3', '--with', '-'], 2, /not a paragraph/],
    [['edit', 'a', '2-1', '--with', '-'], 2, /ends before it begins/],
    [['edit', 'a', '1', '--with', 'nowhere.txt'], 1, /nowhere\.txt: no such file or folder/],
    [['edit', 'a', '1'], 2, /no terminal for an editor\. Give the words with --with FILE or -/],
  ])('%j is status %d', (args, status, words) => {
    using project = tagged();
    const done = typing(project, 'Words.', ...args);
    expect(done.status).toBe(status);
    expect(linesOf(done.stderr)).toEqual([expect.stringMatching(words)]);
    expect(project.read('texts/a.md')).toBe(TEXT);
  });

  test('words that are not UTF-8, and words that would be front matter', () => {
    using project = tagged();
    const bytes = typing(project, new Uint8Array([0xff, 0xfe]), 'edit', 'a', '1', '--with', '-');
    expect(bytes.stderr).toMatch(/^marginalia: standard input: not UTF-8/);
    const front = typing(project, '---\ntitle: x\n---\nOne.', 'edit', 'a', '1', '--with', '-');
    expect(front.stderr).toMatch(/would be read as front matter/);
    expect([bytes.status, front.status]).toEqual([1, 1]);
    expect(project.read('texts/a.md')).toBe(TEXT);
  });

  test('hostile words are shown as what they are', () => {
    using project = tagged();
    const nasty = 'x\u001B[31m\u202Ey\u0007';
    const done = typing(project, nasty, 'edit', 'a', '2', '--with', '-', '--accept');
    expect(done.status).toBe(0);
    expect(done.stdout + done.stderr).not.toMatch(/[\u0000-\u0009\u000B-\u001F\u202E]/);
    expect(project.read('texts/a.md')).toBe(TEXT.replace('Four five six seven.', nasty));
  });
});
