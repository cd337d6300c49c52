import fc from 'fast-check';
import stringWidth from 'string-width';
import { describe, expect, test } from 'vitest';
import {
  cells,
  clusters,
  cutToCells,
  isSimple,
  shorten,
  shortenStart,
} from '../../../src/reader/layout/width.ts';
import { nastyText, wholeClusters } from './nasty.ts';

const limits = fc.integer({ min: 0, max: 60 });

describe('clusters', () => {
  test('of a long text are those that one segmentation finds', () => {
    fc.assert(
      fc.property(nastyText(40), fc.integer({ min: 1, max: 200 }), (text, times) => {
        const long = text.repeat(times).slice(0, 20_000);
        expect([...clusters(long)]).toEqual(wholeClusters(long));
      }),
      { numRuns: 400, seed: 20261122 },
    );
  });

  test.each(['👩‍💻', '👍🏽', '🇬🇧', '👨‍👩‍👧‍👦', 'क्ष', 'e\u0301', '\r\n'])(
    '%j is whole wherever the window ends',
    cluster => {
      for (let before = 1024 - cluster.length - 1; before <= 1026; before++) {
        const text = `${'x'.repeat(before)}${cluster}${cluster}y`;
        expect([...clusters(text)].slice(before, before + 2)).toEqual(
          wholeClusters(text).slice(before, before + 2),
        );
      }
    },
  );

  test('a cluster without an end is cut, not lost', () => {
    const endless = `a${'\u0301'.repeat(5000)}b`;
    expect([...clusters(endless)].join('')).toBe(endless);
    expect([...clusters('')].join('')).toBe('');
  });
});

describe('cells', () => {
  test('counts what is simple without looking: one cell each', () => {
    for (let code = 0x20; code < 0x2700; code++) {
      const character = String.fromCharCode(code);
      if (isSimple(character)) expect([character, stringWidth(character)]).toEqual([character, 1]);
    }
  });

  test('is the sum of the clusters', () => {
    fc.assert(
      fc.property(nastyText(), text => {
        const sum = wholeClusters(text).reduce((total, one) => total + stringWidth(one), 0);
        expect(cells(text)).toBe(sum);
      }),
      { seed: 20261122 },
    );
  });

  test.each([
    ['plain words', 11],
    ['“quoted” – dash…', 16],
    ['漢字', 4],
    ['👩‍💻', 2],
    ['🇬🇧', 2],
    ['e\u0301', 1],
    ['●■▲◆▌━│★↳═◄›', 12],
    ['', 0],
  ])('%j takes %i', (text, width) => {
    expect(cells(text)).toBe(width);
  });
});

describe('shorten and cutToCells', () => {
  test('are never wider than what was asked for, and begin like the text', () => {
    fc.assert(
      fc.property(nastyText(), limits, (text, most) => {
        const [short, cut] = [shorten(text, most), cutToCells(text, most)];
        expect(cells(short)).toBeLessThanOrEqual(most);
        expect(cells(cut)).toBeLessThanOrEqual(most);
        expect(text.startsWith(cut)).toBe(true);
        expect(short === text || text.startsWith(short.slice(0, -1))).toBe(true);
      }),
      { numRuns: 1000, seed: 20261122 },
    );
  });

  test('leave what fits as it is, and take in as much as fits', () => {
    fc.assert(
      fc.property(nastyText(20), limits, (text, most) => {
        if (cells(text) <= most && text.length <= most) expect(shorten(text, most)).toBe(text);
        const cut = cutToCells(text, most);
        const next = [...clusters(text.slice(cut.length))][0];
        if (next !== undefined) expect(cells(cut) + cells(next)).toBeGreaterThan(most);
      }),
      { seed: 20261122 },
    );
  });

  test.each([
    ['Prevent referrals', 17, 'Prevent referrals'],
    ['Prevent referrals', 9, 'Prevent…'],
    ['Encryption', 8, 'Encrypt…'],
    ['Encryption', 1, '…'],
    ['Encryption', 0, ''],
    ['漢字漢字', 6, '漢字…'],
    ['漢字漢字', 5, '漢字…'],
    ['漢字漢字', 4, '漢…'],
  ])('%j in %i cells is %j', (text, most, short) => {
    expect(shorten(text, most)).toBe(short);
  });
});

test.each([
  ['~/papers/ada/minutes.txt', 40, '~/papers/ada/minutes.txt'],
  ['~/papers/ada/minutes.txt', 12, '…minutes.txt'],
  ['/会議/記録.txt', 9, '…記録.txt'],
  ['/会議/記録.txt', 8, '…録.txt'],
  ['a👩‍💻b', 3, '…b'],
  ['a👩‍💻bc', 5, 'a👩‍💻bc'],
])('the end of %s in %i cells: %s', (text, most, shown) => {
  expect(shortenStart(text, most)).toBe(shown);
});
