import { rmSync } from 'node:fs';
import { expect, test } from 'vitest';
import { makeProject, type TestProject } from '../support/project.ts';
import { json, linesOf, marginalia } from './invoke.ts';

/** Long enough to be known again by its own words, whatever stands around it. */
const FIRST =
  'The first is long enough to be known again by its own words, wherever it may stand now.';
const TEXT = `${FIRST}\n\nSecond one.\n\nNobody else spoke that evening.\n`;

/** Three tags by alex, and then a text in which one has moved, one stands twice and one is gone. */
function changed(): TestProject {
  const project = makeProject({ 'a.md': TEXT });
  for (const n of ['1', '2', '3']) json(project, 'tag', 'a', n, 'erwt', '--memo', `memo ${n}`);
  project.write('texts/a.md', `New.\n\n${FIRST}\n\nX.\n\nSecond one.\n\nY.\n\nSecond one.\n\nZ.\n`);
  return project;
}

/** Adds items without a theme to alex's page on `a`: a memo on the whole text, and one on ¶ 2. */
function withMemos(): TestProject {
  const project = makeProject({ 'a.md': TEXT });
  json(project, 'tag', 'a', '2', 'erwt', '--key');
  const page = JSON.parse(project.read('annotations/alex/a.json'));
  const [item] = page.items;
  const memo = (value: string) => [{ type: 'TextualBody', purpose: 'commenting', value }];
  const id = (n: number) => `urn:uuid:00000000-0000-4000-8000-00000000000${n}`;
  const plain = { ...item, motivation: 'commenting' };
  const onAll = { ...plain, id: id(1), body: memo('on all'), target: '../../texts/a.md' };
  const onOne = { ...plain, id: id(2), body: memo('on one') };
  project.write(
    'annotations/alex/a.json',
    JSON.stringify({ ...page, items: [onAll, item, onOne] }),
  );
  return project;
}

test('what is not certain has no place, and its stored quotation', () => {
  using project = changed();
  const { annotations } = json(project, 'annotations');
  const shown = annotations.map(
    ({ memo, paragraphs, start, end, quote, anchor }: Record<string, unknown>) => {
      return { memo, paragraphs, start, end, quote, anchor };
    },
  );
  expect(shown).toContainEqual({
    memo: 'memo 1',
    paragraphs: [2],
    start: 6,
    end: 6 + FIRST.length,
    quote: FIRST,
    anchor: { kind: 'shifted', score: null },
  });
  const lost = { paragraphs: [], start: null, end: null };
  const [ambiguous, orphaned] = ['ambiguous', 'orphaned'].map(kind => ({ kind, score: null }));
  expect(shown).toContainEqual({
    memo: 'memo 2',
    ...lost,
    quote: 'Second one.',
    anchor: ambiguous,
  });
  expect(shown).toContainEqual({
    memo: 'memo 3',
    ...lost,
    quote: 'Nobody else spoke that evening.',
    anchor: orphaned,
  });
  const lines = linesOf(marginalia(project, 'annotations').stdout).filter(line =>
    line.includes('ERWT'),
  );
  expect(lines.map(line => line.replace(/.*alex +/, '')).toSorted()).toEqual([
    '? ambiguous: Second one.',
    '? orphaned: Nobody else spoke that evening.',
    expect.stringMatching(/^shifted: The first is long .*…$/),
  ]);
});

test('it is left out of digests and counted there, and named by show', () => {
  using project = changed();
  const [erwt] = json(project, 'digest', '--theme', 'erwt').themes;
  expect(erwt.passages.map(({ quote }: { quote: string }) => quote)).toEqual([FIRST]);
  expect(erwt).toMatchObject({ count: 1, leftOut: 2 });
  const written = marginalia(project, 'digest', '--out', 'd.md');
  expect(written.stderr).toMatch(/: 1 annotation, 2 left out: their place is not certain\n$/);
  const shown = marginalia(project, 'show', 'a');
  expect(shown.stderr).toBe(
    '2 annotations without a certain place: "marginalia annotations a" lists them\n',
  );
  expect(linesOf(shown.stdout).filter(line => line.includes('ERWT'))).toEqual(['   ■ ERWT']);
});

test('the annotations of a text that is gone are kept and listed', () => {
  using project = makeProject({ 'a.md': TEXT, 'b.md': TEXT });
  const tag = json(project, 'tag', 'b', '1', 'erwt').annotations[0];
  project.write('texts/c.md', TEXT);
  rmSync(project.path('texts/b.md'));
  expect(json(project, 'annotations').annotations).toEqual([
    { ...tag, paragraphs: [], start: null, end: null, anchor: { kind: 'orphaned', score: null } },
  ]);
  expect(json(project, 'themes').themes[1].count).toBe(1);
  expect(json(project, 'untag', tag.id).annotations).toHaveLength(1);
  expect(json(project, 'annotations').annotations).toEqual([]);
});

test('memos without a theme are listed and shown, in digests with --notes', () => {
  using project = withMemos();
  const { annotations } = json(project, 'annotations');
  expect(annotations).toHaveLength(3);
  expect(annotations[0]).toMatchObject({ theme: null, memo: 'on all', quote: null, start: null });
  expect(linesOf(marginalia(project, 'annotations').stdout).slice(2, 4)).toEqual([
    '00000000-0000-4000-8000-000000000001     memo    alex   on the whole text',
    '    ↳ on all',
  ]);
  expect(linesOf(marginalia(project, 'show', 'a', '2').stdout)).toEqual([
    'a',
    '3 paragraphs',
    '↳ on all (alex)',
    '',
    '2  Second one.',
    '   ■ ERWT ★',
    '   ↳ on one (alex)',
  ]);
  const memos = (...args: string[]) =>
    json(project, 'digest', ...args).notes.map(({ memo }: { memo: string }) => memo);
  expect(memos()).toEqual([]);
  expect(memos('--notes')).toEqual(['on all', 'on one']);
  expect(memos('--notes', '--key-only', '--theme', 'encryption')).toEqual(['on all', 'on one']);
  expect(marginalia(project, 'digest', '--notes').stdout).toContain('on one');
  expect(marginalia(project, 'digest').stdout).not.toContain('on one');
});
