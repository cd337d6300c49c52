import type { KeyCommand } from '../keymap/keymap.ts';
import { annotationsAt, type Marked } from '../layout/marks.ts';
import {
  firstOf,
  goTo,
  type Heights,
  halfPage,
  lastOf,
  type Place,
  pageDown,
  pageUp,
  step,
  walk,
} from '../layout/scroll.ts';
import { layoutOf, type ReadingLayout } from '../select.ts';
import type { ReaderState, ReadingState } from '../state.ts';
import { inReading, only, type Result, warn } from './result.ts';

const MOST_JUMPS = 50;

/** Moves in the open transcript; a message where there is nowhere to go. */
export function move(state: ReaderState, command: KeyCommand): Result {
  const { reading } = state;
  if (reading === null || reading.transcript.paragraphs.count === 0) return only(state);
  const layout = layoutOf(state, reading, 0);
  const near = nearMove(layout, command);
  if (near) return only(inReading(state, one => ({ ...one, place: near })));
  const goal = jumpGoal(state, reading, layout, command);
  if (goal === null) return only(warn(state, NOWHERE[command] ?? 'nowhere to go'));
  return only(inReading(state, one => jump(one, layout, goal)));
}

const NOWHERE: Partial<Record<KeyCommand, string>> = {
  nextUntagged: 'no untagged paragraph after this one',
  previousUntagged: 'no untagged paragraph before this one',
  nextTagged: 'no tagged paragraph after this one',
  previousTagged: 'no tagged paragraph before this one',
};

function nearMove({ heights, place }: ReadingLayout, command: KeyCommand): Place | null {
  switch (command) {
    case 'next':
      return step(heights, place, 1);
    case 'previous':
      return step(heights, place, -1);
    case 'pageDown':
      return pageDown(heights, place);
    case 'pageUp':
      return pageUp(heights, place);
    case 'halfDown':
      return halfPage(heights, place, 1);
    case 'halfUp':
      return halfPage(heights, place, -1);
    default:
      return null;
  }
}

function jumpGoal(
  { coder }: ReaderState,
  { place, transcript: { paragraphs } }: ReadingState,
  { marked, heights }: ReadingLayout,
  command: KeyCommand,
): number | null {
  const isTagged = (index: number) => tagged(marked, coder, index);
  const isLeft = (index: number) => !isTagged(index) && !paragraphs.isHeading(index);
  switch (command) {
    case 'first':
      return firstOf(heights);
    case 'last':
      return lastOf(heights);
    case 'nextUntagged':
      return seek(heights, place.current, 1, isLeft);
    case 'previousUntagged':
      return seek(heights, place.current, -1, isLeft);
    case 'nextTagged':
      return seek(heights, place.current, 1, isTagged);
    case 'previousTagged':
      return seek(heights, place.current, -1, isTagged);
    default:
      return null;
  }
}

/** Whether the coder put a theme on a paragraph: with several coders, each walks through what they have left. */
const tagged = (marked: Marked, coder: string, index: number): boolean =>
  annotationsAt(marked, index).some(
    ({ annotation }) => annotation.theme !== null && annotation.coder === coder,
  );

function seek(
  heights: Heights,
  from: number,
  by: 1 | -1,
  fits: (index: number) => boolean,
): number | null {
  for (const index of walk(heights, from, by)) if (fits(index)) return index;
  return null;
}

/** To a paragraph far off; the one that is left can be gone back to. */
export function jump(
  reading: ReadingState,
  { heights, place }: ReadingLayout,
  goal: number,
): ReadingState {
  const jumps =
    goal === place.current ? reading.jumps : [...reading.jumps, place.current].slice(-MOST_JUMPS);
  return { ...reading, place: goTo(heights, place, goal), jumps };
}

/** To a paragraph by its index; Ctrl+O leads back. */
export const goToParagraph = (state: ReaderState, index: number): ReaderState =>
  inReading(state, reading => jump(reading, layoutOf(state, reading, 0), index));

/** Back to where the last jump began. */
export function goBack(state: ReaderState): Result {
  const { reading } = state;
  const last = reading?.jumps.at(-1);
  if (reading === null || last === undefined) return only(warn(state, 'no place to go back to'));
  const { heights, place } = layoutOf(state, reading, 0);
  return only(
    inReading(state, one => ({
      ...one,
      place: goTo(heights, place, last),
      jumps: one.jumps.slice(0, -1),
    })),
  );
}
