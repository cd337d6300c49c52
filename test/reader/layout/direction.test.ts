import { expect, test } from 'vitest';
import { isRightToLeft } from '../../../src/reader/layout/direction.ts';

test.each([
  ['كل الناس يولدون أحرارا', true],
  ['כל בני אדם נולדו בני חורין', true],
  ['1. כל (2)', true],
  ['All are born free, as כל says', false],
  ['すべての人間は', false],
  ['12 — 3', false],
  ['', false],
])('%j: %s', (text, expected) => {
  expect(isRightToLeft(text)).toBe(expected);
});
