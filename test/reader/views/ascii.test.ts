import { stripVTControlCharacters } from 'node:util';
import { describe, expect, test } from 'vitest';
import type { Size } from '../../../src/reader/layout/geometry.ts';
import { paint, plain, toAscii } from '../../../src/reader/layout/line.ts';
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

test('letters of the texts stay, signs of prose become plain ones of one cell', () => {
  expect(toAscii('Søren “said” – it’s 5 × 3 €…')).toBe('Søren "said" - it\'s 5 x 3 €~');
  expect(toAscii('日本語 пример')).toBe('日本語 пример');
  expect(toAscii('␛[2J \uFFFD a\u00A0b')).toBe('?[2J ? a b');
});
