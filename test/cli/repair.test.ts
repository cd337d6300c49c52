import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { hostname } from 'node:os';
import { expect, test } from 'vitest';
import { makeProject, type TestProject } from '../support/project.ts';
import { json, marginalia } from './invoke.ts';
import { bytesUnder } from './snapshot.ts';

const TEXT = 'One.\n\nTwo.\n\nThree.\n';
const PAGE = 'annotations/alex/a.json';

function tagged(): TestProject {
  const project = makeProject({ 'a.md': TEXT });
  json(project, 'tag', 'a', '2', 'erwt', '--memo', 'first');
  json(project, 'tag', 'a', '3', 'encryption');
  return project;
}

interface Report {
  ok: boolean;
  problems: { kind: string; file: string }[];
  repaired: { kind: string; file: string; message: string }[];
}

function repair(project: TestProject): Report {
  const { status, stdout } = marginalia(project, 'check', '--repair', '--json');
  const report: Report = JSON.parse(stdout);
  expect(status).toBe(report.ok ? 0 : 1);
  return report;
}

const tags = (project: TestProject) =>
  json(project, 'annotations').annotations.map(
    ({ theme, paragraphs, memo, key }: Record<string, unknown>) => [
      String(paragraphs),
      theme,
      memo,
      key,
    ],
  );

const BOTH = [
  ['2', 'erwt', 'first', false],
  ['3', 'encryption', null, false],
];

test('a sound project is left alone', () => {
  using project = tagged();
  const before = bytesUnder(project.folder);
  expect(repair(project)).toEqual({ ok: true, problems: [], repaired: [] });
  expect(bytesUnder(project.folder)).toEqual(before);
});

test('a broken file: the version before its last change comes back, which is said; the broken bytes are kept', () => {
  using project = tagged();
  // The backup is the version before the last write.
  project.write(PAGE, project.read(PAGE).slice(0, 300));
  const broken = project.read(PAGE);
  const { ok, repaired } = repair(project);
  expect({ ok, kinds: repaired.map(({ kind }) => kind) }).toEqual({
    ok: true,
    kinds: ['broken-file'],
  });
  expect(tags(project)).toEqual([BOTH[0]]);
  expect(repaired[0]?.message).toContain('so that change may be missing');
  const aside = /is in (?<path>\S+)$/.exec(repaired[0]?.message ?? '')?.groups?.path ?? '';
  expect(project.read(aside)).toBe(broken);
});

test('a broken file without a good backup, and one of a newer version, are left for people', () => {
  using project = makeProject({ 'a.md': TEXT, 'b.md': TEXT });
  project.write(PAGE, '{"items": [');
  json(project, 'tag', 'b', '1', 'erwt');
  const newer = project.read('annotations/alex/b.json').replace('"version": 1', '"version": 9');
  project.write('annotations/alex/b.json', newer);
  const before = bytesUnder(project.path('texts'));
  const { problems, repaired } = repair(project);
  expect(repaired).toEqual([]);
  expect(problems.map(({ kind }) => kind).toSorted()).toEqual(['broken-file', 'newer-version']);
  expect(project.read('annotations/alex/b.json')).toBe(newer);
  expect(project.read(PAGE)).toBe('{"items": [');
  expect(bytesUnder(project.path('texts'))).toEqual(before);
});

test.each([
  ['Dropbox', "a (sam's conflicted copy 2026-01-01).json"],
  ['Nextcloud', 'a (conflicted copy 2026-01-01 120000).json'],
  ['Syncthing', 'a.sync-conflict-20260101-120000-ABCDEFG.json'],
])(
  'a copy that %s made: what only it has is merged in, and the copy is put away',
  (_tool, name) => {
    using project = tagged();
    const copy = project.read(PAGE);
    const [first] = json(project, 'annotations').annotations;
    json(project, 'untag', first.id.slice('urn:uuid:'.length));
    json(project, 'tag', 'a', '1', 'state-threats');
    project.write(`annotations/alex/${name}`, copy);
    const { ok, repaired } = repair(project);
    expect(ok).toBe(true);
    expect(repaired.map(({ kind }) => kind)).toEqual(['conflict-copy']);
    expect(project.has(`annotations/alex/${name}`)).toBe(false);
    expect(tags(project)).toEqual([['1', 'state-threats', null, false], ...BOTH]);
    const aside = /is in (?<path>\S+)$/.exec(repaired[0]?.message ?? '')?.groups?.path ?? '';
    expect(project.read(aside)).toBe(copy);
  },
);

test('double tags become one with both memos, double ids become two', () => {
  using project = tagged();
  const page = JSON.parse(project.read(PAGE));
  const twin = structuredClone(page.items[0]);
  twin.id = 'urn:uuid:00000000-0000-4000-8000-000000000001';
  twin.created = '2030-01-01T00:00:00.000Z';
  twin.body[1].value = 'second';
  page.items.push(twin);
  project.write(PAGE, JSON.stringify(page));
  project.write('texts/b.md', TEXT);
  const other = JSON.parse(JSON.stringify(page).replaceAll('"text":"a"', '"text":"b"'));
  other.items = [other.items[1]];
  project.write('annotations/alex/b.json', JSON.stringify(other));
  const { ok, repaired } = repair(project);
  expect(ok).toBe(true);
  expect(repaired.map(({ kind }) => kind).toSorted()).toEqual(['duplicate', 'duplicate-id']);
  const [erwt, encryption] = BOTH;
  const both = [erwt?.[0], erwt?.[1], 'first\n\nsecond', false];
  expect(tags(project)).toEqual([both, encryption, encryption]);
});

test('locks and temporary files of programs that have ended go, in texts too', () => {
  using project = tagged();
  const { pid } = spawnSync(process.execPath, ['-e', '0']);
  const nonce = '0123456789abcdef';
  const holder = { host: hostname(), pid, start: '1', run: 'fedcba9876543210', nonce };
  project.write('annotations/.marginalia/locks/alex/a.json.lock', JSON.stringify(holder));
  const host = createHash('sha256').update(hostname()).digest('hex').slice(0, 8);
  const temps = ['annotations/alex', 'texts'].map(
    folder => `${folder}/.a.${host}-${pid}-${nonce}.tmp`,
  );
  for (const temp of temps) project.write(temp, 'x');
  const { ok, repaired } = repair(project);
  expect(ok).toBe(true);
  expect(repaired.map(({ kind }) => kind).toSorted()).toEqual([
    'left-over',
    'left-over',
    'stale-lock',
  ]);
  expect(temps.some(temp => project.has(temp))).toBe(false);
});

test('what is hopeless is said and stays: an orphan, a theme that is not there', () => {
  using project = tagged();
  project.write('texts/a.md', 'Nothing of it.\n');
  const before = project.read(PAGE);
  const { problems, repaired } = repair(project);
  expect(repaired).toEqual([]);
  expect(problems.map(({ kind }) => kind)).toEqual(['orphaned', 'orphaned']);
  expect(project.read(PAGE)).toBe(before);
});
