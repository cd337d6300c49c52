import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { boundAfter, boundAt, boundBefore } from '../../src/model/graphemes.ts';
import {
  type Motion,
  moved,
  type Selection,
  selectedRange,
  selectionAt,
  turnAround,
  turned,
} from '../../src/model/selection.ts';
import { readTranscript, type Transcript } from '../../src/model/transcript.ts';
import { nastyText } from '../reader/layout/nasty.ts';
import { describeCorpus } from '../support/corpora.ts';

const MOTIONS: readonly Motion[] = ['character', 'word', 'sentence', 'paragraph'];

const TEXT = `Mr. Hill spoke first. He said "Not yet!" Then he left; nobody followed.

Second one, with 1,000 words.

Ann: What now?

And who pays?

Ben: I do.

Ann: Good.
`;
const speech = readTranscript('a.txt', TEXT);

/** Keys as the reader has them: the words that are selected after each. */
function play(transcript: Transcript, index: number, keys: string): string {
  let selection: Selection = selectionAt(transcript.text, transcript.paragraphs.at(index));
  for (const key of keys.split(' ')) selection = step(transcript, selection, key);
  const { start, end } = selectedRange(transcript.text, selection);
  return transcript.text.slice(start, end);
}

const KEYS: Readonly<Record<string, readonly [Motion, 1 | -1]>> = {
  ')': ['sentence', 1],
  '(': ['sentence', -1],
  w: ['word', 1],
  b: ['word', -1],
  l: ['character', 1],
  h: ['character', -1],
  j: ['paragraph', 1],
  k: ['paragraph', -1],
};

function step(transcript: Transcript, selection: Selection, key: string): Selection {
  if (key === 'o') return turned(selection);
  const [motion, by] = KEYS[key] ?? ['character', 1];
  return moved(transcript, selection, motion, by);
}

describe('a selection', () => {
  test.each([
    [')', 'Mr. Hill spoke first.'],
    [') )', 'Mr. Hill spoke first. He said "Not yet!"'],
    [') ) (', 'Mr. Hill spoke first.'],
    [') (', ''],
    [') o )', ''],
    [') o ) )', 'He said "Not yet!"'],
    ['w', 'Mr'],
    ['w w w', 'Mr. Hill spoke'],
    ['w w w b', 'Mr. Hill'],
    ['l l', 'Mr'],
    ['l l h', 'M'],
    [') o w', 'Hill spoke first.'],
    [') ) ) (', 'Mr. Hill spoke first. He said "Not yet!"'],
    ['j', 'Mr. Hill spoke first. He said "Not yet!" Then he left; nobody followed.'],
    ['j j k', 'Mr. Hill spoke first. He said "Not yet!" Then he left; nobody followed.'],
  ])('%s selects %j', (keys, words) => {
    expect(play(speech, 0, keys)).toBe(words);
  });

  test('goes on over paragraphs, and back before the anchor', () => {
    expect(play(speech, 0, 'j j')).toBe(TEXT.slice(0, TEXT.indexOf('words.') + 6));
    expect(play(speech, 1, ') (')).toBe('');
    expect(play(speech, 1, ') ( (')).toBe('Then he left; nobody followed.');
    expect(play(speech, 1, 'b')).toBe('followed.');
    expect(play(speech, 1, 'w w w w w')).toBe('Second one, with 1,000 words');
  });

  test('begins behind a speaker’s name; whole paragraphs have it, so they are those that a digit tags', () => {
    expect(play(speech, 2, ')')).toBe('What now?');
    expect(play(speech, 2, 'j')).toBe('Ann: What now?');
  });

  test('a speaker turn goes on until somebody else speaks', () => {
    const { start, end } = turnAround(speech.paragraphs, 3);
    expect(TEXT.slice(start, end)).toBe('Ann: What now?\n\nAnd who pays?');
    expect(turnAround(speech.paragraphs, 1)).toEqual({
      start: speech.paragraphs.at(1).start,
      end: speech.paragraphs.at(1).end,
    });
  });

  test('stays at the edges of the text', () => {
    const last = speech.paragraphs.at(5);
    for (const motion of MOTIONS) {
      const atEnd = { anchor: last.start, head: last.end };
      expect(moved(speech, atEnd, motion, 1).head).toBe(last.end);
      expect(moved(speech, { anchor: 5, head: 0 }, motion, -1).head).toBe(0);
    }
  });
});

/** The bounds between clusters of a text by the segmenter as a whole, from 0 to its length. */
const boundsOf = (text: string): Set<number> =>
  new Set([
    ...Array.from(
      new Intl.Segmenter('en', { granularity: 'grapheme' }).segment(text),
      one => one.index,
    ),
    text.length,
  ]);

const steps = fc.array(
  fc.record({
    motion: fc.constantFrom(...MOTIONS, 'turn' as const),
    by: fc.constantFrom<1 | -1>(1, -1),
  }),
  { minLength: 1, maxLength: 25 },
);

function check(
  transcript: Transcript,
  index: number,
  list: readonly { motion: Motion | 'turn'; by: 1 | -1 }[],
): void {
  const bounds = boundsOf(transcript.text);
  let selection = selectionAt(transcript.text, transcript.paragraphs.at(index));
  for (const { motion, by } of list) {
    const before = selection.head;
    selection = motion === 'turn' ? turned(selection) : moved(transcript, selection, motion, by);
    if (motion !== 'turn') expect((selection.head - before) * by).toBeGreaterThanOrEqual(0);
    const { start, end } = selectedRange(transcript.text, selection);
    for (const one of [selection.anchor, selection.head, start, end])
      expect(bounds.has(one), `${one} in ${JSON.stringify(transcript.text)}`).toBe(true);
  }
}

test('property: no motion goes back, and no end is ever inside a cluster', () => {
  fc.assert(
    fc.property(
      fc.array(nastyText(40), { minLength: 1, maxLength: 4 }),
      fc.nat(3),
      steps,
      (blocks, n, list) => {
        const transcript = readTranscript('x.txt', blocks.join('\n\n'));
        const { count } = transcript.paragraphs;
        if (count > 0) check(transcript, n % count, list);
      },
    ),
    { numRuns: 300 },
  );
});

test('a paragraph of a million characters is looked at near the place only', () => {
  const long = readTranscript('x.txt', `${'word '.repeat(200_000)}end.`);
  let selection = selectionAt(long.text, long.paragraphs.at(0));
  for (let i = 0; i < 50; i++) selection = moved(long, selection, 'word', 1);
  expect(selectedRange(long.text, selection).end).toBe(249);
  expect(boundBefore(long.text, long.paragraphs.at(0), 500_000)).toBe(499_999);
  const family = '\u{1F469}\u200D\u{1F467}'.repeat(2000);
  expect(boundAfter(family, { start: 0, end: family.length }, 0)).toBe(5);
  expect(boundBefore(family, { start: 0, end: family.length }, family.length)).toBe(
    family.length - 5,
  );
  const marks = `e${'\u0301'.repeat(5000)}x`;
  expect(boundAfter(marks, { start: 0, end: marks.length }, 0)).toBe(5001);
  expect(boundAt(marks, { start: 0, end: marks.length }, 3000)).toBe(0);
});

describeCorpus('corpora/unicode', 767, folder => {
  const cases: [string, string[]][] = JSON.parse(
    readFileSync(join(folder, 'unicode17-break-tests.json'), 'utf8'),
  ).TESTDATA_GRAPHEME;

  test.each(cases.map(([text, clusters], i) => [i, text, clusters] as const))(
    'break test %i: l and h stop where Unicode 17 says',
    (_, text, clusters) => {
      const stretch = { start: 0, end: text.length };
      const stops: number[] = [0];
      while ((stops.at(-1) ?? 0) < text.length)
        stops.push(boundAfter(text, stretch, stops.at(-1) ?? 0));
      const expected = [0];
      for (const one of clusters) expected.push((expected.at(-1) ?? 0) + one.length);
      expect(stops).toEqual(expected);
      for (const [i, stop] of expected.entries())
        if (i > 0) expect(boundBefore(text, stretch, stop)).toBe(expected[i - 1]);
    },
  );

  test('every motion in a text of emoji sequences stops between clusters', () => {
    const content = readFileSync(join(folder, 'emoji_test_sequences.txt'), 'utf8').slice(0, 6000);
    const transcript = readTranscript('emoji.txt', content);
    fc.assert(
      fc.property(fc.nat(transcript.paragraphs.count - 1), steps, (index, list) =>
        check(transcript, index, list.slice(0, 8)),
      ),
      { numRuns: 40 },
    );
  });
});
