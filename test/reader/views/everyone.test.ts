import { stripVTControlCharacters } from 'node:util';
import { describe, expect, test } from 'vitest';
import { THEME_MARKS } from '../../../src/model/codebook.ts';
import { toAscii } from '../../../src/model/plainGlyphs.ts';
import type { Size } from '../../../src/reader/layout/geometry.ts';
import { paint, plain } from '../../../src/reader/layout/line.ts';
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
      const themed = lines.flat().filter(({ look }) => look.theme !== undefined);
      const byColourAlone = themed.filter(({ text, look }) => !MARK.test(text) && !look.underline);
      expect(byColourAlone).toEqual([]);
    },
  );
});

const MARK = new RegExp(`^[${THEME_MARKS.join('')}]$`, 'u');

test('letters of the texts stay, signs of prose become plain ones of one cell', () => {
  expect(toAscii('Søren “said” – it’s 5 × 3 €…')).toBe('Søren "said" - it\'s 5 x 3 €~');
  expect(toAscii('日本語 пример')).toBe('日本語 пример');
  expect(toAscii('␛[2J \uFFFD a\u00A0b')).toBe('?[2J ? a b');
});
