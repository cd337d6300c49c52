import { anchor } from '../../src/anchoring/anchor.ts';
import { describe } from '../../src/anchoring/describe.ts';
import { anchorSubject } from '../../src/anchoring/subject.ts';
import type { Annotation, Placed } from '../../src/model/annotation.ts';
import type { Doubt } from '../../src/model/doubt.ts';
import { readTranscript, type Transcript } from '../../src/model/transcript.ts';
import { doubtOf } from '../../src/project/doubts.ts';
import type { LoadedText } from '../../src/project/texts.ts';
import type { Size } from '../../src/reader/layout/geometry.ts';
import type { ReaderState } from '../../src/reader/state.ts';
import { annotationOn, dialogue, report, summaryOf, wordsRange } from './samples.ts';
import { reading, type Session } from './session.ts';

const loadedOf = (transcript: Transcript): LoadedText =>
  ({
    ...anchorSubject(transcript.text),
    transcript,
    sha256: '',
    bytes: new Uint8Array(),
  }) as unknown as LoadedText;

/** A tag on words of a text as it was, found again in the text as it is. */
export function movedTag(
  was: Transcript,
  is: Transcript,
  words: string,
  fields: Partial<Annotation> = {},
): Placed {
  const selector = describe(anchorSubject(was.text), wordsRange(was, words));
  const { annotation } = annotationOn(was, wordsRange(was, words), { ...fields, selector });
  return { annotation, anchor: anchor(anchorSubject(is.text), selector, { unchanged: false }) };
}

export const doubtIn = (is: Transcript, placed: Placed, own: readonly Placed[] = []): Doubt =>
  doubtOf(loadedOf(is), own, placed);

const RAIL =
  'Seven said that it is not always safe from November on: the pier at the far end has no light on its northern side, ice forms on the steps, and the rail that was taken away for repairs has been gone for fourteen months.';
const LATER =
  'Six said that it is hardly ever safe from October on: the pier at the far end has no lamp on its northern side, ice forms on the steps, and the rail that was taken off for repairs has been away for fifteen months.';
const HELD = 'Light the pier on both sides.';

/** The report with words that are changed, doubled and taken out. */
export const edited: Transcript = readTranscript(
  'night-ferry.md',
  `---\ntitle: The night ferry\n---\n${report.text
    .replace(RAIL, LATER)
    .replace(
      'Weather stopped the boat on nineteen nights last winter, four more than in the year before.',
      'Snow.',
    )

    .replace(`the week after.`, `the week after, or so. ${HELD} Nobody came.`)
    .replace(
      /Keep the boat until the spring\. .*/,
      `It was said in the hall. ${HELD} All agreed.`,
    )}`,
);

/** A similar tag with a memo, an ambiguous one, one that is gone, and one that is kept. */
export const doubtfulTags: readonly Placed[] = [
  movedTag(report, edited, RAIL, { memo: 'Ask when the lamp came.' }),
  movedTag(report, edited, HELD, { theme: 'money', key: true }),
  movedTag(report, edited, 'Weather stopped the boat on nineteen nights last winter', {
    theme: 'weather',
  }),
  {
    ...movedTag(report, edited, 'four more than in the year before', { theme: 'who-decides' }),
    kept: true,
  },
];

export const doubts = (): Doubt[] => doubtfulTags.map(one => doubtIn(edited, one, doubtfulTags));

/** The edited report open, with `R` pressed and the doubts read. */
export function repairing(
  size: Size,
  { found = doubts(), ...state }: Partial<ReaderState> & { found?: Doubt[] } = {},
): Session {
  const session = reading({
    transcript: edited,
    placed: doubtfulTags,
    state: {
      size,
      library: {
        texts: [summaryOf(report), summaryOf(dialogue)],
        unreadable: [],
        loading: null,
        cursor: 0,
      },
      ...state,
    },
  }).press('R');
  return answered(session, edited.id, found);
}

/** Answers the reading that is waited for. */
export function answered(session: Session, text: string | null, found: readonly Doubt[]): Session {
  const [asked] = session.take('doubts');
  return session.send({
    kind: 'doubtsRead',
    request: asked?.request ?? -1,
    text,
    doubts: found,
    problem: null,
  });
}

/** The repair page, by what is done. */
export const REPAIR_SCENES: Readonly<Record<string, (size: Size) => Session>> = {
  'repair, similar': size => repairing(size),
  'repair, ambiguous': size => repairing(size).press('n'),
  'repair, orphaned': size => repairing(size).press('n', 'n'),
  'repair, kept': size => repairing(size).press('n', 'n', 'n'),
  'repair, settled': size => repairing(size).press('Enter').save().press('N'),
  'repair, pointing': size => repairing(size).press('3', 'v', 'w', 'w'),
  'repair, nothing': size => repairing(size, { found: [] }),
};
