import search from 'approx-string-match';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { bestMatch } from '../../src/anchoring/sameness.ts';

const letters = (maxLength: number) => fc.string({ unit: fc.constantFrom(...'abc '), maxLength });

/** The fewest wrong letters with which words stand in a text, up to half of them; `null`: not there. */
const fewest = (text: string, words: string): number | null =>
  search(text, words, Math.floor(words.length / 2))[0]?.errors ?? null;

test('the best place has as few errors as any, and none begins nearer to where it is likely', () => {
  fc.assert(
    fc.property(letters(60), letters(14), fc.nat(60), (text, words, likely) => {
      const range = { start: 0, end: text.length };
      const match = bestMatch(text, range, words, likely);
      expect(match?.errors ?? null).toBe(fewest(text, words));
      const all = search(text, words, Math.floor(words.length / 2));
      const distance = Math.min(...all.map(({ start }) => Math.abs(start - likely)));
      if (match) expect(Math.abs(match.start - likely)).toBe(distance);
    }),
    { numRuns: 500 },
  );
});

test('words that reach beyond the part that is looked at are not there', () => {
  const text = 'one twenty';
  expect(bestMatch(text, { start: 0, end: 10 }, 'twenty', 4)).toMatchObject({ errors: 0 });
  expect(bestMatch(text, { start: 0, end: 8 }, 'twenty', 4)).toMatchObject({ errors: 2 });
  expect(bestMatch(text, { start: 5, end: 10 }, 'twenty', 4)).toMatchObject({
    start: 5,
    errors: 1,
  });
});
