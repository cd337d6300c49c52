import { expect, test } from 'vitest';
import type { Desk } from '../../../src/reader/doors/desk.ts';
import { HitLister } from '../../../src/reader/doors/hitLister.ts';
import { TextShelf } from '../../../src/reader/doors/textShelf.ts';
import { type HitsBatch, MOST_LISTED } from '../../../src/reader/hitsLayer.ts';
import { makeProject, type TestProject } from '../../support/project.ts';

async function list({ folder }: TestProject, words: string, order: string[], regex = false) {
  const desk = { project: { root: folder }, opened: new Map() } as unknown as Desk;
  const batches: HitsBatch[] = [];
  const { signal } = new AbortController();
  const lister = new HitLister(
    new TextShelf(desk),
    { words, regex },
    batch => batches.push(batch),
    signal,
  );
  await lister.list(order);
  return { hits: batches.flatMap(({ hits }) => hits), last: batches.at(-1) };
}

test('hits come transcript by transcript in the order asked for, with the words around them', async () => {
  using project = makeProject({
    'a.txt': 'One lock.\n\nA\u00A0lock\nand a key.',
    'b.txt': 'No word of it.',
    'c.txt': 'The Lock was open.',
  });
  const { hits, last } = await list(project, 'lock', ['c', 'b', 'a']);
  expect(hits).toEqual([
    {
      text: 'c',
      paragraph: 0,
      start: 4,
      end: 8,
      before: 'The ',
      match: 'Lock',
      after: ' was open.',
    },
    { text: 'a', paragraph: 0, start: 4, end: 8, before: 'One ', match: 'lock', after: '.' },
    {
      text: 'a',
      paragraph: 1,
      start: 13,
      end: 17,
      before: 'A ',
      match: 'lock',
      after: ' and a key.',
    },
  ]);
  expect(last).toMatchObject({ total: 3, texts: 2, done: 3, of: 3, problem: null });
});

test('hits beyond the most that are listed are counted', async () => {
  using project = makeProject({ 'a.txt': 'lock '.repeat(MOST_LISTED + 5) });
  const { hits, last } = await list(project, 'lock', []);
  expect(hits).toHaveLength(MOST_LISTED);
  expect(last?.total).toBe(MOST_LISTED + 5);
});

test('an expression that is none says why', async () => {
  using project = makeProject({ 'a.txt': 'lock' });
  const { last } = await list(project, 'lo(ck', [], true);
  expect(last?.problem).toMatch(/./);
});
