import {
  type Motion,
  moved as movedBy,
  type Selection,
  selectedRange,
  selectionAt,
  turnAround,
  turned,
} from '../../model/selection.ts';
import type { Stamp } from '../command.ts';
import type { KeyCommand } from '../keymap/keymap.ts';
import { goTo } from '../layout/scroll.ts';
import { currentParagraph, layoutOf } from '../select.ts';
import type { ReaderState, ReadingState, SelectState } from '../state.ts';
import { extendTags, keepBounds } from './bounds.ts';
import { inReading, only, type Result, warn } from './result.ts';

/** `v`: nothing is selected yet; each key adds to it from the beginning of the paragraph on. */
export function startSelecting(state: ReaderState): Result {
  const { reading } = state;
  const paragraph = reading && currentParagraph(reading);
  if (!reading || !paragraph) return only(warn(state, 'there is nothing to select here'));
  const selection = selectionAt(reading.transcript.text, paragraph);
  return only(selecting(state, { ...selection, bounds: null }));
}

/** `V`: the passage that was selected last. */
export function selectAgain(state: ReaderState): Result {
  const selected = state.reading?.selected;
  if (!selected) return only(warn(state, 'nothing was selected yet'));
  return only(selecting(state, { anchor: selected.start, head: selected.end, bounds: null }));
}

/** The state with a selection, its moving end in sight. */
export function selecting(state: ReaderState, selection: SelectState): ReaderState {
  return inReading(state, reading => {
    const index = paragraphOf(reading, selection);
    const next = { ...reading, selection };
    if (index === reading.place.current) return next;
    const { heights, place } = layoutOf(state, next, 0);
    return { ...next, place: goTo(heights, place, index) };
  });
}

/** The paragraph in which the moving end stands. */
function paragraphOf({ transcript }: ReadingState, { anchor, head }: Selection): number {
  return transcript.paragraphs.indexAt(head > anchor ? head - 1 : head);
}

const MOTIONS: Partial<Record<KeyCommand, readonly [Motion, 1 | -1]>> = {
  sentenceOn: ['sentence', 1],
  sentenceBack: ['sentence', -1],
  wordOn: ['word', 1],
  wordBack: ['word', -1],
  characterOn: ['character', 1],
  characterBack: ['character', -1],
  paragraphOn: ['paragraph', 1],
  paragraphBack: ['paragraph', -1],
};

/** A key that only means something while a passage is being selected; `null` for the others. */
export function selectKey(state: ReaderState, command: KeyCommand, stamp: Stamp): Result | null {
  const { reading } = state;
  if (!reading?.selection) return null;
  const motion = MOTIONS[command];
  if (motion) return only(move(state, reading, reading.selection, motion));
  switch (command) {
    case 'otherEnd':
      return only(selecting(state, { ...reading.selection, ...turned(reading.selection) }));
    case 'turn':
      return only(selectTurn(state, reading, reading.selection));
    case 'extend':
      return extendTags(state, stamp);
    case 'choose':
      return reading.selection.bounds === null
        ? null
        : keepBounds(state, reading.selection.bounds, stamp);
    default:
      return null;
  }
}

function move(
  state: ReaderState,
  { transcript }: ReadingState,
  selection: SelectState,
  [motion, by]: readonly [Motion, 1 | -1],
): ReaderState {
  return selecting(state, { ...selection, ...movedBy(transcript, selection, motion, by) });
}

/** All of the turn; once it is selected, the next one too. */
function selectTurn(
  state: ReaderState,
  reading: ReadingState,
  selection: SelectState,
): ReaderState {
  const { text, paragraphs } = reading.transcript;
  const now = selectedRange(text, selection);
  const turn = turnAround(paragraphs, paragraphs.indexAt(selection.anchor));
  const isWhole = now.start <= turn.start && now.end >= turn.end;
  const next = paragraphs.indexAt(now.end - 1) + 1;
  const end = isWhole && next < paragraphs.count ? turnAround(paragraphs, next).end : turn.end;
  return selecting(state, {
    ...selection,
    anchor: Math.min(now.start, turn.start),
    head: Math.max(end, isWhole ? now.end : 0),
  });
}
