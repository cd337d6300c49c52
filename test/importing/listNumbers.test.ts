import { expect, test } from 'vitest';
import { type NumberFormat, numberAs } from '../../src/importing/listNumbers.ts';

test.each<[number, NumberFormat, string]>([
  [12, '1', '12'],
  [3, 'a', 'c'],
  [26, 'A', 'Z'],
  [27, 'a', 'aa'],
  [28, 'A', 'BB'],
  [4, 'i', 'iv'],
  [1994, 'I', 'MCMXCIV'],
  [0, 'a', '0'],
  [-2, 'i', '-2'],
  [100_000, 'i', '100000'],
  [100_000, 'a', '100000'],
])('%i as %s is %s', (number, format, wanted) => {
  expect(numberAs(number, format)).toBe(wanted);
});
