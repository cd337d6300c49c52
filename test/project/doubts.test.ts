import { expect, test } from 'vitest';
import type { Doubt } from '../../src/model/doubt.ts';
import { doubtsOf } from '../../src/project/doubts.ts';
import { inPieces } from '../../src/project/pieces.ts';
import { EditBench } from './edits.ts';

const RAIL =
  'The rail on the northern side has been gone for fourteen months, and nobody has put it back.';
const LATER = RAIL.replace('northern', 'southern').replace('fourteen', 'fifteen');
const LATEST = LATER.replace('nobody', 'no one').replace('months', 'weeks');
const around = (words: string) => `Before.\n\n${words}\n\nNobody said a word about it then.\n`;

async function doubts({ project }: EditBench): Promise<Doubt[]> {
  return doubtsOf(project, { coder: 'alex' }, fault => {
    throw fault;
  });
}

const quotes = (found: readonly Doubt[]) =>
  found.map(({ candidates }) => candidates.map(({ quote }) => quote));

test('what was found in a text counts for that text only', async () => {
  using bench = new EditBench({ 'a.md': around(RAIL) });
  await bench.quote('a', RAIL);
  expect(await doubts(bench)).toEqual([]);
  bench.folder.write('texts/a.md', around(LATER));
  expect(quotes(await doubts(bench))).toEqual([[LATER]]);
  bench.folder.write('texts/a.md', `New.\n\n${around(LATEST)}`);
  const [moved] = await doubts(bench);
  expect(moved?.candidates).toMatchObject([{ quote: LATEST, paragraph: 2 }]);
  bench.folder.write('texts/a.md', around(LATER));
  expect(quotes(await doubts(bench))).toEqual([[LATER]]);
  bench.folder.write('texts/a.md', around(RAIL));
  expect(await doubts(bench)).toEqual([]);
});

test('a place is taken by another tag of the same theme that is certainly there', async () => {
  using bench = new EditBench({ 'a.md': around(RAIL) });
  await bench.quote('a', RAIL);
  bench.folder.write('texts/a.md', around(LATER));
  const taken = async () => (await doubts(bench)).map(one => one.candidates[0]?.taken);
  expect(await taken()).toEqual([false]);
  await bench.quote('a', LATER, { theme: 'encryption' });
  await bench.quote('a', LATER, { coder: 'sam' });
  expect(await taken()).toEqual([false]);
});

test('of more places than can be shown, those shown come with what they have in common', async () => {
  const line = 'Light the pier on both sides, it was said.';
  using bench = new EditBench({ 'a.md': `One.\n\n${line}\n\nTwo.\n` });
  await bench.quote('a', line);
  bench.folder.write('texts/a.md', Array.from({ length: 60 }, () => line).join('\n\n'));
  const [doubt] = await doubts(bench);
  expect(doubt?.places).toBe(60);
  expect(doubt?.candidates).toHaveLength(12);
  expect(doubt?.candidates.every(({ quote, fit }) => quote === line && fit.quotation === 1)).toBe(
    true,
  );
});

test('long work lets others have their turn', async () => {
  let turns = 0;
  const others = setInterval(() => turns++, 1);
  const slow = (n: number) => {
    const end = performance.now() + 2;
    while (performance.now() < end);
    return n * 2;
  };
  const items = Array.from({ length: 40 }, (_, n) => n);
  const done = await inPieces(items, slow);
  clearInterval(others);
  expect(done).toEqual(items.map(n => n * 2));
  expect(turns).toBeGreaterThan(3);
});
