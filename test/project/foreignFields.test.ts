import { expect, test } from 'vitest';
import type { Annotation } from '../../src/model/annotation.ts';
import { inverse, type Step } from '../../src/model/step.ts';
import { EditBench } from './edits.ts';

const PAGE = 'annotations/alex/a.json';
const TWO = { start: 6, end: 10 };

const one = async ({ project }: EditBench): Promise<Annotation> => {
  const page = await project.store.readPage('alex', 'a');
  const [annotation] = page?.annotations ?? [];
  if (!annotation) throw new Error('nothing is tagged');
  return annotation;
};

const memoOn = (annotation: Annotation, memo: string): Step => ({
  label: '',
  coder: 'alex',
  themes: [],
  pages: [
    {
      text: 'a',
      edits: [
        {
          before: { annotation, range: TWO },
          after: { annotation: { ...annotation, memo }, range: TWO },
        },
      ],
    },
  ],
});

/** Another program changes a field that is its own, and nothing that is ours. */
function touch({ folder }: EditBench, was: string, is: string): void {
  const page = folder.read(PAGE);
  expect(page).toContain(was);
  folder.write(PAGE, page.replace(was, is));
}

async function written(bench: EditBench, step: Step): Promise<Step> {
  const outcome = await bench.apply(step);
  if (outcome.kind !== 'written') throw new Error(outcome.reason);
  return outcome.step;
}

test('what another program put into an item since it was read stays, in a change and in its undo', async () => {
  using bench = new EditBench({ 'a.md': 'One.\n\nTwo.\n' });
  await bench.tag('a', '2');
  touch(bench, '"motivation"', '"lab:grade":1,"motivation"');
  const read = await one(bench);
  touch(bench, '"lab:grade":1', '"lab:grade":2');
  const step = await written(bench, memoOn(read, 'Mine.'));
  expect(bench.folder.read(PAGE)).toMatch(/"lab:grade": ?2/);
  expect((await one(bench)).memo).toBe('Mine.');
  touch(bench, '"lab:grade": 2', '"lab:grade": 3');
  await written(bench, inverse(step));
  expect(bench.folder.read(PAGE)).toMatch(/"lab:grade": ?3/);
  expect((await one(bench)).memo).toBeNull();
});

test('where no other program wrote, undo brings the item back to the byte', async () => {
  using bench = new EditBench({ 'a.md': 'One.\n\nTwo.\n' });
  await bench.tag('a', '2');
  touch(bench, '"motivation"', '"lab:grade":1,"motivation"');
  const before = bench.folder.read(PAGE);
  const first = await written(bench, memoOn(await one(bench), 'Mine.'));
  const after = bench.folder.read(PAGE);
  const undone = await written(bench, inverse(first));
  expect(JSON.parse(bench.folder.read(PAGE))).toEqual(JSON.parse(before));
  await written(bench, inverse(undone));
  expect(bench.folder.read(PAGE)).toBe(after);
});
