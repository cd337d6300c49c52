import type { AnchorSubject } from '../../src/anchoring/subject.ts';
import { anchorSubject } from '../../src/anchoring/subject.ts';
import type { Anchor, Range, Selector } from '../../src/model/annotation.ts';
import { TrackedText } from './trackedText.ts';

/** A generator of numbers that gives the same ones for the same seed (mulberry32, public domain). */
export function makeRandom(seed: number) {
  let state = seed | 0;
  const fraction = () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
  const below = (limit: number) => Math.floor(fraction() * limit);
  const of = <T>(choices: readonly T[]): T => {
    const choice = choices[below(choices.length)];
    if (choice === undefined) throw new RangeError('nothing to choose from');
    return choice;
  };
  return { fraction, below, of };
}
export type Random = ReturnType<typeof makeRandom>;

const TURNS = [
  'the right to be heard',
  'in the interest of national security',
  'as a member of the committee',
  'without distinction of any kind',
  'end-to-end encryption',
  'over the last four years',
  'Counter Terrorism Policing',
  'said the minister',
];
const PLAIN =
  'we they it was had found asked never always river council letter harbour winter doubt answer plainly nobody perhaps'.split(
    ' ',
  );

/** Prose of so many sentences, with turns of phrase that recur and a blank line now and then. */
export function proseOf(random: Random, sentences: number): string {
  const sentence = () => {
    const length = 4 + random.below(14);
    const parts = Array.from({ length }, () => random.of(random.fraction() < 0.2 ? TURNS : PLAIN));
    return `${parts.join(' ')}.`;
  };
  return Array.from(
    { length: sentences },
    () => sentence() + (random.below(4) === 0 ? '\n\n' : ' '),
  ).join('');
}

/** Tags a random passage of the text, edits the text one to four times, and says where the passage went. */
export function placeAfterEdits(
  random: Random,
  text: string,
  describe: (subject: AnchorSubject, range: Range) => Selector,
) {
  const range = somePassage(random, text);
  const selector = describe(anchorSubject(text), range);
  const tracked = new TrackedText(text, range);
  for (let edits = 1 + random.below(4); edits > 0; edits--) someEdit(random, tracked, range);
  return { text: tracked.text, selector, verdictOn: (found: Anchor) => tracked.verdictOn(found) };
}

/** A few letters, a few words or a few sentences. */
function somePassage(random: Random, text: string): Range {
  const start = random.below(text.length - 1);
  const length = 1 + random.below(random.of([12, 40, 300]));
  return { start, end: Math.min(text.length, start + length) };
}

/** A typo, a word more or less, a new sentence or a cut; every third one within 40 units of the passage. */
function someEdit(random: Random, tracked: TrackedText, { start, end }: Range) {
  const near = random.of([start, end]) + random.below(80) - 40;
  const at = random.below(3) === 0 ? near : random.below(tracked.text.length);
  const place = Math.min(Math.max(0, at), tracked.text.length);
  const cut = random.of([0, 0, 1 + random.below(8), random.below(300)]);
  const words = random.of(['', 'x', `${random.of(PLAIN)} `, proseOf(random, 1)]);
  tracked.replace(place, cut, words);
}
