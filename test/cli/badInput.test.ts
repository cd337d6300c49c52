import { chmodSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { run } from '../../src/cli/program.ts';
import { describeCorpus } from '../support/corpora.ts';
import { makeProject } from '../support/project.ts';
import { linesOf, marginalia, type Outcome } from './invoke.ts';
import { bytesUnder } from './snapshot.ts';
import { fakeWorld } from './world.ts';

const GOOD = 'One.\n\nTwo.\n';
const LATIN1 = Buffer.from('caf\u00E9\n', 'latin1');

/** Each of these reads the whole project; what is wrong in one file must not hide the rest. */
const READING = [['texts'], ['annotations'], ['digest'], ['themes'], ['show', 'good']];

describe('a file in texts/ that is not UTF-8', () => {
  test('is named on stderr, status 1, the rest is listed, nothing is changed', () => {
    using project = makeProject({ 'bad.txt': LATIN1, 'good.md': GOOD });
    const before = bytesUnder(project.folder);
    const { status, stdout, stderr } = marginalia(project, 'texts', '--json');
    expect(status).toBe(1);
    expect(JSON.parse(stdout).texts.map(({ id }: { id: string }) => id)).toEqual(['good']);
    expect(stderr).toMatch(/^marginalia: [^\n]*bad\.txt: not UTF-8, left alone\. [^\n]+\n$/);
    expect(marginalia(project).status).toBe(1);
    for (const args of [
      ['show', 'bad'],
      ['tag', 'bad', '1', 'erwt'],
    ]) {
      expect(marginalia(project, ...args)).toMatchObject({ status: 1, stdout: '', stderr });
    }
    expect(bytesUnder(project.folder)).toEqual(before);
  });
});

describe('names that clash', () => {
  test.each([[['a.md', 'a.txt']], [['A.md', 'a.md']], [['caf\u00E9.md', 'cafe\u0301.md']]])(
    '%j are named, shown, and cannot be tagged',
    files => {
      using project = makeProject({
        ...Object.fromEntries(files.map(file => [file, GOOD])),
        'good.md': GOOD,
      });
      const before = bytesUnder(project.folder);
      const listed = marginalia(project, 'texts', '--json');
      expect(listed.status).toBe(1);
      expect(JSON.parse(listed.stdout).texts).toHaveLength(3);
      expect(linesOf(listed.stderr)).toEqual([
        expect.stringMatching(
          /^marginalia: [^ ]+: several files share this name \(.*, .*\)\. Rename all but one/,
        ),
      ]);
      for (const file of files) {
        const tagged = marginalia(project, 'tag', file, '1', 'erwt');
        expect(tagged).toMatchObject({
          status: 1,
          stdout: '',
          stderr: expect.stringContaining('share this name'),
        });
        const shown = marginalia(project, 'show', file);
        expect(shown).toMatchObject({ status: 1, stdout: expect.stringContaining('Two.') });
      }
      expect(marginalia(project, 'tag', 'good', '1', 'erwt').status).toBe(0);
      const after = bytesUnder(project.path('texts'));
      expect(after).toEqual(
        Object.fromEntries(Object.entries(before).filter(([path]) => path.includes('texts'))),
      );
    },
  );

  test('annotations of clashing files are listed once', () => {
    using project = makeProject({ 'a.md': GOOD });
    marginalia(project, 'tag', 'a', '1', 'erwt');
    project.write('texts/a.txt', GOOD);
    for (const [command, list] of [
      ['annotations', 'annotations'],
      ['digest', 'texts'],
    ] as const) {
      const { status, stdout } = marginalia(project, command, '--json');
      expect(status).toBe(1);
      expect(JSON.parse(stdout)[list]).toHaveLength(1);
    }
  });
});

describe('a broken annotation file', () => {
  test('is named by every command that reads; the rest is shown; nothing is changed', () => {
    using project = makeProject(
      { 'bad.md': GOOD, 'good.md': GOOD },
      { 'sam/bad.json': '{"items": [' },
    );
    marginalia(project, 'tag', 'good', '1', 'erwt');
    marginalia(project, 'tag', 'bad', '1', 'erwt');
    const before = bytesUnder(project.folder);
    for (const args of READING.slice(0, 4)) {
      const { status, stdout, stderr } = marginalia(project, ...args);
      expect({ args, status }).toEqual({ args, status: 1 });
      expect(stderr).toMatch(/^marginalia: [^\n]*sam.bad\.json ends too early, [^\n]+\n$/);
      expect(stdout).toMatch(/One\.|good|ERWT/);
    }
    const listed = JSON.parse(marginalia(project, 'annotations', '--json').stdout);
    expect(listed.annotations).toHaveLength(2);
    const shown = marginalia(project, 'show', 'bad');
    expect(shown).toMatchObject({ status: 1, stdout: expect.stringContaining('■ ERWT') });
    expect(marginalia(project, 'show', 'good').status).toBe(0);
    expect(bytesUnder(project.folder)).toEqual(before);
    // Another's broken file is no obstacle to one's own work.
    const [mine] = listed.annotations;
    expect(marginalia(project, 'untag', mine.id)).toMatchObject({
      status: 1,
      stdout: expect.stringContaining('One.'),
    });
    expect(marginalia(project, 'tag', 'bad', '2', 'erwt').status).toBe(0);
    expect(project.read('annotations/sam/bad.json')).toBe('{"items": [');
  });

  test('a broken codebook is named; the texts are still listed; nobody tags', () => {
    using project = makeProject({ 'good.md': GOOD }, { 'codebook.json': '{"version": 1' });
    const before = bytesUnder(project.folder);
    for (const args of [...READING, ['tag', 'good', '1', 'erwt'], ['themes', 'add', 'New']]) {
      const { status, stderr } = marginalia(project, ...args);
      expect({ args, status }).toEqual({ args, status: 1 });
      expect(stderr).toMatch(
        /^(?:No annotations\n)?marginalia: [^\n]*codebook\.json ends too early, [^\n]+\n$/,
      );
    }
    expect(marginalia(project, 'texts').stdout).toContain('good');
    expect(marginalia(project, 'show', 'good').stdout).toContain('Two.');
    // The attempts to write have made their own folder, and no more.
    const own = project.path('annotations/.marginalia/.gitignore');
    expect(bytesUnder(project.folder)).toEqual({ ...before, [own]: expect.any(String) });
  });
});

describe('rights', () => {
  // Root may read everything, whatever the mode says.
  const isRoot = process.getuid?.() === 0;

  test('a text or a folder that may not be read is named in one line', () => {
    using project = makeProject({ 'bad.md': GOOD, 'good.md': GOOD });
    chmodSync(project.path('texts/bad.md'), 0);
    const { status, stdout, stderr } = marginalia(project, 'texts');
    expect(stdout).toContain('good');
    if (!isRoot) {
      expect(status).toBe(1);
      expect(stderr).toMatch(/^marginalia: [^\n]*bad\.md: no permission\. [^\n]+\n$/);
    }
    chmodSync(project.path('texts'), 0);
    const closed = marginalia(project, 'texts');
    if (!isRoot) expect(closed).toMatchObject({ status: 1, stdout: '' });
    expect(linesOf(closed.stderr).length).toBeLessThanOrEqual(1);
    chmodSync(project.path('texts'), 0o700);
  });
});

describeCorpus('corpora/jsontestsuite', 2, folder => {
  const files = readdirSync(join(folder, 'test_parsing')).filter(name => name.startsWith('n_'));
  const contents = files.map(name => readFileSync(join(folder, 'test_parsing', name)));

  function brokenProject() {
    const texts = Object.fromEntries(files.map((_, i) => [`t${i}.md`, GOOD]));
    const project = makeProject({ ...texts, 'good.md': GOOD });
    contents.forEach((content, i) => {
      project.write(`annotations/alex/t${i}.json`, content);
    });
    return project;
  }

  test('each broken file has its line, the rest is shown, all bytes stay', () => {
    expect(files.length).toBeGreaterThan(180);
    using project = brokenProject();
    expect(marginalia(project, 'tag', 'good', '1', 'erwt').status).toBe(0);
    const before = bytesUnder(project.folder);
    for (const args of [['annotations'], ['texts'], ['digest', '--json']]) {
      const { status, stdout, stderr } = marginalia(project, ...args);
      expect(status).toBe(1);
      expect(stdout).toContain('good');
      const named = linesOf(stderr).map(
        line => /^marginalia: [^\n]*\/(t\d+)\.json [ieh]/.exec(line)?.[1],
      );
      expect(named.toSorted()).toEqual(files.map((_, i) => `t${i}`).toSorted());
    }
    expect(bytesUnder(project.folder)).toEqual(before);
  });

  test('none of them can be tagged into: one line, status 1, all bytes stay', async () => {
    using project = brokenProject();
    const before = bytesUnder(project.folder);
    for (const i of files.keys()) {
      const outcome: Outcome = await fakeWorld(project.folder).call(
        run,
        'tag',
        `t${i}`,
        '1',
        'erwt',
      );
      expect({ file: files[i], ...outcome }).toMatchObject({
        file: files[i],
        status: 1,
        stdout: '',
      });
      expect(outcome.stderr).toMatch(new RegExp(`^marginalia: [^\\n]*t${i}\\.json [^\\n]+\\n$`));
    }
    const after = bytesUnder(project.folder);
    for (const [path, bytes] of Object.entries(before)) expect(after[path], path).toBe(bytes);
  });
});
