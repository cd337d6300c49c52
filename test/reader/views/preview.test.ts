import { describe, expect, test } from 'vitest';
import { previewRows } from '../../../src/reader/views/preview.ts';

const DIGEST = `<!-- marginalia digest -->
# A title

Words that are longer than the preview is wide, so they are wrapped.

> quoted words that go on
> and on

| | one | two |
| - | -: | -: |
| Safety | 1 | 2 |
`;

const text = (scroll = 0, rows = 20, width = 24) =>
  previewRows(DIGEST, width, scroll, rows).map(row => row.map(piece => piece.text).join(''));

describe('the preview', () => {
  test('shows what is written, without the marks for programs', () => {
    expect(text()).toEqual([
      'A title',
      '',
      'Words that are longer',
      'than the preview is',
      'wide, so they are',
      'wrapped.',
      '',
      '▏ quoted words that go',
      '▏ on',
      '▏ and on',
      '',
      'one   two',
      'Safety   1   2',
      '',
    ]);
  });

  test('scrolls by rows, and shows no more than asked for', () => {
    expect(text(2, 3)).toEqual([
      'Words that are longer',
      'than the preview is',
      'wide, so they are',
    ]);
    expect(text(1000)).toEqual([]);
  });

  test('headings are bold, quotations bright', () => {
    const rows = previewRows(DIGEST, 40, 0, 20);
    expect(rows[0]?.[0]?.look).toEqual({ role: 'current', bold: true });
    const quote = rows.find(row => row[0]?.text === '▏ ');
    expect(quote?.map(piece => piece.look.role)).toEqual(['muted', 'current']);
  });

  test('no row is wider than the preview', () => {
    for (let width = 12; width < 60; width++)
      for (const row of text(0, 50, width)) expect(row.length).toBeLessThanOrEqual(width);
  });
});
