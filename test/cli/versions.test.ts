import { describe, expect, test } from 'vitest';
import { makeProject, type TestProject } from '../support/project.ts';
import { marginalia } from './invoke.ts';

const PAGE = 'annotations/alex/a.json';

/** A project with one tag, whose page and codebook are then made those of another version. */
function projectOf(words: string): TestProject {
  const project = makeProject({ 'a.md': 'One two three.\n\nFour five six.\n' });
  marginalia(project, 'tag', 'a', '1', 'encryption');
  for (const file of [PAGE, 'annotations/codebook.json'])
    project.write(file, project.read(file).replace('"version": 1', words));
  return project;
}

const filesOf = (project: TestProject) =>
  [PAGE, 'annotations/codebook.json'].map(file => project.read(file));

describe('a project of a newer version', () => {
  test.each(
    [
      ['annotations', 'a'],
      ['show', 'a'],
      ['texts'],
      ['themes'],
      ['search', 'three'],
      ['digest'],
      ['stats'],
    ].filter(([name]) => name !== 'stats'),
  )('%s reads it and says that it is read only', (...words) => {
    using project = projectOf('"version": 7');
    const { status, stdout, stderr } = marginalia(project, ...words);
    expect(status).toBe(0);
    expect(stdout).not.toBe('');
    expect(stderr).toContain('was written by a newer Marginalia (format 7; this one reads 1)');
  });

  test('the tags in it are read', () => {
    using project = projectOf('"version": 7');
    const { stdout } = marginalia(project, 'annotations', '--json');
    expect(JSON.parse(stdout).annotations).toMatchObject([
      { quote: 'One two three.', theme: 'encryption' },
    ]);
  });

  test.each([
    ['tag', 'a', '2', 'encryption'],
    ['themes', 'add', 'New'],
    ['themes', 'merge', 'encryption', 'erwt'],
    ['themes', 'retire', 'encryption'],
  ])('%s %s is refused in one line, status 1, and nothing is written', (...words) => {
    using project = projectOf('"version": 7');
    const before = filesOf(project);
    const { status, stdout, stderr } = marginalia(project, ...words);
    expect({ status, stdout, lines: stderr.trim().split('\n').length }).toEqual({
      status: 1,
      stdout: '',
      lines: 1,
    });
    expect(stderr).toMatch(
      /newer Marginalia \(format 7; this one reads 1\): it can be read here, not changed; update Marginalia\n$/,
    );
    expect(filesOf(project)).toEqual(before);
  });

  test('check names both files, and --repair leaves them', () => {
    using project = projectOf('"version": 7');
    const before = filesOf(project);
    const { status, stdout } = marginalia(project, 'check', '--repair', '--json');
    expect(status).toBe(1);
    const { problems } = JSON.parse(stdout);
    expect(
      problems.map(({ kind, file }: { kind: string; file: string }) => `${kind} ${file}`),
    ).toEqual(['newer-version annotations/alex/a.json', 'newer-version annotations/codebook.json']);
    expect(filesOf(project)).toEqual(before);
  });

  test('merge-file does not merge it with an older one', () => {
    using project = projectOf('"version": 7');
    project.write('ours.json', project.read(PAGE).replace('"version": 7', '"version": 1'));
    const { status, stderr } = marginalia(project, 'merge-file', 'none.json', 'ours.json', PAGE);
    expect(status).toBe(1);
    expect(stderr).toContain(
      'was written by a newer Marginalia (format 7; this one reads 1); nothing was merged',
    );
    expect(project.read('ours.json')).toContain('"version": 1');
  });
});

test('a project of an older version is read, and migrated by the first tag', () => {
  using project = projectOf('"version": 0');
  const [before] = filesOf(project);
  expect(marginalia(project, 'annotations', 'a')).toMatchObject({ status: 0, stderr: '' });
  expect(filesOf(project)[0]).toBe(before);
  expect(marginalia(project, 'tag', 'a', '2', 'erwt')).toMatchObject({ status: 0 });
  expect(project.read(PAGE)).toContain('"version": 1');
  const { stdout } = marginalia(project, 'annotations', '--json');
  expect(JSON.parse(stdout).annotations).toHaveLength(2);
  expect(marginalia(project, 'check')).toMatchObject({ status: 0 });
});
