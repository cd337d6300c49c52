import { expect, test } from 'vitest';
import { queryWords, readQuery, sameQuery } from '../../src/model/searchQuery.ts';

test.each([
  ['encryption', false, { words: 'encryption', regex: false }],
  ['  two words ', false, { words: 'two words', regex: false }],
  ['/ra?il/', false, { words: 'ra?il', regex: true }],
  [' /ra?il/ ', false, { words: 'ra?il', regex: true }],
  ['/ra?il/', true, { words: 'ra?il', regex: true }],
  ['ra?il', true, { words: 'ra?il', regex: true }],
  [' rail', true, { words: ' rail', regex: true }],
  ['and/or', false, { words: 'and/or', regex: false }],
  ['/', false, { words: '/', regex: false }],
  ['//', false, { words: '//', regex: false }],
  ['/rail', false, { words: '/rail', regex: false }],
  ['', false, null],
  [' \t ', true, null],
])('%j, an expression: %s', (typed, regex, expected) => {
  expect(readQuery(typed, regex)).toEqual(expected);
});

test('the words of a query are typed again as they were', () => {
  for (const typed of ['rail', '/ra?il/']) {
    const query = readQuery(typed, false);
    expect(query && queryWords(query)).toBe(typed);
  }
});

test('words and an expression of the same letters are two queries', () => {
  const words = { words: 'rail', regex: false };
  expect(sameQuery(words, { ...words })).toBe(true);
  expect(sameQuery(words, { ...words, regex: true })).toBe(false);
});
