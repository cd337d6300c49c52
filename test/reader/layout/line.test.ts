import { stripVTControlCharacters } from 'node:util';
import { styledCharsFromTokens, tokenize } from '@alcalzone/ansi-tokenize';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { THEME_MARKS } from '../../../src/model/codebook.ts';
import { toAscii } from '../../../src/model/plainGlyphs.ts';
import { visibleLine } from '../../../src/model/visible.ts';
import {
  clip,
  type Line,
  LineBuilder,
  type Look,
  paint,
  plain,
} from '../../../src/reader/layout/line.ts';
import type { Palette } from '../../../src/reader/layout/palette.ts';
import { cells } from '../../../src/reader/layout/width.ts';
import { nastyText } from './nasty.ts';

const dark: Palette = { mode: 'dark', depth: 'true', ascii: false };
const none: Palette = { mode: 'none', depth: '16', ascii: false };

const looks: fc.Arbitrary<Look> = fc.record(
  {
    role: fc.constantFrom('current', 'rest', 'muted', 'warn', 'badge'),
    theme: fc.constantFrom('sky', 'pink'),
    bold: fc.boolean(),
    italic: fc.boolean(),
    underline: fc.boolean(),
    row: fc.boolean(),
  },
  { requiredKeys: [] },
);
const lines: fc.Arbitrary<Line> = fc.array(
  fc.record({ text: nastyText(8).map(visibleLine), look: looks }),
  { maxLength: 6 },
);

describe('building', () => {
  test('by columns: gaps are filled, what would overlap is pushed right', () => {
    const line = new LineBuilder().at(2, 'one').at(8, 'two').at(9, 'three').endingAt(20, 'end');
    expect(plain(line.build())).toBe('  one   twothree end');
    expect(line.width).toBe(20);
  });

  test('columns are cells, not characters', () => {
    expect(plain(new LineBuilder().at(0, '漢字').at(5, 'x').endingAt(10, '漢').build())).toBe(
      '漢字 x  漢',
    );
  });

  test('a ground reaches the width that is asked for', () => {
    const line = new LineBuilder({ row: true }).at(1, 'x').build(5);
    expect(line.map(piece => [piece.text, piece.look.row])).toEqual([
      [' ', true],
      ['x', true],
      ['   ', true],
    ]);
  });

  test('any order of columns gives a line as wide as it says', () => {
    const parts = fc.array(fc.tuple(fc.nat(40), nastyText(4).map(visibleLine)), { maxLength: 6 });
    fc.assert(
      fc.property(parts, list => {
        const line = new LineBuilder();
        for (const [column, text] of list) line.at(column, text);
        const width = line.build().reduce((sum, piece) => sum + cells(piece.text), 0);
        expect(line.width).toBe(width);
      }),
      { seed: 20261122 },
    );
  });
});

test('a clipped line is a beginning of it, no wider than the screen', () => {
  fc.assert(
    fc.property(lines, fc.nat(30), (line, width) => {
      const words = (one: Line) => one.map(piece => piece.text).join('');
      const clipped = clip(line, width);
      const size = clipped.reduce((sum, piece) => sum + cells(piece.text), 0);
      expect(size).toBeLessThanOrEqual(width);
      expect(words(line).startsWith(words(clipped))).toBe(true);
      const whole = line.reduce((sum, piece) => sum + cells(piece.text), 0);
      // Marks without a cell of their own may go where the line is full.
      if (whole <= width) expect(cells(words(line).slice(words(clipped).length))).toBe(0);
    }),
    { numRuns: 1000, seed: 20261122 },
  );
});

describe('painting', () => {
  test('adds colours and nothing else', () => {
    fc.assert(
      fc.property(lines, fc.constantFrom(dark, none), (line, palette) => {
        const words = line.map(piece => piece.text).join('');
        expect(stripVTControlCharacters(paint(line, palette))).toBe(words);
      }),
      { seed: 20261122 },
    );
  });

  test('no look runs on behind a line', () => {
    fc.assert(
      fc.property(lines, line => {
        const behind = styledCharsFromTokens(tokenize(`${paint(line, dark)}z`)).at(-1);
        expect(behind?.styles).toEqual([]);
      }),
      { seed: 20261122 },
    );
  });

  test('by hand', () => {
    const line: Line = [
      { text: '▌', look: { role: 'current', row: true } },
      { text: 'x', look: { theme: 'orange', underline: true } },
      { text: ' plain', look: {} },
    ];
    expect(paint(line, dark)).toBe(
      '\u001b[48;2;35;39;47m\u001b[38;2;244;241;232m▌\u001b[49m\u001b[38;2;242;177;52m\u001b[4mx\u001b[24m\u001b[39m plain',
    );
    expect(paint(line, none)).toBe('\u001b[1m▌\u001b[22m\u001b[4mx\u001b[24m plain');
  });

  test('what is bright is never dim as well', () => {
    for (const look of [
      { role: 'rest', bold: true },
      { role: 'muted', row: true },
    ] as const)
      expect(paint([{ text: 'x', look }], none)).toBe('\u001b[1mx\u001b[22m');
  });

  test('high contrast paints every cell black', () => {
    const contrast: Palette = { mode: 'contrast', depth: 'true', ascii: false };
    expect(paint([{ text: 'x', look: {} }], contrast)).toBe('\u001b[48;2;0;0;0mx\u001b[49m');
  });
});

/** The design's table of glyphs and their plain stand-ins. */
const STAND_INS: readonly (readonly [string, string])[] = [
  ['● ■ ▲ ◆ ▼ ○ □ △ ◇ ▽ ◎', 'o # ^ * v O % A & V @'],
  ['▌', '>'],
  ['─ ━', '- ='],
  ['│ ┃', '| ]'],
  ['★', '!'],
  ['↳', '>'],
  ['═ ◄', '= <'],
  ['› ‹', '> <'],
  ['▾', 'v'],
  ['░▒▓█', '.:%#'],
  ['┊', ':'],
  ['¶ · …', 'P - ~'],
];

describe('plain characters', () => {
  test.each(STAND_INS)('%s is %s', (glyphs, ascii) => {
    expect(toAscii(glyphs)).toBe(ascii);
  });

  test('every theme mark has one of its own', () => {
    const plainMarks = THEME_MARKS.map(toAscii);
    expect(new Set(plainMarks).size).toBe(THEME_MARKS.length);
    expect(plainMarks.join('')).toMatch(/^[\u0021-\u007e]+$/);
  });

  test('words keep their letters, and every line its cells', () => {
    expect(toAscii('Zoë — 漢字')).toBe('Zoë - 漢字');
    fc.assert(
      fc.property(nastyText(), text => {
        const shown = visibleLine(text);
        expect(cells(toAscii(shown))).toBe(cells(shown));
      }),
      { seed: 20261122 },
    );
    const glyphs = STAND_INS.map(([one]) => one).join('');
    expect(toAscii(glyphs)).toHaveLength(glyphs.length);
    expect(toAscii(`${glyphs}▏×↑↓`)).toMatch(/^[\u0020-\u007e]+$/);
  });

  test('are used where the palette says so', () => {
    expect(paint([{ text: '¶ 3 · ★', look: {} }], { ...none, ascii: true })).toBe('P 3 - !');
  });
});
