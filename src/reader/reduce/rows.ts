import type { KeyCommand } from '../keymap/keymap.ts';

/** Further than any list is long: `moved` holds the cursor inside it. */
const FAR = 1_000_000;

/**
 * By how many rows each key of movement moves the cursor of a list or page, downwards positive.
 * `half`: rows of half a screen, `page`: of a whole one, where the page has that key.
 */
export const rowsOfKeys = (half: number, page?: number): Partial<Record<KeyCommand, number>> => ({
  next: 1,
  previous: -1,
  halfDown: half,
  halfUp: -half,
  ...(page === undefined ? {} : { pageDown: page, pageUp: -page }),
  first: -FAR,
  last: FAR,
});
