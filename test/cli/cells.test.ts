import fc from 'fast-check';
import stringWidth from 'string-width';
import { beforeAll, expect, test } from 'vitest';
import { cellsOf, cut, pad, prepareCells, wrap } from '../../src/cli/cells.ts';

// The first of these is not plain, so `string-width` is loaded.
beforeAll(() => prepareCells(['plain', '\u65E5']));

const family = '\u{1F468}\u200D\u{1F469}\u200D\u{1F467}';
const anyText = fc.oneof(
  fc.string({ unit: 'grapheme' }),
  fc.string({ unit: fc.constantFrom('a', ' ', '  ', '\u00A0', '\u65E5', family, 'e\u0301', '\n') }),
);

test.each([
  ['plain', 5],
  ['\u65E5\u672C', 4],
  [family, 2],
  ['cafe\u0301', 4],
  ['\u25CF', 1],
  ['', 0],
])('%s takes %i cells', (text, cells) => expect(cellsOf(text)).toBe(cells));

test.each([
  ['plain', 5, 'plain'],
  ['plain', 4, 'pla…'],
  ['plain', 1, '…'],
  ['plain', 0, ''],
  ['\u65E5\u672C\u8A9E', 5, '\u65E5\u672C…'],
  ['\u65E5\u672C\u8A9E', 4, '\u65E5…'],
  [`${family}${family}`, 3, `${family}…`],
  ['one two', 5, 'one…'],
])('%s cut to %i cells is %s', (text, cells, expected) => expect(cut(text, cells)).toBe(expected));

test('padding counts cells, not characters', () => {
  expect(pad('\u65E5', 4)).toBe('\u65E5  ');
  expect(pad('12', 4, true)).toBe('  12');
  expect(pad('longer', 3)).toBe('longer');
});

test.each([
  ['one two three', 7, ['one two', 'three']],
  ['one two three', 80, ['one two three']],
  ['  one   two  ', 80, ['one two']],
  ['one\ntwo', 80, ['one', 'two']],
  ['one\u00A0two three', 7, ['one\u00A0two', 'three']],
  ['abcdefgh ij', 3, ['abc', 'def', 'gh', 'ij']],
  ['\u65E5\u672C\u8A9E', 4, ['\u65E5\u672C', '\u8A9E']],
  ['', 10, ['']],
])('%j wrapped to %i cells', (text, cells, lines) => expect(wrap(text, cells)).toEqual(lines));

const graphemes = (text: string) =>
  [...new Intl.Segmenter('en', { granularity: 'grapheme' }).segment(text)].length;

test('a wrapped text keeps its words and its width', () => {
  const property = fc.property(anyText, fc.integer({ min: 2, max: 40 }), (text, cells) => {
    const lines = wrap(text, cells);
    // A single grapheme may be wider than the line: there is no place to break it.
    for (const line of lines.filter(one => graphemes(one) > 1))
      expect(stringWidth(line)).toBeLessThanOrEqual(cells);
    const bare = (words: string) => words.replace(/[ \n\t]/g, '');
    expect(bare(lines.join(''))).toBe(bare(text.replace(/^\s+|\s+$/gm, '')));
  });
  fc.assert(property);
});

test('a cut text fits and is a beginning', () => {
  const property = fc.property(anyText, fc.integer({ min: 1, max: 30 }), (text, cells) => {
    const short = cut(text, cells);
    expect(stringWidth(short)).toBeLessThanOrEqual(cells);
    if (stringWidth(text) <= cells) expect(short).toBe(text);
    else expect(text.startsWith(short.slice(0, -1))).toBe(true);
  });
  fc.assert(property);
});

test('what is measured without string-width measures the same with it', () => {
  // Every character alone and beside plain ones: none of those that join may count as plain.
  for (let code = 0x20; code < 0x30000; code++) {
    if (code >= 0x7f && code < 0xa0) continue;
    if (code >= 0xd800 && code < 0xe000) continue;
    const text = `a${String.fromCodePoint(code)}b`;
    if (cellsOf(text) !== stringWidth(text)) expect({ code, cells: cellsOf(text) }).toBe(code);
  }
  expect(cellsOf('\u25CF \u201Ccaf\u00E9\u201D \u00B6 12\u2013\u2026')).toBe(15);
});
