import { expect } from 'vitest';
import { AFTER, type AnchorCase, BEFORE, LONG } from './cases.ts';

/** Passages whose own words were changed: taken where they are like enough, else listed or given up. */
export const similarCases: readonly AnchorCase[] = [
  {
    name: 'a word with a letter changed, everything around it the same: similar',
    text: 'one Two three',
    selector: { exact: 'two', prefix: 'one ', suffix: ' three', start: 4, end: 7 },
    // Three letters are worth 50 × 3/32, of which two thirds are there; 20 + 20 + 2 for the rest.
    outcome: {
      kind: 'similar',
      start: 4,
      end: 7,
      score: (((50 * 3) / 32) * (2 / 3) + 42) / ((50 * 3) / 32 + 42),
    },
  },
  {
    name: 'a word replaced by another one: the passage is gone',
    text: `${BEFORE}plan${AFTER}`,
    selector: { exact: 'ban', prefix: BEFORE, suffix: AFTER, start: 33, end: 36 },
    outcome: { kind: 'ambiguous', candidates: [{ start: 33, end: 37 }] },
  },
  {
    name: 'a word replaced in a sentence, the sentences around it the same: similar',
    text: `${BEFORE}${LONG.replace('three', 'several')}${AFTER}`,
    selector: { exact: LONG, prefix: BEFORE, suffix: AFTER, start: 33, end: 33 + LONG.length },
    outcome: {
      kind: 'similar',
      start: 33,
      end: 33 + LONG.length + 2, // 'three' to 'several' is six letters, two of them more: (50 × (1 - 6/94) × (1 - 2/4/96) + 42) / 92
      score: expect.closeTo(0.963, 3),
    },
  },
  {
    name: 'a sentence put into it: it grows',
    text: `${BEFORE}${LONG.replace(' and were', ' Nobody answered. And we were')}${AFTER}`,
    selector: { exact: LONG, prefix: BEFORE, suffix: AFTER, start: 33, end: 33 + LONG.length },
    outcome: {
      kind: 'similar',
      start: 33,
      end: 33 + LONG.length + 20,
      score: expect.closeTo(0.9, 1),
    },
  },
  {
    name: 'a changed quotation in two places, one as good as the other: both are listed',
    text: `${LONG.replace('three', 'two')}\n\n${LONG.replace('three', 'six')}`,
    selector: { exact: LONG, start: 0, end: LONG.length },
    outcome: {
      kind: 'ambiguous',
      candidates: [
        { start: 0, end: LONG.length - 2 },
        { start: LONG.length, end: 2 * LONG.length - 2 },
      ],
    },
  },
  {
    name: 'other words in its place, its neighbours the same: not the passage',
    text: `${BEFORE}minister had left by the back door before anybody could ask him anything at all${AFTER}`,
    selector: { exact: LONG, prefix: BEFORE, suffix: AFTER, start: 33, end: 33 + LONG.length },
    outcome: { kind: 'orphaned' },
  },
  {
    name: 'similar words far away, among strangers: listed, not taken',
    text: `${'Other things were said, and none of them matters. '.repeat(200)}${LONG.replace('minutes', 'papers')}`,
    selector: { exact: LONG, prefix: BEFORE, suffix: AFTER, start: 33, end: 33 + LONG.length },
    outcome: {
      kind: 'ambiguous',
      candidates: [{ start: 10_000, end: 10_000 + LONG.length - 1 }],
    },
  },
];
