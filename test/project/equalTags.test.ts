import { expect, test } from 'vitest';
import type { Annotation, Range } from '../../src/model/annotation.ts';
import type { Edit } from '../../src/model/step.ts';
import { EditBench, written } from './edits.ts';

const TEXT = 'One.\n\nTwo.\n\nThree.\n';
const TWO = { start: 6, end: 10 };
const THREE = { start: 12, end: 18 };

function draft(bench: EditBench, range: Range, theme = 'erwt') {
  const { newId, now } = bench.project.ports;
  const dates = { created: now(), modified: now() };
  const blank = { text: 'a', coder: 'alex', memo: null, key: false, selector: null };
  return { annotation: { id: newId(), theme, ...blank, ...dates }, range };
}

const apply = async (bench: EditBench, edits: Edit[]) =>
  written(
    await bench.apply({ label: '', coder: 'alex', themes: [], pages: [{ text: 'a', edits }] }),
  );

async function stored({ project }: EditBench): Promise<Annotation[]> {
  return (await project.store.readPage('alex', 'a'))?.annotations ?? [];
}

test('the same theme on the same passage twice in one step is written once', async () => {
  using bench = new EditBench({ 'a.md': TEXT });
  const two = [draft(bench, TWO), draft(bench, TWO)];
  const other = draft(bench, TWO, 'encryption');
  const step = await apply(
    bench,
    [...two, other, draft(bench, THREE)].map(after => ({ before: null, after })),
  );
  const ids = step.pages[0]?.edits.map(({ after }) => after?.annotation.id);
  expect(ids?.[1]).toBe(ids?.[0]);
  expect((await stored(bench)).map(one => [one.theme, one.selector?.start])).toEqual(
    expect.arrayContaining([
      ['erwt', 6],
      ['encryption', 6],
      ['erwt', 12],
    ]),
  );
  expect(await stored(bench)).toHaveLength(3);
});

test('what the same step took away or gave another theme is no equal', async () => {
  using bench = new EditBench({ 'a.md': TEXT });
  const made = await apply(bench, [
    { before: null, after: draft(bench, TWO) },
    { before: null, after: draft(bench, THREE) },
  ]);
  const [first, second] = made.pages[0]?.edits.map(({ after }) => after) ?? [];
  if (!first || !second) throw new Error('nothing was written');
  const changed = { ...second, annotation: { ...second.annotation, theme: 'encryption' } };
  const step = await apply(bench, [
    { before: first, after: null },
    { before: second, after: changed },
    { before: null, after: draft(bench, TWO) },
    { before: null, after: draft(bench, THREE) },
    { before: null, after: draft(bench, THREE, 'encryption') },
  ]);
  const twin = step.pages[0]?.edits.at(-1)?.after;
  expect(twin?.annotation.id).toBe(second.annotation.id);
  expect((await stored(bench)).map(one => [one.theme, one.selector?.start])).toEqual(
    expect.arrayContaining([
      ['erwt', 6],
      ['erwt', 12],
      ['encryption', 12],
    ]),
  );
  expect(await stored(bench)).toHaveLength(3);
});

test('a tag that was found again in a changed text is an equal where it is now', async () => {
  using bench = new EditBench({ 'a.md': TEXT });
  await apply(bench, [{ before: null, after: draft(bench, TWO) }]);
  bench.folder.write('texts/a.md', `Zero.\n\n${TEXT}`);
  await apply(bench, [{ before: null, after: draft(bench, { start: 13, end: 17 }) }]);
  expect(await stored(bench)).toHaveLength(1);
  await apply(bench, [{ before: null, after: draft(bench, TWO) }]);
  expect(await stored(bench)).toHaveLength(2);
});
