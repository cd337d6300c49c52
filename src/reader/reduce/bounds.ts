import { type Placed, type Range, rangeOf } from '../../model/annotation.ts';
import { themeById } from '../../model/codebook.ts';
import type { Edit, Step } from '../../model/step.ts';
import type { Stamp } from '../command.ts';
import { selectionOf, touchedBy } from '../select.ts';
import type { ReaderState, ReadingState } from '../state.ts';
import { commit, draftOf } from './history.ts';
import { only, type Result, warn } from './result.ts';
import { unselected } from './tag.ts';

/** Enter while the bounds of an annotation are being changed: it is on the selection now, all else of it kept. */
export function keepBounds(state: ReaderState, id: string, stamp: Stamp): Result {
  const { reading } = state;
  const range = reading && selectionOf(reading);
  const placed = reading?.placed.find(one => one.annotation.id === id);
  if (!reading || !range || !placed) return only(warn(state, 'nothing is selected'));
  const edit = withRange(placed, range, stamp);
  return commit(unselected(state), stepOf(state, reading, 'new bounds', [edit]));
}

/**
 * `+`: one's own tags that the selection touches become one on all of it, theme by theme: the earliest
 * stays, with the memos of all and the star of any. One undo step.
 */
export function extendTags(state: ReaderState, stamp: Stamp): Result {
  const { reading, coder, codebook } = state;
  const range = reading && selectionOf(reading);
  if (!reading || !range) return only(warn(state, 'select a passage first'));
  if (reading.locked !== null) return only(warn(state, reading.locked));
  const own = touchedBy(reading, range).filter(
    ({ annotation }) => annotation.coder === coder && annotation.theme !== null,
  );
  const byTheme = Map.groupBy(
    own,
    ({ annotation }) => themeById(codebook, annotation.theme ?? '')?.id,
  );
  const edits = [...byTheme.values()].flatMap(group => merged(group, range, stamp));
  if (edits.length === 0) return only(warn(state, 'it touches none of your tags'));
  return commit(unselected(state), stepOf(state, reading, 'extend', edits));
}

/** The edits that make one annotation of several on the union of their passages and the selection. */
function merged(group: readonly Placed[], selection: Range, stamp: Stamp): Edit[] {
  const [first, ...others] = group.toSorted((a, b) =>
    a.annotation.created < b.annotation.created ? -1 : 1,
  );
  if (!first) return [];
  const ranges = group.flatMap(one => rangeOf(one) ?? []);
  const union = {
    start: Math.min(selection.start, ...ranges.map(one => one.start)),
    end: Math.max(selection.end, ...ranges.map(one => one.end)),
  };
  const memos = [...new Set(group.flatMap(one => one.annotation.memo ?? []))];
  const edit = withRange(first, union, stamp, {
    memo: memos.length > 0 ? memos.join('\n\n') : null,
    key: group.some(one => one.annotation.key),
  });
  return [edit, ...others.map(one => ({ before: draftOf(one), after: null }))];
}

/** An annotation on another range: its selector is made anew when it is written. */
export function withRange(
  placed: Placed,
  range: Range,
  { now }: Stamp,
  fields: Partial<Placed['annotation']> = {},
): Edit {
  const before = draftOf(placed);
  const annotation = { ...before.annotation, ...fields, selector: null, modified: now };
  return { before, after: { annotation, range } };
}

function stepOf({ coder }: ReaderState, reading: ReadingState, what: string, edits: Edit[]): Step {
  const { id } = reading.transcript;
  return {
    label: `${what} on ¶ ${reading.place.current + 1}`,
    coder,
    themes: [],
    pages: [{ text: id, edits }],
  };
}
