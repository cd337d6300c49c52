import { renameSync } from 'node:fs';
import { expect, test } from 'vitest';
import { makeProject, type TestProject } from '../support/project.ts';
import { json, marginalia } from './invoke.ts';
import { bytesUnder } from './snapshot.ts';

const TEXT = 'One.\n\nTwo.\n\nThree.\n';
const PAGE = 'annotations/alex/a.json';

/** Two tags; the second version of the page has a third one, the first is what was there before. */
function tagged(): TestProject & { before: string; after: string } {
  const project = makeProject({ 'a.md': TEXT });
  json(project, 'tag', 'a', '1', 'erwt');
  json(project, 'tag', 'a', '2', 'erwt');
  const before = project.read(PAGE);
  json(project, 'tag', 'a', '3', 'encryption');
  const after = project.read(PAGE);
  project.write(PAGE, before);
  return Object.assign(project, { before, after });
}

interface Found {
  kind: string;
  file: string;
  message: string;
}

const found = (project: TestProject, ...args: string[]): Found[] =>
  JSON.parse(marginalia(project, 'check', '--json', ...args).stdout).problems;

const kinds = (problems: readonly Found[]) => problems.map(({ kind, file }) => `${kind} ${file}`);

const tags = (project: TestProject): string[] =>
  json(project, 'annotations').annotations.map(
    ({ paragraphs, theme }: { paragraphs: number[]; theme: string }) => `${paragraphs} ${theme}`,
  );

const BOTH = ['1 erwt', '2 erwt', '3 encryption'];

test.each([
  'a (conflicted copy 2026-01-01).json',
  'a (Alex’s conflicted copy 2026-01-01 1).json',
  'a (Kopie in Konflikt von Alex 2026-01-01).json',
  'a (copie en conflit de Alex 2026-01-01).json',
  'a (Case Conflict).json',
  'a.sync-conflict-20260101-120000-ABCDEF7.json',
  'a_conflict-20260101-120000.json',
  'a-LAPTOP-7.json',
  'a-Alexs-MacBook-Pro.json',
  'a 2.json',
  'a (1).json',
  'a copy.json',
  'a - Copy.json',
])('%s is one problem, a copy; --repair merges it by id', name => {
  using project = tagged();
  const copy = `annotations/alex/${name}`;
  project.write(copy, project.after);
  expect(kinds(found(project))).toEqual([`conflict-copy ${copy}`]);
  expect(found(project, '--repair')).toEqual([]);
  expect(tags(project)).toEqual(BOTH);
  expect(project.has(copy)).toBe(false);
});

test.each(['a_BASE_123.json', 'a_LOCAL_123.json', 'a.json.orig', 'a.json~HEAD'])(
  '%s may be old: it is named and left for people',
  name => {
    using project = tagged();
    const copy = `annotations/alex/${name}`;
    project.write(copy, project.after);
    expect(kinds(found(project))).toEqual([`conflict-copy ${copy}`]);
    const before = bytesUnder(project.folder);
    expect(kinds(found(project, '--repair'))).toEqual([`conflict-copy ${copy}`]);
    expect(bytesUnder(project.folder)).toEqual(before);
  },
);

test('a transcript whose own name looks like a copy’s keeps its tags', () => {
  using project = makeProject({ 'a.md': TEXT, 'a 2.md': TEXT, 'a-LAPTOP.md': TEXT });
  for (const text of ['a', 'a 2', 'a-LAPTOP']) json(project, 'tag', text, '1', 'erwt');
  expect(json(project, 'check')).toEqual({ ok: true, problems: [] });
  expect(found(project, '--repair')).toEqual([]);
  expect(tags(project)).toHaveLength(3);
});

test('a page of another transcript that is gone is no copy, however like its name is', () => {
  using project = makeProject({ 'night.md': TEXT, 'night-ferry.md': TEXT });
  for (const text of ['night', 'night-ferry']) json(project, 'tag', text, '1', 'erwt');
  renameSync(project.path('texts/night-ferry.md'), project.path('ferry.md'));
  const page = 'annotations/alex/night-ferry.json';
  expect(kinds(found(project, '--repair'))).toEqual([`no-text ${page}`]);
  expect(project.has(page)).toBe(true);
});

test('copies of the codebook and of a coder’s decisions', () => {
  using project = tagged();
  project.write('annotations/codebook-LAPTOP.json', project.read('annotations/codebook.json'));
  const id = 'urn:uuid:00000000-0000-4000-8000-000000000001';
  project.write('annotations/alex/.state.json', '{"version": 1, "rejected": []}\n');
  project.write(
    'annotations/alex/.state (1).json',
    JSON.stringify({ version: 1, kept: [id], rejected: [] }),
  );
  expect(kinds(found(project))).toEqual([
    'conflict-copy annotations/alex/.state (1).json',
    'conflict-copy annotations/codebook-LAPTOP.json',
  ]);
  expect(found(project, '--repair')).toEqual([]);
  expect(JSON.parse(project.read('annotations/alex/.state.json')).kept).toEqual([id]);
});

test('tags are never doubled: what clashes by case, or is on no transcript, gets no new ids', () => {
  using project = tagged();
  project.write('annotations/Alex/a.json', project.before);
  project.write('annotations/alex/other.json', project.before);
  const wanted = [
    'name-clash annotations/Alex',
    'duplicate-id annotations/alex/a.json',
    'name-clash annotations/alex',
    'no-text annotations/alex/other.json',
  ];
  const before = bytesUnder(project.folder);
  const problems = found(project, '--repair');
  expect(kinds(problems)).toEqual(expect.arrayContaining(wanted));
  expect(bytesUnder(project.folder)).toEqual(before);
  for (const { message } of problems) expect(message).not.toContain(project.folder);
});

test('pages whose names differ in case, or in the composition of letters, alone', () => {
  using project = tagged();
  project.write('annotations/alex/A.json', project.before);
  project.write('annotations/alex/caf\u00E9.json', project.before);
  project.write('annotations/alex/cafe\u0301.json', project.before);
  const clashes = found(project).filter(({ kind }) => kind === 'name-clash');
  expect(clashes.map(({ file }) => file).sort()).toEqual(
    [
      'annotations/alex/A.json',
      'annotations/alex/a.json',
      'annotations/alex/cafe\u0301.json',
      'annotations/alex/caf\u00E9.json',
    ].sort(),
  );
});

test('decisions that are broken: named, and mended from the last good version', () => {
  using project = tagged();
  project.write('texts/a.md', 'One.\n\nThree.\n');
  const doubtful = JSON.parse(marginalia(project, 'check', '--json').stdout).problems;
  for (const { annotation } of doubtful) json(project, 'check', '--keep', annotation);
  const state = 'annotations/alex/.state.json';
  const good = project.read(state);
  project.write('annotations/.marginalia/backups/alex/.state.json', good);
  project.write(state, good.slice(0, 20));
  expect(kinds(found(project))).toContain(`broken-file ${state}`);
  expect(kinds(found(project, '--repair'))).toEqual([]);
  expect(project.read(state)).toBe(good);
});
