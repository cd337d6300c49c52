import { type Placed, rangeOf } from '../../model/annotation.ts';
import type { KeyCommand } from '../keymap/keymap.ts';
import type { LayerOf } from '../layer.ts';
import { annotationsAt, inMarkOrder, markedIn } from '../layout/marks.ts';
import { keyOnPage } from '../select.ts';
import type { ReaderState } from '../state.ts';
import type { Turn } from './layer.ts';
import { openPickerFor } from './picker.ts';
import { only, type Result, warn } from './result.ts';
import { selecting } from './selecting.ts';
import { actOn } from './tag.ts';

type Annotations = LayerOf<'annotations'>;

/** Enter on a paragraph: its annotations one after the other, everybody's. */
export function openAnnotations(state: ReaderState): Result {
  const { reading, codebook } = state;
  const here = reading
    ? annotationsAt(markedIn(reading.transcript, reading.placed), reading.place.current)
    : [];
  if (here.length === 0)
    return only(warn(state, `no tags here · ${keyOnPage(state, 'themes')} puts one on`));
  const ids = inMarkOrder(here, codebook).map(one => one.annotation.id);
  return only({ ...state, layer: { kind: 'annotations', ids, cursor: 0 } });
}

/** The annotation at the cursor; `undefined` where another writer has taken it away. */
export const annotationAt = (
  { reading }: ReaderState,
  { ids, cursor }: Annotations,
): Placed | undefined => reading?.placed.find(one => one.annotation.id === ids[cursor]);

export function annotationsKey(
  state: ReaderState,
  layer: Annotations,
  command: KeyCommand,
  { stamp }: Turn,
): Result {
  const count = layer.ids.length;
  const to = (row: number): Result =>
    only({ ...state, layer: { ...layer, cursor: (row + count) % count } });
  if (command === 'next') return to(layer.cursor + 1);
  if (command === 'previous') return to(layer.cursor - 1);
  if (command === 'first') return to(0);
  if (command === 'last') return to(count - 1);
  const placed = annotationAt(state, layer);
  if (!placed) return only(warn({ ...state, layer: null }, 'it is not there any more'));
  const { coder } = placed.annotation;
  if (coder !== state.coder)
    return only(warn(state, `it is ${coder}’s: only your own can be changed`));
  if (state.reading?.locked) return only(warn(state, state.reading.locked));
  const closed = { ...state, layer: null };
  switch (command) {
    case 'bounds':
      return changeBounds(closed, placed);
    case 'themes':
      return openPickerFor(closed, placed);
    case 'memo':
    case 'key':
    case 'untag':
      return actOn(closed, command, placed, stamp);
    default:
      return only(state);
  }
}

/** The passage as a selection: Enter keeps what it has become. */
function changeBounds(state: ReaderState, placed: Placed): Result {
  const range = rangeOf(placed);
  if (!range) return only(warn(state, 'its place is not certain'));
  const { id } = placed.annotation;
  return only(selecting(state, { anchor: range.start, head: range.end, bounds: id }));
}
