import { expect, test } from 'vitest';
import { median, p95, tableOf } from './table.ts';

test('the median is the middle value, or the mean of two', () => {
  expect(median([9, 1, 5])).toBe(5);
  expect(median([4, 1, 2, 9])).toBe(3);
  expect(median([])).toBeNaN();
});

test('95 of 100 values do not exceed p95', () => {
  const hundred = Array.from({ length: 100 }, (_, index) => 100 - index);
  expect(p95(hundred)).toBe(95);
  expect(p95([7])).toBe(7);
  expect(p95([])).toBeNaN();
});

test('a row is a ratio of the row that it names', () => {
  const table = tableOf('Start', [
    { name: 'bare', times: [20, 10, 30] },
    { name: 'ours', times: [60, 50, 90], against: 'bare', aim: '≤ 3' },
  ]);
  const [title, header, bare, ours] = table.split('\n');
  expect(title).toBe('Start');
  expect(header?.split(/\s{2,}/)).toEqual([
    '',
    'runs',
    'median',
    'p95',
    'ratio',
    'p95 ratio',
    'against',
    'aim',
  ]);
  expect(bare).toMatch(/^bare +3 +20\.0 ms +30\.0 ms$/);
  expect(ours).toMatch(/^ours +3 +60\.0 ms +90\.0 ms +3\.00× +3\.00× +bare +≤ 3$/);
});
