import { expect, test } from 'vitest';
import { claimedPages, newClaims } from '../../src/importing/pdf/claims.ts';

test('two who read from both ends meet, and read each page once', () => {
  const claims = newClaims();
  const front = claimedPages(claims, 5, 'front');
  const back = claimedPages(claims, 5, 'back');
  const read = [front, back, front, front, back, back, front].map(side => side.next().value);
  expect(read).toEqual([0, 4, 1, 2, 3, undefined, undefined]);
});

test('one who reads alone reads all pages', () => {
  expect([...claimedPages(newClaims(), 3, 'front')]).toEqual([0, 1, 2]);
});
