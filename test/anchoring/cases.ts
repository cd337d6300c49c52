import type { Anchor, Selector } from '../../src/model/annotation.ts';

/** One row of the table: what stands in the text now, the selector that was stored, what must come out. */
export interface AnchorCase {
  name: string;
  text: string;
  selector: Partial<Selector> & { exact: string };
  unchanged?: boolean;
  outcome: Anchor;
}

export const BEFORE = 'They told the committee that the ';
export const AFTER = ' was never discussed in the room.';
export const LONG =
  'We asked for the minutes on three occasions and were told, each time, that none had been kept.';
/** The same passage twice, told apart by nothing within reach. */
const REFRAIN = 'Yes, I remember that, and so does everybody else in the village.\n\n';

export const cases: readonly AnchorCase[] = [
  {
    name: 'an unchanged text: the recorded position is taken',
    text: 'no no no',
    selector: { exact: 'no', start: 3, end: 5 },
    unchanged: true,
    outcome: { kind: 'exact', start: 3, end: 5 },
  },
  {
    name: 'a position counts in code points: an emoji before it is one, not two',
    text: '😀 no no',
    selector: { exact: 'no', start: 5, end: 7 },
    unchanged: true,
    outcome: { kind: 'exact', start: 6, end: 8 },
  },
  {
    name: 'a start of 0 is a position like any other',
    text: 'no no no',
    selector: { exact: 'no', start: 0, end: 2 },
    unchanged: true,
    outcome: { kind: 'exact', start: 0, end: 2 },
  },
  {
    name: 'an unchanged text but other words at the position: the words decide',
    text: 'one two',
    selector: { exact: 'two', start: 0, end: 3 },
    unchanged: true,
    outcome: { kind: 'shifted', start: 4, end: 7 },
  },
  {
    name: 'an unchanged text but a position past its end: the words decide',
    text: 'one two',
    selector: { exact: 'two', start: 4, end: 90 },
    unchanged: true,
    outcome: { kind: 'exact', start: 4, end: 7 },
  },
  {
    name: 'an unknown position (-1) is never trusted',
    text: 'one two',
    selector: { exact: 'one', start: -1, end: -1 },
    unchanged: true,
    outcome: { kind: 'shifted', start: 0, end: 3 },
  },
  {
    name: 'a changed text: the position alone is nothing, even where the same words stand',
    text: 'no no no',
    selector: { exact: 'no', start: 3, end: 5 },
    outcome: {
      kind: 'ambiguous',
      candidates: [
        { start: 0, end: 2 },
        { start: 3, end: 5 },
        { start: 6, end: 8 },
      ],
    },
  },
  {
    name: 'one occurrence, no context stored, same place',
    text: 'one two three',
    selector: { exact: 'two', start: 4, end: 7 },
    outcome: { kind: 'exact', start: 4, end: 7 },
  },
  {
    name: 'one occurrence, whole context, other place',
    text: 'zero one two three',
    selector: { exact: 'two', prefix: 'one ', suffix: ' three', start: 4, end: 7 },
    outcome: { kind: 'shifted', start: 9, end: 12 },
  },
  {
    name: 'several occurrences, the whole context fits one',
    text: 'the cat sat; the dog sat; the cow sat',
    selector: { exact: 'sat', prefix: 'the dog ', suffix: '; the cow', start: 2, end: 5 },
    outcome: { kind: 'shifted', start: 21, end: 24 },
  },
  {
    name: 'several occurrences, the whole context fits two',
    text: 'a dog sat; a cat; a dog sat; a cow',
    selector: { exact: 'sat', prefix: 'dog ', suffix: '; a c', start: 6, end: 9 },
    outcome: {
      kind: 'ambiguous',
      candidates: [
        { start: 6, end: 9 },
        { start: 24, end: 27 },
      ],
    },
  },
  {
    name: 'the words before it were edited: the words after it are enough',
    text: `Someone said once that a ban${AFTER} And a ban is a ban.`,
    selector: { exact: 'ban', prefix: BEFORE, suffix: AFTER, start: 90, end: 93 },
    outcome: { kind: 'shifted', start: 25, end: 28 },
  },
  {
    name: 'the words after it were edited: the words before it are enough',
    text: `A ban is a ban. ${BEFORE}ban came up, and was talked over.`,
    selector: { exact: 'ban', prefix: BEFORE, suffix: AFTER, start: 90, end: 93 },
    outcome: { kind: 'shifted', start: 49, end: 52 },
  },
  {
    name: 'one place has all words before it, another all words after it: nobody can know',
    text: `${BEFORE}ban came up. The ban${AFTER}`,
    selector: { exact: 'ban', prefix: BEFORE, suffix: AFTER, start: 90, end: 93 },
    outcome: {
      kind: 'ambiguous',
      candidates: [
        { start: 33, end: 36 },
        { start: 50, end: 53 },
      ],
    },
  },
  {
    name: 'a short quotation left over among strange words is doubtful, even if it is the only one',
    text: 'Nothing of what was said before remains, but a ban is mentioned at the end of it.',
    selector: { exact: 'ban', prefix: BEFORE, suffix: AFTER, start: 90, end: 93 },
    outcome: { kind: 'ambiguous', candidates: [{ start: 47, end: 50 }] },
  },
  {
    name: 'doubtful places come with the likeliest first',
    text: 'a ban here, and that the ban was now, and a ban',
    selector: { exact: 'ban', prefix: BEFORE, suffix: AFTER, start: 90, end: 93 },
    outcome: {
      kind: 'ambiguous',
      candidates: [
        { start: 25, end: 28 },
        { start: 2, end: 5 },
        { start: 44, end: 47 },
      ],
    },
  },
  {
    name: 'a long quotation moved among strange words is still itself',
    text: `An entirely new beginning. ${LONG} And an entirely new end.`,
    selector: { exact: LONG, prefix: BEFORE, suffix: AFTER, start: 90, end: 90 + LONG.length },
    outcome: { kind: 'shifted', start: 27, end: 27 + LONG.length },
  },
  {
    name: 'a long quotation that now occurs twice among strange words is not',
    text: `${LONG}\n${LONG}`,
    selector: { exact: LONG, prefix: BEFORE, suffix: AFTER, start: 90, end: 90 + LONG.length },
    outcome: {
      kind: 'ambiguous',
      candidates: [
        // It stood at 90: the second is nearer.
        { start: LONG.length + 1, end: 2 * LONG.length + 1 },
        { start: 0, end: LONG.length },
      ],
    },
  },
  {
    name: 'a context that began with the text tells nothing apart further down',
    text: `A ban is a ban. ${BEFORE}ban came up, and was talked over.`,
    selector: { exact: 'ban', prefix: BEFORE, suffix: AFTER, start: 33, end: 36 },
    outcome: {
      kind: 'ambiguous',
      candidates: [
        { start: 49, end: 52 },
        { start: 2, end: 5 },
        { start: 11, end: 14 },
      ],
    },
  },
  {
    name: 'a passage at the very top, the words after it edited',
    text: 'Q: ban? No. And the ban, and the other ban',
    selector: { exact: 'ban', prefix: 'Q: ', suffix: AFTER, start: 3, end: 6 },
    outcome: { kind: 'exact', start: 3, end: 6 },
  },
  {
    name: 'a passage at the very end, the words before it edited',
    text: 'A ban here and a ban there, and now the ban.\n',
    selector: { exact: 'ban', prefix: BEFORE, suffix: '.\n', start: 90, end: 93 },
    outcome: { kind: 'shifted', start: 40, end: 43 },
  },
  {
    name: 'overlapping occurrences are all seen',
    text: 'aaaa',
    selector: { exact: 'aa', start: 9, end: 11 },
    outcome: {
      kind: 'ambiguous',
      candidates: [
        { start: 0, end: 2 },
        { start: 1, end: 3 },
        { start: 2, end: 4 },
      ],
    },
  },
  {
    name: 'identical passages, text changed: all are listed',
    text: `New title\n\n${REFRAIN}${REFRAIN}`,
    selector: { exact: REFRAIN.trim(), start: 0, end: 64 },
    outcome: {
      kind: 'ambiguous',
      candidates: [
        { start: 11, end: 75 },
        { start: 77, end: 141 },
      ],
    },
  },
  {
    name: 'the words are gone',
    text: 'one three',
    selector: { exact: 'two', prefix: 'one ', suffix: ' three', start: 4, end: 7 },
    outcome: { kind: 'orphaned' },
  },
  {
    name: 'no quotation, text unchanged: the position is all there is',
    text: 'one two',
    selector: { exact: '', start: 4, end: 4 },
    unchanged: true,
    outcome: { kind: 'exact', start: 4, end: 4 },
  },
  {
    name: 'no quotation, text changed',
    text: 'one two',
    selector: { exact: '', prefix: 'one ', suffix: 'two', start: 4, end: 4 },
    outcome: { kind: 'orphaned' },
  },
  {
    name: 'an empty text',
    text: '',
    selector: { exact: 'two', start: 0, end: 3 },
    unchanged: true,
    outcome: { kind: 'orphaned' },
  },
];
