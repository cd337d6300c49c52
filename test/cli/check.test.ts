import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { hostname } from 'node:os';
import { expect, test } from 'vitest';
import { makeProject, type TestProject } from '../support/project.ts';
import { json, linesOf, marginalia } from './invoke.ts';
import { bytesUnder } from './snapshot.ts';

const TEXT = 'One.\n\nTwo.\n\nThree.\n';

/** The problems of a project as `kind file`, in their order. Throws where `check` says all is well. */
function problemsOf(project: TestProject): string[] {
  const before = bytesUnder(project.folder);
  const { status, stdout } = marginalia(project, 'check', '--json');
  const { ok, problems } = JSON.parse(stdout);
  expect({ ok, status }).toEqual({ ok: false, status: 1 });
  for (const problem of problems)
    expect(problem).toMatchObject({
      kind: expect.any(String),
      file: expect.not.stringContaining(project.folder),
      message: expect.stringMatching(/^[^\n]+$/),
    });
  // Looking changes nothing.
  expect(bytesUnder(project.folder)).toEqual(before);
  return problems.map(({ kind, file }: { kind: string; file: string }) => `${kind} ${file}`);
}

/** A project with one tag of alex's on ¶ 2 of the text `a`. */
function tagged(texts: Record<string, string | Uint8Array> = {}): TestProject {
  const project = makeProject({ 'a.md': TEXT, ...texts });
  json(project, 'tag', 'a', '2', 'erwt');
  return project;
}

test('a sound project is well', () => {
  using project = tagged();
  expect(marginalia(project, 'check')).toEqual({ status: 0, stdout: '', stderr: 'All is well\n' });
  expect(json(project, 'check')).toEqual({ ok: true, problems: [] });
});

test('texts: not UTF-8, broken front matter, names that clash', () => {
  using project = makeProject({
    'bad.txt': Buffer.from('caf\u00E9', 'latin1'),
    'front.md': '---\ntitle: *nowhere\n---\nText.\n',
    'twin.md': TEXT,
    'twin.txt': TEXT,
    'Case.md': TEXT,
    'case.md': TEXT,
    'notes (conflicted copy 2026-01-01).md': TEXT,
  });
  expect(problemsOf(project)).toEqual([
    'name-clash texts/Case.md',
    'not-utf8 texts/bad.txt',
    'name-clash texts/case.md',
    'front-matter texts/front.md',
    'conflict-copy texts/notes (conflicted copy 2026-01-01).md',
    'name-clash texts/twin.md',
    'name-clash texts/twin.txt',
  ]);
});

test('passages that the text has lost, or has twice', () => {
  using project = tagged();
  project.write('texts/a.md', 'One.\n\nThree.\n');
  expect(problemsOf(project)).toEqual(['orphaned annotations/alex/a.json']);
  project.write('texts/a.md', 'Two.\n\nSomething else.\n\nTwo.\n');
  expect(problemsOf(project)).toEqual(['ambiguous annotations/alex/a.json']);
  // A passage that has only moved is no problem.
  project.write('texts/a.md', `Before.\n\n${TEXT}`);
  expect(marginalia(project, 'check').status).toBe(0);
});

test('annotation files: broken, of a newer version, without a text', () => {
  using project = tagged({ 'b.md': TEXT, 'c.md': TEXT });
  json(project, 'tag', 'b', '1', 'erwt');
  json(project, 'tag', 'c', '1', 'erwt');
  const newer = project.read('annotations/alex/b.json').replace('"version": 1', '"version": 2');
  expect(newer).toContain('"version": 2');
  project.write('annotations/alex/b.json', newer);
  project.write('annotations/alex/a.json', '{"items": []');
  project.write('annotations/alex/gone.json', project.read('annotations/alex/c.json'));
  project.write('annotations/alex/x\\y.json', '{}');
  expect(problemsOf(project)).toEqual([
    'broken-file annotations/alex/a.json',
    'newer-version annotations/alex/b.json',
    'no-text annotations/alex/gone.json',
    // A copy of c.json has the ids of c.json.
    'duplicate-id annotations/alex/gone.json',
    'unsafe-name annotations/alex/x\\y.json',
  ]);
});

test('the same passage and theme twice, a theme that does not exist', () => {
  using project = tagged();
  const page = JSON.parse(project.read('annotations/alex/a.json'));
  const [item] = page.items;
  const twin = { ...item, id: 'urn:uuid:00000000-0000-4000-8000-000000000001' };
  const strange = structuredClone({ ...item, id: 'urn:uuid:00000000-0000-4000-8000-000000000002' });
  strange.body[0].value = 'nothing';
  page.items.push(twin, strange);
  project.write('annotations/alex/a.json', JSON.stringify(page));
  expect(problemsOf(project)).toEqual([
    'unknown-theme annotations/alex/a.json',
    'duplicate annotations/alex/a.json',
  ]);
});

test('a codebook with parents or merges that lead nowhere', () => {
  using project = tagged();
  const codebook = JSON.parse(project.read('annotations/codebook.json'));
  Object.assign(codebook.themes[0], { parent: 'nothing' });
  Object.assign(codebook.themes[2], { status: 'merged', mergedInto: 'nothing' });
  project.write('annotations/codebook.json', JSON.stringify(codebook));
  const both = [
    'unknown-theme annotations/codebook.json',
    'unknown-theme annotations/codebook.json',
  ];
  expect(problemsOf(project)).toEqual(both);
  project.write('annotations/codebook.json', '[]');
  expect(problemsOf(project)).toEqual(['broken-file annotations/codebook.json']);
});

test('themes that stand under each other, and a digit that two have', () => {
  using project = tagged();
  const codebook = JSON.parse(project.read('annotations/codebook.json'));
  const [threats, erwt, , encryption] = codebook.themes;
  Object.assign(threats, { parent: 'encryption' });
  Object.assign(encryption, { parent: 'state-threats', key: 1 });
  // Under the circle, and no part of it.
  Object.assign(erwt, { parent: 'encryption' });
  project.write('annotations/codebook.json', JSON.stringify(codebook));
  const { problems } = JSON.parse(marginalia(project, 'check', '--json').stdout);
  expect(
    problems.map(({ kind, message }: { kind: string; message: string }) => `${kind} ${message}`),
  ).toEqual([
    'circle state-threats: stands under itself. Move it with "marginalia themes move"',
    'circle encryption: stands under itself. Move it with "marginalia themes move"',
    'doubled-key encryption: its digit 1 is that of state-threats. Pin another one',
  ]);
  expect(marginalia(project, 'themes', 'move', 'state-threats', '--top').status).toBe(0);
  expect(marginalia(project, 'themes', 'edit', 'encryption', '--key', '4').status).toBe(0);
  expect(json(project, 'check')).toEqual({ ok: true, problems: [] });
});

test('locks and temporary files of programs that ended, conflict copies', () => {
  using project = tagged();
  // A process that has ended for certain: its number may pass on, its start may not.
  const { pid } = spawnSync(process.execPath, ['-e', '0']);
  const nonce = '0123456789abcdef';
  const holder = { host: hostname(), pid, start: '1', run: 'fedcba9876543210', nonce };
  const lock = 'annotations/.marginalia/locks/alex/a.json.lock';
  project.write(lock, JSON.stringify(holder));
  const host = createHash('sha256').update(hostname()).digest('hex').slice(0, 8);
  const temp = `annotations/alex/.a.json.${host}-${pid}-${nonce}.tmp`;
  project.write(temp, '{');
  project.write('annotations/alex/a (conflicted copy).json', '{}');
  project.write('annotations/alex/a.sync-conflict-20260101-120000-ABC.json', '{}');
  expect(problemsOf(project)).toEqual([
    `stale-lock ${lock}`,
    `left-over ${temp}`,
    'conflict-copy annotations/alex/a (conflicted copy).json',
    'conflict-copy annotations/alex/a.sync-conflict-20260101-120000-ABC.json',
  ]);
  project.write(lock, JSON.stringify({ ...holder, host: 'elsewhere' }));
  expect(problemsOf(project)[0]).toBe(`stale-lock ${lock}`);
  // The lock of somebody who is writing just now is no problem.
  project.write(lock, JSON.stringify({ ...holder, pid: process.pid, start: null }));
  expect(problemsOf(project)).toHaveLength(3);
});

test('words: one line a problem on stdout, the number on stderr', () => {
  using project = makeProject({ 'a.md': TEXT, 'a.txt': TEXT });
  const { status, stdout, stderr } = marginalia(project, 'check');
  expect({ status, stderr }).toEqual({ status: 1, stderr: 'Found 2 problems\n' });
  expect(linesOf(stdout)).toEqual([
    'name-clash  texts/a.md: a: several files share this name (a.md, a.txt). Rename all but one, then tag',
    'name-clash  texts/a.txt: a: several files share this name (a.md, a.txt). Rename all but one, then tag',
  ]);
});
