import { visibleLine } from '../../model/visible.ts';
import { type ContentsItem, contentsItems } from '../contentsItems.ts';
import type { LayerOf } from '../layer.ts';
import { paletteItems } from '../paletteItems.ts';
import type { ReaderState } from '../state.ts';
import { counted, inWords, keysInWords, sentence } from './words.ts';

/** The command at the cursor of the palette, and its key. */
export function paletteLines(state: ReaderState, layer: LayerOf<'palette'>): string[] {
  const items = paletteItems(state, layer, layer.query);
  const item = items[layer.cursor]?.item;
  if (!item) return ['No command of that name.'];
  const keys = item.keys === '' ? '' : `, key ${keysInWords(item.keys)}`;
  return [
    sentence(placed(layer.cursor, items.length, inWords(visibleLine(item.words)) + keys)),
    'Commands.',
  ];
}

/** The heading or the speaker at the cursor of the contents. */
export function contentsLines({ reading }: ReaderState, layer: LayerOf<'contents'>): string[] {
  const items = reading ? contentsItems(reading.transcript, layer.query) : [];
  const item = items[layer.cursor]?.item;
  if (!item) return ['No heading and no speaker of that name.'];
  return [sentence(placed(layer.cursor, items.length, itemWords(item))), 'Contents.'];
}

function itemWords(item: ContentsItem): string {
  const words = visibleLine(item.words);
  return item.kind === 'heading'
    ? `heading ${words}, paragraph ${item.index + 1}`
    : `${words}, ${counted(item.turns, 'turn')}`;
}

const placed = (cursor: number, count: number, words: string): string =>
  `${cursor + 1} of ${count}: ${words}`;
