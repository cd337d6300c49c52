import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { allMatches, wordsPattern } from '../../src/model/matching.ts';

/** The pieces of the text that a query finds. */
function found(text: string, query: string, letters: 'exact' | 'fold' | 'smart' = 'smart') {
  const pattern = wordsPattern(query, { case: letters });
  return pattern && allMatches(text, pattern).map(({ start, end }) => text.slice(start, end));
}

test.each([
  [
    'white space of any kind and length',
    'end\u00A0to \n\tend',
    'end to end',
    'end\u00A0to \n\tend',
  ],
  ['NBSP in the query', 'end to end', 'end\u00A0to\u00A0end', 'end to end'],
  ['white space around the query', 'a word here', '  word ', 'word'],
  ['curly single marks', 'MI5’s work', "MI5's", 'MI5’s'],
  ['straight single marks', "MI5's work", 'MI5’s', "MI5's"],
  ['double marks of any shape', '„so“ «so» "so"', '“so”', '„so“'],
  ['a composed letter', 'caf\u00E9', 'cafe\u0301', 'caf\u00E9'],
  ['a decomposed letter', 'cafe\u0301 noir', 'caf\u00E9', 'cafe\u0301'],
  ['signs that patterns use', 'a.b*c[d] (e)|f', 'c[d] (e)|f', 'c[d] (e)|f'],
  ['letters outside the first plane', 'say 😀𝐚 now', '😀𝐚', '😀𝐚'],
  ['hyphen and slash', 'end-to-end and/or', 'end-to-end and/or', 'end-to-end and/or'],
])('%s', (_name, text, query, match) => {
  expect(found(text, query)?.[0]).toBe(match);
});

describe('case', () => {
  const text = 'Prevent and prevent and PREVENT';

  test.each([
    ['prevent', 'smart', ['Prevent', 'prevent', 'PREVENT']],
    ['Prevent', 'smart', ['Prevent']],
    ['Prevent', 'fold', ['Prevent', 'prevent', 'PREVENT']],
    ['prevent', 'exact', ['prevent']],
    ['ÉTÉ', 'fold', []],
  ] as const)('%s, %s', (query, letters, matches) => {
    expect(found(text, query, letters)).toEqual(matches);
  });
});

test('a letter is not found in the same letter with a mark', () => {
  expect(found('cafe\u0301', 'cafe')).toEqual([]);
  expect(found('cafe noir', 'cafe')).toEqual(['cafe']);
});

test.each(['', '   ', '\u00A0\n'])('%j looks for nothing', query => {
  expect(wordsPattern(query, { case: 'smart' })).toBeNull();
});

test('matches come in order, do not overlap, and stop at the number asked for', () => {
  const pattern = wordsPattern('aa', { case: 'exact' });
  expect(pattern).not.toBeNull();
  if (!pattern) return;
  expect(allMatches('aaaaa aa', pattern)).toEqual([
    { start: 0, end: 2 },
    { start: 2, end: 4 },
    { start: 6, end: 8 },
  ]);
  expect(allMatches('aaaaa aa', pattern, 2)).toHaveLength(2);
  expect(allMatches('', pattern)).toEqual([]);
});

test('any piece of a text finds itself where it stands', () => {
  const text = 'The “second” strand\u00A0is extreme; e\u0301tude \n\n No. 5 (a*b) 😀?';
  fc.assert(
    fc.property(fc.nat(text.length), fc.nat(text.length), (one, two) => {
      const [start, end] = [Math.min(one, two), Math.max(one, two)];
      const piece = text.slice(start, end).trim();
      fc.pre(piece !== '' && piece.isWellFormed() && !/^\p{M}/u.test(text.slice(end)));
      expect(found(text, piece, 'exact')).toContain(piece);
    }),
  );
});
