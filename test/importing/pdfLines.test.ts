import { expect, test } from 'vitest';
import type { Fragment } from '../../src/importing/pdf/fragments.ts';
import { linesOf } from '../../src/importing/pdf/lines.ts';

/** Words at a place, ten points high and six points wide a letter. */
const at = (x: number, y: number, text: string, more: Partial<Fragment> = {}): Fragment => ({
  text,
  x,
  right: x + text.length * 6,
  y,
  size: 10,
  font: 'f',
  isRtl: /\p{Script=Hebrew}/u.test(text),
  isSpaced: false,
  isArtifact: false,
  ...more,
});

const wordsOf = (...fragments: Fragment[]) => linesOf(fragments).map(({ text }) => text);

test('a gap is a space; a wide one parts the line; letters that touch are one word', () => {
  expect(wordsOf(at(0, 10, 'in'), at(12.5, 10, 'side'), at(40, 10, 'out'))).toEqual(['inside out']);
  expect(wordsOf(at(0, 10, 'left'), at(60, 10, 'right'))).toEqual(['left', 'right']);
  expect(wordsOf(at(0, 10, 'left', { isSpaced: true }), at(24, 10, 'right'))).toEqual([
    'left right',
  ]);
});

test('what is raised a little belongs to the line that it touches, and to no other', () => {
  const small = { size: 6, right: 28 };
  expect(wordsOf(at(0, 20, 'word'), at(24, 16, '3', small))).toEqual(['word[3]']);
  expect(wordsOf(at(0, 20, 'word'), at(90, 16, '3', small))).toEqual(['3', 'word']);
});

test('words that are printed twice to make them bold are there once', () => {
  expect(wordsOf(at(0, 10, 'bold'), at(0.4, 10, 'bold'), at(30, 10, 'not'))).toEqual(['bold not']);
});

test('letters of the fonts of TeX are known by their place in them', () => {
  expect(wordsOf(at(0, 10, 'di\u001Berent \u001Crst\u0015and \u000Every'))).toEqual([
    'different first–and ffivery',
  ]);
  expect(wordsOf(at(0, 10, '\u0003 12\u001B34'))).toEqual(['1234']);
});

test('a line from right to left keeps the words of the other direction in their order', () => {
  const line = [at(80, 10, 'שלום'), at(28, 10, 'two'), at(6, 10, 'one'), at(52, 10, 'עולם')];
  expect(wordsOf(...line)).toEqual(['שלום עולם one two']);
});

test('a full stop printed into a gap between words stands there', () => {
  const words = at(0, 10, 'אבג דהו', { right: 60 });
  expect(wordsOf(words, at(31, 10, '.', { right: 33 }))).toEqual(['אבג. דהו']);
  expect(wordsOf(at(0, 10, 'abc def', { right: 60 }), at(27, 10, '.', { right: 29 }))).toEqual([
    'abc. def',
  ]);
});
