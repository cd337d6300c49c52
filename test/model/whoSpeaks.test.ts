import { expect, test } from 'vitest';
import { readTranscript } from '../../src/model/transcript.ts';
import { speakersOf } from '../../src/model/whoSpeaks.ts';
import { report } from '../reader/samples.ts';

const talk = readTranscript(
  'talk.md',
  `A word before.

Ana: First.

And she goes on.

Bo: Yes.

# A break

Nobody is named.

Ana: Second.

Ana: Third.
`,
);

test('a turn goes on to the next one, or to a heading', () => {
  expect(speakersOf(talk)).toEqual({
    names: ['Ana', 'Bo'],
    turns: [3, 1],
    paragraphs: [4, 1],
    begins: Uint32Array.of(0, 1, 0, 2, 0, 0, 1, 1),
    speaks: Uint32Array.of(0, 1, 1, 2, 0, 0, 1, 1),
  });
});

test('a text without speakers has none', () => {
  const { names, speaks } = speakersOf(report);
  expect(names).toEqual([]);
  expect(speaks.every(one => one === 0)).toBe(true);
});
