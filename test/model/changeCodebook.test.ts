import { describe, expect, test } from 'vitest';
import { arranged, changeCodebook } from '../../src/model/changeCodebook.ts';
import { type Codebook, emptyCodebook, newTheme, type Theme } from '../../src/model/codebook.ts';

const a = newTheme(emptyCodebook, 'A', { key: 1 });
const b = newTheme({ version: 1, themes: [a] }, 'B', { key: 2 });
const book = (...themes: Theme[]): Codebook => ({ version: 1, themes });
const edit = (before: Theme | null, after: Theme | null) => ({ themes: [{ before, after }] });

describe('another writer was here meanwhile', () => {
  test('and changed another field of the theme: both changes stand', () => {
    const theirs = { ...a, memo: 'theirs' };
    const outcome = changeCodebook(book(theirs, b), edit(a, { ...a, definition: 'mine' }));
    expect(outcome).toEqual({
      kind: 'changed',
      codebook: book({ ...theirs, definition: 'mine' }, b),
    });
  });

  test.each<[string, Codebook, ReturnType<typeof edit>, string]>([
    ['the same field', book({ ...a, memo: 'x' }), edit(a, { ...a, memo: 'y' }), 'another writer'],
    ['took it away', book(b), edit(a, { ...a, memo: 'y' }), 'another writer'],
    ['the theme that goes', book({ ...a, memo: 'x' }), edit(a, null), 'another writer'],
    ['took the digit', book(a, { ...b, key: 3 }), edit(a, { ...a, key: 3 }), '3 is pinned to B'],
    ['took the name', book(a, { ...b, name: 'c' }), edit(a, { ...a, name: 'C' }), 'a theme c'],
    [
      'moved it under',
      book(a, { ...b, parent: 'a' }),
      edit(a, { ...a, parent: 'b' }),
      'under itself',
    ],
    ['hung one on it', book(a, { ...b, parent: 'a' }), edit(a, null), 'B hangs on A'],
  ])('and %s: refused in words', (_, now, edits, words) => {
    const outcome = changeCodebook(now, edits);
    expect(outcome).toEqual({ kind: 'refused', reason: expect.stringContaining(words) });
  });
});

test('an order leaves a theme that it does not know behind the one it stood behind', () => {
  const c = { ...a, id: 'c' };
  const ids = (order: string[], ...themes: Theme[]) => arranged(themes, order).map(({ id }) => id);
  expect(ids(['b', 'a'], a, c, b)).toEqual(['b', 'a', 'c']);
  expect(ids(['b', 'a'], c, a, b)).toEqual(['c', 'b', 'a']);
});
