import { execFileSync } from 'node:child_process';
import { expect, test } from 'vitest';
import { makeProject, type TestProject } from '../support/project.ts';
import { json, linesOf, marginalia, PROGRAM } from './invoke.ts';

const TEXT = 'One.\n\nTwo.\n\nThree.\n\nFour.\n';
const PAGE = 'annotations/alex/a.json';

const git = (project: TestProject, ...args: string[]) =>
  execFileSync('git', ['-c', 'user.name=a', '-c', 'user.email=a@b.c', ...args], {
    cwd: project.folder,
    encoding: 'utf8',
    stdio: 'pipe',
  });

/** A project in git, and two branches that have tagged different paragraphs of one text. */
function twoBranches(): TestProject {
  const project = makeProject({ 'a.md': TEXT });
  git(project, 'init', '-q', '-b', 'main');
  json(project, 'tag', 'a', '1', 'erwt');
  git(project, 'add', '-A');
  git(project, 'commit', '-qm', 'first');
  git(project, 'checkout', '-qb', 'other');
  json(project, 'tag', 'a', '3', 'encryption');
  json(project, 'themes', 'add', 'Rumours');
  git(project, 'commit', '-qam', 'other');
  git(project, 'checkout', '-q', 'main');
  json(project, 'tag', 'a', '2', 'state-threats', '--memo', 'mine');
  json(project, 'themes', 'add', 'Courts');
  git(project, 'commit', '-qam', 'mine');
  return project;
}

const tags = (project: TestProject): string[] =>
  json(project, 'annotations').annotations.map(
    ({ theme, paragraphs }: { theme: string; paragraphs: number[] }) => `${paragraphs} ${theme}`,
  );

const ALL = ['1 erwt', '2 state-threats', '3 encryption'];

test('git merges both branches by itself, as the help says to set it up', () => {
  using project = twoBranches();
  git(
    project,
    'config',
    'merge.marginalia.driver',
    `"${process.execPath}" "${PROGRAM}" merge-file %O %A %B`,
  );
  project.write('.gitattributes', 'annotations/**/*.json merge=marginalia\n');
  git(project, 'merge', '-q', 'other');
  expect(git(project, 'status', '--porcelain')).toBe('?? .gitattributes\n');
  expect(tags(project)).toEqual(ALL);
  const names = json(project, 'themes').themes.map((theme: { name: string }) => theme.name);
  expect(names).toEqual(expect.arrayContaining(['Rumours', 'Courts']));
  expect(json(project, 'check')).toEqual({ ok: true, problems: [] });
});

test('without that, check --repair merges what git left with its markers', () => {
  using project = twoBranches();
  expect(() => git(project, 'merge', '-q', 'other')).toThrow();
  const conflicted = project.read(PAGE);
  expect(conflicted).toContain('<<<<<<<');
  expect(marginalia(project, 'check').stdout).toContain("git's conflict markers");
  const { status, stdout, stderr } = marginalia(project, 'check', '--repair');
  expect({ status, stderr }).toEqual({ status: 0, stderr: 'Repaired 2 problems. All is well\n' });
  const [first = '', second = ''] = linesOf(stdout);
  expect(first).toMatch(
    /^repaired {2}annotations\/alex\/a\.json: both sides of a git conflict were merged by id; what stood there is in annotations\/\.marginalia\/backups\/alex\/a\.broken-[0-9a-f]{8}\.json$/,
  );
  expect(second).toContain('codebook.json: both sides');
  expect(tags(project)).toEqual(ALL);
  expect(project.read(first.split(' is in ')[1] ?? '')).toBe(conflicted);
});

test('a version that cannot be read: one line, status 1, and nothing is written', () => {
  using project = twoBranches();
  const before = project.read(PAGE);
  project.write('base', '');
  project.write('theirs', '{"items": [');
  const { status, stdout, stderr } = marginalia(project, 'merge-file', 'base', PAGE, 'theirs');
  expect({ status, stdout }).toEqual({ status: 1, stdout: '' });
  expect(stderr).toMatch(
    /^marginalia: [^\n]*theirs ends too early[^\n]*nothing was merged[^\n]*\n$/,
  );
  expect(project.read(PAGE)).toBe(before);
  expect(marginalia(project, 'merge-file', 'base', PAGE, 'nowhere').stderr).toContain(
    'no such file',
  );
});
