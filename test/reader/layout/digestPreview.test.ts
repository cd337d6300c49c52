import { describe, expect, test } from 'vitest';
import type { OutlineBlock, PreviewBody } from '../../../src/model/outline.ts';
import { partsOf, previewRows } from '../../../src/reader/layout/digestPreview.ts';
import { plain } from '../../../src/reader/layout/line.ts';

const BLOCKS: OutlineBlock[] = [
  { kind: 'title', words: 'A title' },
  { kind: 'words', words: 'Words that are longer than the preview is wide, so they are wrapped.' },
  { kind: 'part', words: 'Safety', theme: { mark: '●', colour: 'sky' } },
  { kind: 'rule', words: 'What it means.' },
  { kind: 'key quote', words: 'quoted words that go on\nand on' },
  { kind: 'source', words: '— Jo, A speech, ¶ 4' },
  { kind: 'memo', words: '↳ why?' },
  { kind: 'row', words: 'Safety  1  2' },
  { kind: 'row', words: 'Money   3  4' },
];
const body = (): PreviewBody => ({ kind: 'document', blocks: BLOCKS });
const rows = (most = 40, width = 24) => previewRows(body(), width, most);
const text = (most?: number, width?: number) =>
  rows(most, width).map(({ line, star }) => (star ? '★' : '') + plain(line));

describe('the preview of a document', () => {
  test('shows its blocks as they will look: a mark before a theme, a bar before a quotation', () => {
    expect(text()).toEqual([
      'A title',
      '',
      'Words that are longer',
      'than the preview is',
      'wide, so they are',
      'wrapped.',
      '',
      '● Safety',
      'What it means.',
      '',
      '★▏ quoted words that go',
      '▏ on',
      '▏ and on',
      '  Jo, A speech, ¶ 4',
      '  ↳ why?',
      '',
      'Safety  1  2',
      'Money   3  4',
    ]);
  });

  test('every row knows its part', () => {
    expect(rows().map(({ part }) => part)).toEqual(
      [...Array(6).fill(1), ...Array(12).fill(2)].map((part, i) => (i === 6 ? 2 : part)),
    );
    expect(partsOf(body())).toBe(2);
  });

  test('makes no more rows than are asked for, and the same ones again', () => {
    const one = body();
    expect(previewRows(one, 24, 3)).toHaveLength(3);
    expect(previewRows(one, 24, 40).slice(0, 3)).toEqual(previewRows(one, 24, 3));
    expect(previewRows(one, 60, 40).length).toBeLessThan(previewRows(one, 24, 40).length);
  });

  test('no row is wider than the preview', () => {
    for (let width = 12; width < 60; width++)
      for (const line of text(50, width)) expect(line.length, line).toBeLessThanOrEqual(width + 1);
  });
});

test('a table keeps its numbers: names are cut for them, then their own heads', () => {
  const widths = [30, 12, 12, 3];
  const row = (...cells: string[]) => ({
    kind: 'row' as const,
    words: '',
    table: { cells, widths },
  });
  const blocks = [
    row('Theme', 'A transcript', 'Another one.', 'All'),
    row('A theme with a name of thirty.', '1', '22', '23'),
  ];
  const drawn = (width: number) =>
    previewRows({ kind: 'document', blocks }, width, 9).map(({ line }) => plain(line));
  expect(drawn(80)).toEqual([
    'Theme                           A transcript  Another one.  All',
    'A theme with a name of thirty.             1            22   23',
  ]);
  expect(drawn(40)).toEqual([
    'Theme                A tra…  Anoth…  All',
    'A theme with a nam…       1      22   23',
  ]);
  for (let width = 8; width < 70; width++)
    for (const line of drawn(width)) expect(line.length).toBeLessThanOrEqual(width);
});

test('a table with more columns than there is room for says so, and keeps its sums', () => {
  const names = Array.from({ length: 14 }, (_, i) => `● Theme ${i + 1}`);
  const counts = names.map((_, i) => String(1000 + i));
  const rows = [
    ['Transcript', ...names, 'All'],
    ['A transcript', ...counts, '9999'],
  ].map(cells => ({
    kind: 'row' as const,
    words: '',
    table: { cells, widths: [12, ...names.map(name => name.length), 4] },
  }));
  const drawn = (width: number) =>
    previewRows({ kind: 'document', blocks: rows }, width, 9).map(({ line }) => plain(line));
  for (let width = 32; width < 200; width++) {
    const [head = '', counted = ''] = drawn(width);
    expect(head.endsWith('All')).toBe(true);
    expect(counted.endsWith('9999')).toBe(true);
    expect(counted.length).toBeLessThanOrEqual(width);
    expect(counted).not.toMatch(/\d…/);
    if (!counted.includes('1013')) expect(counted).toContain(' … ');
  }
});

describe('the preview of a text for programs', () => {
  test('has its own lines, what a terminal would obey as symbols, and no parts', () => {
    const csv: PreviewBody = {
      kind: 'text',
      text: 'id,text\n\u001b[31m,a long cell of many words\n',
    };
    expect(previewRows(csv, 16, 9).map(({ line }) => plain(line))).toEqual([
      'id,text',
      '␛[31m,a long',
      'cell of many',
      'words',
      '',
    ]);
    expect(partsOf(csv)).toBe(0);
  });
});
