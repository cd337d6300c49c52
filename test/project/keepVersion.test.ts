import { readdirSync } from 'node:fs';
import { expect, test } from 'vitest';
import type { Annotation } from '../../src/model/annotation.ts';
import { newTheme } from '../../src/model/codebook.ts';
import { starterCodebook } from '../../src/model/starterCodebook.ts';
import type { Edit, Step } from '../../src/model/step.ts';
import { isWorthKeeping, keepVersion } from '../../src/project/keepVersion.ts';
import { findEntry, listTexts, loadText } from '../../src/project/texts.ts';
import { json, marginalia } from '../cli/invoke.ts';
import { EditBench } from './edits.ts';

const TEXT = 'One.\n\nTwo.\n\nThree.\n';
const PAGE = 'annotations/alex/a.json';
const LEFT = /^annotations\/alex\/a\.conflict-\d{8}-\d{6}(?:-\d+)?\.json$/;

const stepOf = (edits: Edit[], more: Partial<Step> = {}): Step => ({
  label: '',
  coder: 'alex',
  themes: [],
  pages: [{ text: 'a', edits }],
  ...more,
});

function keep({ project, folder }: EditBench, steps: readonly Step[]): Promise<string[]> {
  const load = async (id: string) =>
    loadText(project.root, findEntry(await listTexts(project.root), id));
  return keepVersion(project, load, steps, { MARGINALIA_STATE: folder.path('state') });
}

function newTag(bench: EditBench, start: number, end: number, fields: Partial<Annotation> = {}) {
  const { newId, now } = bench.project.ports;
  const dates = { created: now(), modified: now() };
  const blank = { text: 'a', theme: 'erwt', coder: 'alex', memo: null, key: false, selector: null };
  return { annotation: { id: newId(), ...blank, ...dates, ...fields }, range: { start, end } };
}

const found = ({ folder }: EditBench, ...args: string[]) =>
  JSON.parse(marginalia(folder, 'check', '--json', ...args).stdout).problems;

const tags = ({ folder }: EditBench) =>
  json(folder, 'annotations').annotations.map(
    ({ paragraphs, theme, memo }: { paragraphs: number[]; theme: string; memo: string | null }) =>
      `${paragraphs} ${theme} ${memo ?? '-'}`,
  );

/** A tag whose memo two programs write: theirs is on the disk. */
async function contested(bench: EditBench): Promise<Edit> {
  const one = await bench.tag('a', '2');
  const annotation = (await bench.project.store.readPage('alex', 'a'))?.annotations[0];
  if (!annotation) throw new Error(`nothing was tagged: ${JSON.stringify(one)}`);
  const before = { annotation, range: { start: 6, end: 10 } };
  const with_ = (memo: string) => ({ ...before, annotation: { ...annotation, memo } });
  await bench.apply(stepOf([{ before, after: with_('Theirs.') }]));
  return { before, after: with_('Mine.') };
}

test('a memo that two wrote: one is on the disk, the other beside it, and --repair joins them', async () => {
  using bench = new EditBench({ 'a.md': TEXT });
  const step = stepOf([await contested(bench)]);
  expect(await bench.apply(step)).toMatchObject({ kind: 'refused' });
  const [place = ''] = await keep(bench, [step]);
  expect(place).toMatch(LEFT);
  expect(bench.folder.read(place)).toContain('Mine.');
  expect(tags(bench)).toEqual(['2 erwt Theirs.']);
  expect(found(bench)).toMatchObject([
    { kind: 'conflict-copy', file: place, message: expect.stringContaining('check --repair') },
  ]);
  expect(found(bench, '--repair')).toEqual([]);
  expect(tags(bench)).toEqual(['2 erwt Theirs.\n\nMine.']);
  expect(bench.folder.has(place)).toBe(false);
});

test('what could not be written at all is merged once the broken file is mended, in one repair', async () => {
  using bench = new EditBench({ 'a.md': TEXT });
  await bench.tag('a', '1');
  await bench.tag('a', '1', { theme: 'encryption' });
  const theme = newTheme(starterCodebook, 'Young people', {});
  const [gone, stays] = [newTag(bench, 6, 10), newTag(bench, 12, 18, { theme: theme.id })];
  const steps = [
    stepOf([{ before: null, after: gone }]),
    stepOf([{ before: null, after: stays }], { themes: [{ before: null, after: theme }] }),
    stepOf([{ before: gone, after: null }]),
  ];
  const good = bench.folder.read(PAGE);
  bench.folder.write(PAGE, good.slice(0, 100));
  await expect(bench.apply(steps[0] ?? stepOf([]))).rejects.toThrow(/a\.json/);
  const places = await keep(bench, steps);
  expect(places.map(place => place.replace(/\d{8}-\d{6}/, 'TIME'))).toEqual([
    'annotations/codebook.conflict-TIME.json',
    'annotations/alex/a.conflict-TIME.json',
  ]);
  expect(found(bench, '--repair')).toEqual([]);
  expect(tags(bench)).toEqual(['1 erwt -', `3 ${theme.id} -`]);
  const names = json(bench.folder, 'themes').themes.map(({ name }: { name: string }) => name);
  expect(names).toEqual([...starterCodebook.themes.map(({ name }) => name), 'Young people']);
});

test('two versions in one second have two names, and nothing is replaced', async () => {
  using bench = new EditBench({ 'a.md': TEXT });
  const project = { ...bench.project, ports: { ...bench.project.ports, now: () => TIME } };
  const load = async () => loadText(project.root, findEntry(await listTexts(project.root), 'a'));
  const steps = [1, 2].map(n =>
    stepOf([{ before: null, after: newTag(bench, 0, 4, { memo: `Memo ${n}.` }) }]),
  );
  for (const step of steps) await keepVersion(project, load, [step], {});
  expect(readdirSync(bench.folder.path('annotations/alex'))).toEqual([
    'a.conflict-20261124-195700-2.json',
    'a.conflict-20261124-195700.json',
  ]);
  expect(tags(bench)).toEqual([]);
  expect(found(bench, '--repair')).toEqual([]);
  expect(tags(bench)).toEqual([expect.stringMatching(/^1 erwt Memo [12]\.\n\nMemo [12]\.$/)]);
});

const TIME = '2026-11-24T19:57:00.000Z';

test('the words of an edit are left as words, and check says what to do with them', async () => {
  using bench = new EditBench({ 'a.md': TEXT });
  const plan = await bench.plan({ text: 'a', first: 2, last: 2 }, 'Two, and more of it.');
  if (plan.kind === 'unchanged') throw new Error('nothing would change');
  const step = stepOf([], { rewrite: plan.rewrite, pages: [] });
  const [place = ''] = await keep(bench, [step]);
  expect(place).toMatch(/a\.conflict-\d{8}-\d{6}\.txt$/);
  expect(bench.folder.read(place)).toContain('and more of it');
  expect(found(bench, '--repair')).toMatchObject([
    { kind: 'conflict-copy', file: place, message: expect.stringContaining('Copy them') },
  ]);
  expect(bench.folder.has(place)).toBe(true);
});

test('where annotations/ takes nothing it is left in the user’s own folder', async () => {
  using bench = new EditBench({ 'a.md': TEXT });
  bench.folder.write('annotations', 'a file where the folder should be');
  const step = stepOf([{ before: null, after: newTag(bench, 6, 10) }]);
  const [place = ''] = await keep(bench, [step]);
  expect(place).toMatch(/^state\/unsaved\/a\.conflict-/);
  expect(JSON.parse(bench.folder.read(place)).items).toHaveLength(1);
});

test('words that were typed, new tags and themes are worth it; a key that can be pressed again is not', async () => {
  using bench = new EditBench({ 'a.md': TEXT });
  const memo = await contested(bench);
  const star = memo.before && {
    ...memo.before,
    annotation: { ...memo.before.annotation, key: true },
  };
  expect(isWorthKeeping(stepOf([memo]))).toBe(true);
  expect(isWorthKeeping(stepOf([{ before: null, after: newTag(bench, 0, 4) }]))).toBe(true);
  expect(isWorthKeeping(stepOf([{ before: memo.before, after: star }]))).toBe(false);
  expect(isWorthKeeping(stepOf([{ before: memo.after, after: null }]))).toBe(false);
  expect(await keep(bench, [stepOf([{ before: memo.before, after: null }])])).toEqual([]);
});
