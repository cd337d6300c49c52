import type { Placed } from '../../model/annotation.ts';
import { newTheme } from '../../model/codebook.ts';
import type { Stamp } from '../command.ts';
import type { KeyCommand } from '../keymap/keymap.ts';
import type { LayerOf, SuggestionsLayer } from '../layer.ts';
import { type PickerItem, pickerItems } from '../pickerItems.ts';
import type { ReaderState } from '../state.ts';
import { moved, only, type Result, warn } from './result.ts';
import { acceptOther } from './suggestDecide.ts';
import { goesOn } from './suggestions.ts';
import { actOn, changeTheme, createAndTag, putTheme } from './tag.ts';

type Picker = LayerOf<'picker'>;
type Which = LayerOf<'which'>;

export function openPicker(state: ReaderState): Result {
  if (state.reading?.locked) return only(warn(state, state.reading.locked));
  if (!state.reading || state.reading.transcript.paragraphs.count === 0)
    return only(warn(state, 'there is nothing to tag here'));
  return only({ ...state, layer: emptyPicker });
}

const emptyPicker: Picker = {
  kind: 'picker',
  query: '',
  cursor: 0,
  turns: 0,
  changes: null,
};

/** Another theme in place of an annotation's. */
export const openPickerFor = (state: ReaderState, { annotation }: Placed): Result =>
  only({ ...state, layer: { ...emptyPicker, changes: annotation.id } });

export function pickerKey(state: ReaderState, layer: Picker, command: KeyCommand): Result {
  const count = pickerItems(state.codebook, layer.query).length;
  if (command === 'next')
    return only({ ...state, layer: { ...layer, cursor: moved(layer.cursor, 1, count) } });
  if (command === 'previous')
    return only({ ...state, layer: { ...layer, cursor: moved(layer.cursor, -1, count) } });
  if (command === 'tab') return only({ ...state, layer: { ...layer, turns: layer.turns + 1 } });
  return only(state);
}

/** Tags with the theme at the cursor, or makes the one that was typed. */
export function pickTheme(state: ReaderState, layer: Picker, typed: string, stamp: Stamp): Result {
  const item = pickerItems(state.codebook, typed)[typed === layer.query ? layer.cursor : 0];
  const closed = { ...state, layer: null };
  if (layer.over) return pickOver(state, layer.over, item, stamp);
  if (!item) return only(closed);
  const changed = state.reading?.placed.find(one => one.annotation.id === layer.changes);
  if (changed) {
    const theme = item.kind === 'theme' ? item.theme : newTheme(state.codebook, item.name);
    return changeTheme(closed, changed, theme, item.kind === 'create', stamp);
  }
  return item.kind === 'theme'
    ? putTheme(closed, item.theme, stamp)
    : createAndTag(closed, item.name, stamp);
}

function pickOver(
  state: ReaderState,
  layer: SuggestionsLayer,
  item: PickerItem | undefined,
  stamp: Stamp,
): Result {
  const back = { ...state, layer };
  if (!item) return only(back);
  const theme = item.kind === 'theme' ? item.theme : item.name;
  return goesOn(acceptOther(back, layer, theme, stamp), back);
}

/** Esc: back to what it lay over. */
export const pickerClosed = (state: ReaderState, layer: Picker): Result =>
  only({ ...state, layer: layer.over ?? null });

export function whichKey(
  state: ReaderState,
  layer: Which,
  command: KeyCommand,
  stamp: Stamp,
): Result {
  const { choices, cursor, purpose } = layer;
  const to = (row: number): Result => only({ ...state, layer: { ...layer, cursor: row } });
  if (command === 'next') return to(moved(cursor, 1, choices.length));
  if (command === 'previous') return to(moved(cursor, -1, choices.length));
  if (command === 'first') return to(0);
  if (command === 'last') return to(choices.length - 1);
  const chosen = choices[cursor];
  return command === 'choose' && chosen
    ? actOn({ ...state, layer: null }, purpose, chosen, stamp)
    : only(state);
}
