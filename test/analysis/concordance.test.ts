import fc from 'fast-check';
import { expect, test } from 'vitest';
import { contextOf } from '../../src/analysis/concordance.ts';

/** The words around the first `word` of a text, all of it one paragraph. */
function around(text: string, word: string, words: number) {
  const start = text.indexOf(word);
  return contextOf(
    text,
    { start, end: start + word.length },
    { start: 0, end: text.length },
    words,
  );
}

test.each([
  ['as many words as asked for', 'one two three rail four five six', 2, 'two three ', ' four five'],
  ['fewer where there are fewer', 'one rail', 3, 'one ', ''],
  ['white space as it stands', 'a\u00A0b  c\n rail\t d', 2, 'b  c\n ', '\t d'],
  ['none', 'one rail two', 0, '', ''],
  ['what is left of its word on top', 'no handrails here now', 1, 'no hand', 's here'],
  ['marks beside it', 'so, “rail”, he said', 1, 'so, “', '”, he'],
])('%s', (_name, text, words, before, after) => {
  expect(around(text, 'rail', words)).toEqual({ before, after });
});

test('nothing from beyond the paragraph', () => {
  const text = 'before\n\nthe rail here\n\nafter';
  const start = text.indexOf('rail');
  const bounds = { start: text.indexOf('the'), end: text.indexOf('\n\nafter') };
  expect(contextOf(text, { start, end: start + 4 }, bounds, 9)).toEqual({
    before: 'the ',
    after: ' here',
  });
});

test('a word without end is cut, and not inside a character', () => {
  const { before, after } = around(`${'😀'.repeat(500)}rail${'😀'.repeat(500)}`, 'rail', 1);
  expect(before.length).toBeLessThan(100);
  expect(after.length).toBeLessThan(100);
  expect((before + after).isWellFormed()).toBe(true);
});

test('before, hit and after are one piece of the text, with no more words than asked for', () => {
  const text = fc.string({ unit: fc.constantFrom('a', ' ', '\n', '😀', 'é', '.'), minLength: 3 });
  fc.assert(
    fc.property(text, fc.nat({ max: 5 }), fc.nat(), fc.nat(), (words, count, a, b) => {
      const edges = [
        0,
        ...Array.from(
          words,
          (_, i) =>
            Array.from(words)
              .slice(0, i + 1)
              .join('').length,
        ),
      ];
      const [start = 0, end = 0] = [
        edges[a % edges.length] ?? 0,
        edges[b % edges.length] ?? 0,
      ].sort((x, y) => x - y);
      const { before, after } = contextOf(
        words,
        { start, end },
        { start: 0, end: words.length },
        count,
      );
      expect(words.slice(0, start).endsWith(before)).toBe(true);
      expect(words.slice(end).startsWith(after)).toBe(true);
      const most = count + 1;
      expect(before.split(/\s+/).filter(Boolean).length).toBeLessThanOrEqual(most);
      expect(after.split(/\s+/).filter(Boolean).length).toBeLessThanOrEqual(most);
    }),
  );
});
