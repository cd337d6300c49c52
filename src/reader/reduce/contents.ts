import { speakersOf } from '../../model/whoSpeaks.ts';
import { contentsItems } from '../contentsItems.ts';
import type { KeyCommand } from '../keymap/keymap.ts';
import type { LayerOf } from '../layer.ts';
import type { ReaderState, ReadingState } from '../state.ts';
import { goToParagraph } from './move.ts';
import { moved, only, type Result, warn } from './result.ts';

type Contents = LayerOf<'contents'>;

/** Opens the contents at the heading that the current paragraph stands under. */
export function openContents(state: ReaderState): Result {
  const { reading } = state;
  const items = reading ? contentsItems(reading.transcript, '') : [];
  if (!reading || items.length === 0) return only(warn(state, 'no headings and no speakers here'));
  const { current } = reading.place;
  const cursor = items.findLastIndex(
    ({ item }) => item.kind === 'heading' && item.index <= current,
  );
  return only({ ...state, layer: { kind: 'contents', query: '', cursor: Math.max(0, cursor) } });
}

export function contentsKey(state: ReaderState, layer: Contents, command: KeyCommand): Result {
  const by = command === 'next' ? 1 : command === 'previous' ? -1 : 0;
  const { reading } = state;
  const count = reading ? contentsItems(reading.transcript, layer.query).length : 0;
  return only({ ...state, layer: { ...layer, cursor: moved(layer.cursor, by, count) } });
}

/** Enter goes to the heading, or to the next turn of the speaker. */
export function goFromContents(state: ReaderState, layer: Contents, typed: string): Result {
  const closed = { ...state, layer: null };
  const { reading } = closed;
  if (!reading) return only(closed);
  const items = contentsItems(reading.transcript, typed);
  const item = items[typed === layer.query ? layer.cursor : 0]?.item;
  if (!item) return only(warn(closed, 'nothing of that name'));
  const goal = item.kind === 'heading' ? item.index : nextTurn(reading, item.words);
  return only(goal === -1 ? closed : goToParagraph(closed, goal));
}

/** The index of a speaker's next turn behind the current paragraph, after the last one the first. */
function nextTurn({ transcript, place }: ReadingState, name: string): number {
  const { names, begins } = speakersOf(transcript);
  const number = names.indexOf(name) + 1;
  const next = begins.indexOf(number, place.current + 1);
  return next === -1 ? begins.indexOf(number) : next;
}
