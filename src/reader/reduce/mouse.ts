import { boundAfter } from '../../model/graphemes.ts';
import { selectedRange } from '../../model/selection.ts';
import { blockOf } from '../layout/block.ts';
import { type Hit, hitAt, type ShownBlock } from '../layout/hit.ts';
import { after, step } from '../layout/scroll.ts';
import { hasMemo, layoutOf, type ReadingLayout } from '../select.ts';
import type { ReaderState, ReadingState } from '../state.ts';
import type { MouseReport } from '../terminal/mouse.ts';
import { libraryKey } from './library.ts';
import { inReading, only, type Result } from './result.ts';
import { selecting } from './selecting.ts';

/** A press puts the focus on a paragraph, a drag selects, the wheel scrolls; drawers and pages hear keys alone. */
export function mouseDid(state: ReaderState, report: MouseReport): Result {
  const { reading, layer, page } = state;
  if (layer !== null) return only(state);
  if (page === 'library' || !reading)
    return report.kind === 'wheel'
      ? libraryKey(state, report.by === 1 ? 'next' : 'previous')
      : only(state);
  if (reading.transcript.paragraphs.count === 0) return only(state);
  const layout = layoutOf(state, reading, 0);
  if (report.kind === 'wheel') return only(scrolled(state, layout, report.by));
  if (report.kind === 'release') return only(inReading(state, released));
  const hit = at(reading, layout, report.column, report.row);
  if (!hit) return only(state);
  return only(report.kind === 'press' ? pressed(state, hit) : dragged(state, reading, hit));
}

function at(reading: ReadingState, layout: ReadingLayout, column: number, row: number): Hit | null {
  const { geometry } = layout;
  const line = row - geometry.top - geometry.blank;
  if (line < 0 || line >= geometry.area - geometry.blank) return null;
  return hitAt(reading.transcript, shownBlocks(reading, layout), line, column - geometry.text);
}

/** The paragraphs from the first one shown on, each with its row. */
function* shownBlocks(reading: ReadingState, layout: ReadingLayout): Generator<ShownBlock> {
  const { geometry, heights, marked, place } = layout;
  let row = -place.inner;
  for (let index: number | null = place.top; index !== null && row < geometry.area; ) {
    const block = blockOf(reading.transcript, index, geometry, hasMemo(reading, marked, index));
    yield { block, row };
    row += block.height + 1;
    index = after(heights, index);
  }
}

const pressed = (state: ReaderState, { index, character }: Hit): ReaderState =>
  inReading(state, reading => ({
    ...reading,
    selection: null,
    drag: character?.start ?? null,
    place: { ...reading.place, current: index },
  }));

/** From the character that was pressed to the one under the mouse, both included. */
function dragged(
  state: ReaderState,
  { drag, transcript }: ReadingState,
  { character }: Hit,
): ReaderState {
  if (drag === null || character === null) return state;
  const isBack = character.start < drag;
  const head = isBack ? character.start : character.end;
  const anchor = isBack ? boundAfter(transcript.text, whole(transcript.text), drag) : drag;
  return selecting(state, { anchor, head, bounds: null });
}

const whole = (text: string) => ({ start: 0, end: text.length });

/** What was dragged over stays selected, unless it is nothing. */
function released(reading: ReadingState): ReadingState {
  const { selection, transcript } = reading;
  const range = selection && selectedRange(transcript.text, selection);
  const isEmpty = range !== null && range.start === range.end;
  return { ...reading, drag: null, selection: isEmpty ? null : selection };
}

/** By paragraphs, as `j` and `k` do; a tall one scrolls inside itself first. */
function scrolled(state: ReaderState, { heights, place }: ReadingLayout, by: 1 | -1): ReaderState {
  return inReading(state, reading => ({ ...reading, place: step(heights, place, by) }));
}
