import fc from 'fast-check';
import { expect, test } from 'vitest';
import { WordIndex } from '../../src/analysis/wordIndex.ts';

test('words are runs without white space, and a range has those of which it has a part', () => {
  const index = new WordIndex(' one  two\u00A0three\n');
  expect(index.count).toBe(3);
  expect(index.touchedBy({ start: 0, end: 17 })).toEqual({ start: 0, end: 3 });
  // The e of one, the space, the t of two.
  expect(index.touchedBy({ start: 3, end: 7 })).toEqual({ start: 0, end: 2 });
  expect(index.touchedBy({ start: 4, end: 6 })).toEqual({ start: 1, end: 1 });
  expect(index.touchedBy({ start: 8, end: 9 })).toEqual({ start: 1, end: 2 });
});

test('any text, any range: as they are split', () => {
  const text = fc.string({ unit: fc.constantFrom('a', 'é', '😀', ' ', '\n', '\u00A0', '\u3000') });
  fc.assert(
    fc.property(text, fc.nat(30), fc.nat(30), (words, start, length) => {
      const end = Math.min(words.length, start + length);
      const index = new WordIndex(words);
      const found = [...words.matchAll(/\S+/g)];
      expect(index.count).toBe(found.length);
      if (start >= end) return;
      const touched = found.filter(one => one.index < end && one.index + one[0].length > start);
      const { start: first, end: last } = index.touchedBy({ start, end });
      expect(last - first).toBe(touched.length);
      if (touched[0]) expect(found[first]?.index).toBe(touched[0].index);
    }),
    { seed: 20261124 },
  );
});
