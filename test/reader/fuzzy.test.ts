import { expect, test } from 'vitest';
import { fuzzyFind } from '../../src/reader/fuzzy.ts';

const WORDS = ['memo', 'next tagged', 'theme codebook', 'open The night ferry'];
const found = (typed: string) => fuzzyFind(WORDS, word => word, typed);

test('nothing typed: everything, as it stands', () => {
  expect(found('  ').map(one => one.item)).toEqual(WORDS);
});

test('letters in their order, in any case, and where they stand', () => {
  expect(found('MeM').map(one => one.item)).toEqual(['memo']);
  expect(found('nft').map(one => one.item)).toEqual([]);
  const [best] = found('nferry');
  expect(best?.item).toBe('open The night ferry');
  expect(
    Array.from(best?.matched ?? [], at => best?.item[at])
      .sort()
      .join(''),
  ).toBe('efnrry');
});

test('a list is asked again without harm', () => {
  expect(found('memo')).toEqual(found('memo'));
});
