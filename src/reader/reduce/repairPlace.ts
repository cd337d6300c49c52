import type { Stamp } from '../command.ts';
import { currentParagraph, equalTag, selectionOf } from '../select.ts';
import type { ReaderState } from '../state.ts';
import { withRange } from './bounds.ts';
import { backToRepair, goesOn } from './repair.ts';
import { nameOf, settle } from './repairDecide.ts';
import { only, type Result, warn } from './result.ts';
import { unselected } from './tag.ts';

/** Enter while a place is pointed to: the annotation is on what is selected, else on the paragraph. */
export function placeHere(
  state: ReaderState,
  { doubt, over }: NonNullable<ReaderState['placing']>,
  stamp: Stamp,
): Result {
  const { reading, coder, codebook } = state;
  const paragraph = reading && currentParagraph(reading);
  if (!reading || !paragraph) return only(warn(state, 'there is no place here'));
  if (reading.locked !== null) return only(warn(state, reading.locked));
  const { id, theme } = doubt.placed.annotation;
  const placed = reading.placed.find(({ annotation }) => annotation.id === id);
  if (!placed) return only(warn(state, 'this tag is not there any more'));
  const { start, end } = selectionOf(reading) ?? paragraph;
  const range = { start, end };
  const equal = theme === null ? undefined : equalTag(reading, codebook, coder, theme, range);
  if (equal && equal.annotation.id !== id)
    return only(warn(state, `${nameOf(state, doubt)} is on it already`));
  const at = { layer: over, doubt, stamp };
  const label = `${nameOf(state, doubt)} placed on ¶ ${reading.transcript.paragraphs.indexAt(start) + 1}`;
  const edit = withRange(placed, range, stamp);
  const done = settle(unselected(state), at, 'placed', { label, edit });
  const { layer } = done.state;
  if (layer?.kind !== 'repair') return done;
  return goesOn({ ...done, state: backToRepair(done.state, layer) }, state);
}
