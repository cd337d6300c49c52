import { parse } from 'csv-parse/sync';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { COLUMNS, renderCsv } from '../../src/digest/csv.ts';
import { readCsv } from '../../src/digest/read/csv.ts';
import { guarded, unguarded } from '../../src/model/formulaGuard.ts';
import { example, record } from './example.ts';
import { nasty, naughtyStrings } from './hostile.ts';

const rows = (csv: string): Record<string, string>[] => parse(csv, { columns: true, bom: true });

/** What a spreadsheet takes for a formula, by OWASP's list; what it does not show may stand before it. */
const FORMULA =
  /^[\s\u0000-\u001F\u007F\u200B-\u200F\u2060\uFEFF]*[=+\-@\uFF1D\uFF0B\uFF0D\uFF20]|^[\t\r\n]/;

describe('the guard against formulas', () => {
  it.each([
    ['=1+1', "'=1+1"],
    ['-2', "'-2"],
    ['@SUM(A1)', "'@SUM(A1)"],
    ['\t=1', "'\t=1"],
    ['\u200B=1', "'\u200B=1"],
    [' +1', "' +1"],
    ['\uFF1D1', "'\uFF1D1"],
    ["'=1", "''=1"],
    ["'tis the season", "'tis the season"],
    ['plain', 'plain'],
    ['', ''],
  ])('makes %j %j', (cell, safe) => {
    expect(guarded(cell)).toBe(safe);
    expect(unguarded(safe)).toBe(cell);
  });

  it('is taken off again whatever the cell was, and leaves none that begins as a formula does', () => {
    const check = (cell: string) => {
      expect(unguarded(guarded(cell))).toBe(cell);
      expect(guarded(cell)).not.toMatch(FORMULA);
    };
    fc.assert(fc.property(nasty, check), { numRuns: 1000 });
    fc.assert(fc.property(fc.stringMatching(/^['\s=+@-]{0,4}[a-z=]?$/), check), { numRuns: 1000 });
    naughtyStrings().forEach(check);
  });
});

describe('a digest as CSV', () => {
  it('has a row an annotation, memos without a theme last, by the columns of its first line', () => {
    const found = rows(renderCsv(example));
    expect(found.map(row => Number(row.id?.slice(-12)))).toEqual([3, 1, 2, 4, 5, 10, 9]);
    expect(Object.keys(found[0] ?? {})).toEqual([...COLUMNS]);
    expect(found[0]).toMatchObject({
      theme: 'tides',
      theme_name: 'Tides',
      coder: 'bea',
      paragraphs: '12',
      start: '400',
      end: '480',
      memo: 'Her best line.',
      key: 'yes',
      anchor: 'exact',
      text_sha256: 'a1'.repeat(32),
    });
  });

  it('begins with the sign for Excel when asked', () => {
    expect(renderCsv(example).startsWith('id,')).toBe(true);
    expect(renderCsv(example, { bom: true }).startsWith('\uFEFFid,')).toBe(true);
  });

  it('quotes every cell with a line end in it, whichever (RFC 4180, section 2, rule 6)', () => {
    for (const end of ['\n', '\r', '\r\n']) {
      const csv = renderCsv({ ...example, records: [record(1, { memo: `one${end}two` })] });
      expect(csv).toContain(`,"one${end}two",`);
      expect(csv.replaceAll(/"[^"]*"/g, '').split(/\r\n|\r|\n/)).toHaveLength(3);
      expect(rows(csv)[0]?.memo).toBe(`one${end}two`);
    }
  });

  it('gives hostile words back, and no cell begins as a formula does', () => {
    const check = (words: string) => {
      const well = words.toWellFormed();
      const csv = renderCsv({ ...example, records: [record(1, { quote: well, memo: well })] });
      const [row] = rows(csv);
      expect(Object.values(row ?? {}).filter(cell => FORMULA.test(cell))).toEqual([]);
      expect(unguarded(row?.memo ?? '')).toBe(well);
      expect(readCsv(csv).quotations[0]?.quote).toBe(well);
    };
    fc.assert(fc.property(nasty, check), { numRuns: 300 });
    naughtyStrings().forEach(check);
  });

  it('is read with the separators that spreadsheets of other countries write', () => {
    const table = parse(renderCsv(example)) as string[][];
    for (const sign of [';', '\t']) {
      const text = table
        .map(row => row.map(cell => `"${cell.replaceAll('"', '""')}"`).join(sign))
        .join('\n');
      expect(readCsv(text)).toEqual(readCsv(renderCsv(example)));
    }
  });
});
