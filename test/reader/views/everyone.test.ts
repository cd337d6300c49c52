import { stripVTControlCharacters } from 'node:util';
import { describe, expect, test } from 'vitest';
import { THEME_MARKS } from '../../../src/model/codebook.ts';
import { toAscii } from '../../../src/model/plainGlyphs.ts';
import type { Size } from '../../../src/reader/layout/geometry.ts';
import { type Piece, paint, plain } from '../../../src/reader/layout/line.ts';
import { cells } from '../../../src/reader/layout/width.ts';
import { screenOf } from '../../../src/reader/views/screen.ts';
import { SCENES } from '../scenes.ts';

const SIZES: readonly Size[] = [
  { columns: 80, rows: 24 },
  { columns: 120, rows: 36 },
  { columns: 50, rows: 12 },
];

describe.each(SIZES)('plain characters, $columns × $rows', size => {
  test.each(Object.entries(SCENES))('%s has no other, and every cell stays', (_, scene) => {
    const { lines, field } = screenOf(scene(size).state);
    const painted = lines.map(line =>
      stripVTControlCharacters(paint(line, { mode: 'none', depth: '16', ascii: true })).trimEnd(),
    );
    const fancy = painted.filter(line => /[^ -~]/.test(line));
    expect(fancy).toEqual([]);
    expect(painted.map(line => line.length)).toEqual(lines.map(line => cells(plain(line))));
    expect(field?.placeholder ?? '').toMatch(/^[ -~]*$/);
  });
});

describe('for everyone', () => {
  const size: Size = { columns: 120, rows: 36 };

  test.each(Object.entries(SCENES))(
    '%s: nothing blinks, no theme is told by colour alone',
    (_, scene) => {
      const { lines } = screenOf(scene(size).state);
      for (const mode of ['dark', 'contrast', 'none'] as const) {
        const painted = lines.map(line => paint(line, { mode, depth: 'true', ascii: false }));
        expect(painted.join('')).not.toMatch(/\u001B\[[56]m/);
      }
      for (const line of lines) {
        const themed = line.filter(({ look }) => look.theme !== undefined);
        const marks = themed.filter(({ text }) => MARK.test(text)).map(({ look }) => look.theme);
        // The cells of a table are of the theme whose mark begins their row.
        const isCell = ({ text, look }: Piece) => CELL.test(text) && marks.includes(look.theme);
        const byColourAlone = themed.filter(
          piece => !MARK.test(piece.text) && !piece.look.underline && !isCell(piece),
        );
        expect(byColourAlone).toEqual([]);
      }
    },
  );
});

const CELL = /^[░▒▓█·]+$/;
const MARK = new RegExp(`^[${THEME_MARKS.join('')}]$`, 'u');

test('letters of the texts stay, signs of prose become plain ones of one cell', () => {
  expect(toAscii('Søren “said” – it’s 5 × 3 €…')).toBe('Søren "said" - it\'s 5 x 3 €~');
  expect(toAscii('日本語 пример')).toBe('日本語 пример');
  expect(toAscii('␛[2J \uFFFD a\u00A0b')).toBe('?[2J ? a b');
});
