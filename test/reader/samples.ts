import type { Annotation, Placed, Range } from '../../src/model/annotation.ts';
import { type Codebook, newTheme, type Theme } from '../../src/model/codebook.ts';
import type { TextSummary } from '../../src/model/library.ts';
import { readTranscript, type Transcript } from '../../src/model/transcript.ts';

/** A report with a heading, a paragraph taller than a small screen (¶ 6), and short ones. */
export const report: Transcript = readTranscript(
  'night-ferry.md',
  `---
title: The night ferry
speaker: Harbour office, minutes
date: 2024-03-14
source: https://example.org/minutes
---
# The night ferry

The last boat leaves the island at ten in the evening and carries, on most nights, fewer than twelve people. The council has asked whether it should sail at all.

Three things were said for keeping it. Nurses on the late shift have no other way home. The school runs its evening classes by its timetable. And in winter it is the boat that brings the doctor.

Against it stand the costs. A crew of four is paid for five hours in which little happens, and the fuel has doubled in two years.

## What the crews say

The crews were asked one by one, so that nobody had to speak before the others. All eleven said that the crossing is safe in summer. Seven said that it is not always safe from November on: the pier at the far end has no light on its northern side, ice forms on the steps, and the rail that was taken away for repairs has been gone for fourteen months. Two men described the same night in January, when a passenger slipped between boat and pier and was held by her coat until the engine could be stopped. Neither had reported it. Asked why not, the older one said that the last report had led to a form and nothing else; the younger one said that he had been told it would be held against the line when the contract came up. The office had no record of either conversation. It does have, the chair noted, eleven letters about the rail, of which nine were answered with the sentence that the matter is in hand.

The rail was put back the week after.

Weather stopped the boat on nineteen nights last winter, four more than in the year before.

Nobody decides alone: the master may refuse to sail, the office may not order him to.

A smaller boat would need a crew of two. It could not carry a car, and it would lie still on rougher nights.

## What is proposed

Keep the boat until the spring. Light the pier on both sides. Count who travels, by hour and by reason.

Ask the hospital and the school to pay a part, as they do on the two islands to the north.

Meet again in May.
`,
);

/** Speaker turns with times. */
export const dialogue: Transcript = readTranscript(
  'talk-at-the-pier.txt',
  `[00:00:04] Interviewer: How long have you worked on this line?

[00:00:09] Deckhand: Nineteen years, come August. My father before me, on the old boat, the one with the funnel.

[00:00:21] Interviewer: And would you send your son?

[00:00:24] Deckhand: In summer, yes. In winter I would first want that rail back. You can write that down as I say it.

[00:00:37] Interviewer: Did you report it?

[00:00:40] Deckhand: Twice.
`,
);

export const empty: Transcript = readTranscript('blank.txt', '\n\n');

const theme = (codebook: Codebook, name: string, fields: Partial<Theme>): Codebook => ({
  ...codebook,
  themes: [...codebook.themes, newTheme(codebook, name, fields)],
});

/** Four pinned themes, a child, a retired one, and one merged into the first. */
export const codebook: Codebook = [
  [
    'Safety',
    {
      key: 1,
      definition: 'What endangers people on the crossing, and what is done about it.',
      include: 'Accidents and near ones; light, ice, rails.',
      exclude: 'The weather as such.',
    },
  ],
  ['Money', { key: 2, definition: 'What it costs, and who pays.' }],
  ['Weather', { key: 3, definition: 'Wind, ice and nights without a boat.' }],
  ['Who decides', { key: 4, definition: 'Powers, refusals, contracts and silence.' }],
  ['Reports not made', { parent: 'safety', definition: 'What was seen and not reported.' }],
  ['Old times', { status: 'retired' }],
  ['Danger', { status: 'merged', mergedInto: 'safety' }],
].reduce<Codebook>((before, [name, fields]) => theme(before, String(name), Object(fields)), {
  version: 1,
  themes: [],
});

let count = 0;

/** An annotation on a range of a text, by default alex's on paragraph 1 to be overridden. Ids count up. */
export function annotationOn(
  transcript: Transcript,
  range: Range,
  fields: Partial<Annotation> = {},
): Placed {
  count++;
  const annotation: Annotation = {
    id: `urn:uuid:00000000-0000-4000-9000-${String(count).padStart(12, '0')}`,
    text: transcript.id,
    theme: 'safety',
    coder: 'alex',
    memo: null,
    key: false,
    created: '2026-11-03T09:00:00.000Z',
    modified: '2026-11-03T09:00:00.000Z',
    selector: {
      exact: transcript.text.slice(range.start, range.end),
      prefix: '',
      suffix: '',
      ...range,
    },
    ...fields,
  };
  return { annotation, anchor: { kind: 'exact', ...range } };
}

/** The range of a paragraph, by its number from 1. */
export function paragraphRange(transcript: Transcript, n: number): Range {
  const { start, end } = transcript.paragraphs.at(n - 1);
  return { start, end };
}

/** The range of words in a text. Throws where they are not in it. */
export function wordsRange(transcript: Transcript, words: string): Range {
  const start = transcript.text.indexOf(words);
  if (start === -1) throw new Error(`'${words}' is not in ${transcript.id}`);
  return { start, end: start + words.length };
}

export const tagOn = (
  transcript: Transcript,
  n: number,
  fields: Partial<Annotation> = {},
): Placed => annotationOn(transcript, paragraphRange(transcript, n), fields);

export const summaryOf = (
  transcript: Transcript,
  fields: Partial<TextSummary> = {},
): TextSummary => ({
  id: transcript.id,
  file: transcript.file,
  title: transcript.title,
  speaker: transcript.speaker,
  date: transcript.date,
  source: transcript.source,
  paragraphs: transcript.paragraphs.count,
  words: 100,
  annotations: 0,
  tagged: 0,
  byTheme: {},
  toRepair: 0,
  ...fields,
});
