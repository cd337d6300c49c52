import { bindingFor, type KeyCommand } from '../keymap/keymap.ts';
import type { LayerOf } from '../layer.ts';
import { belowPalette, type PaletteItem, paletteItems } from '../paletteItems.ts';
import { scopeOf } from '../select.ts';
import type { ReaderState } from '../state.ts';
import type { Turn } from './layer.ts';
import { openText } from './library.ts';
import { goToParagraph } from './move.ts';
import { moved, only, type Result, warn } from './result.ts';
import { putTheme } from './tag.ts';

type Palette = LayerOf<'palette'>;

const MOST_REMEMBERED = 30;

/** Opens the palette over whatever is open. */
export const openPalette = (state: ReaderState): Result =>
  only({ ...state, layer: { kind: 'palette', query: '', cursor: 0, below: state.layer } });

export function paletteKey(state: ReaderState, layer: Palette, command: KeyCommand): Result {
  const by = command === 'next' ? 1 : command === 'previous' ? -1 : 0;
  const count = paletteItems(state, layer, layer.query).length;
  return only({ ...state, layer: { ...layer, cursor: moved(layer.cursor, by, count) } });
}

export const paletteClosed = (state: ReaderState, layer: Palette): Result =>
  only(belowPalette(state, layer));

/** Enter does what the cursor is on, on what lies below. */
export function doFromPalette(
  open: ReaderState,
  layer: Palette,
  typed: string,
  turn: Turn,
): Result {
  const items = paletteItems(open, layer, typed);
  const item = items[typed === layer.query ? layer.cursor : 0]?.item;
  const state = belowPalette(open, layer);
  if (!item) return only(warn(state, nothingWords(state, typed)));
  const others = state.recent.filter(id => id !== item.id);
  return act({ ...state, recent: [item.id, ...others].slice(0, MOST_REMEMBERED) }, item, turn);
}

function nothingWords({ reading, page }: ReaderState, typed: string): string {
  if (page !== 'reading' || !reading || !/^\d+$/.test(typed.trim())) return 'no such command';
  return `no ¶ ${typed.trim()}: they go to ¶ ${reading.transcript.paragraphs.count}`;
}

function act(state: ReaderState, item: PaletteItem, turn: Turn): Result {
  switch (item.kind) {
    case 'theme':
      return putTheme(state, item.theme, turn.stamp);
    case 'text':
      return openText({ ...state, layer: null }, item.text);
    case 'paragraph':
      return only(goToParagraph(state, item.n - 1));
    case 'command': {
      const { binding, key } = item;
      const here = bindingFor(state.keymap, scopeOf(state), key)?.command === binding.command;
      return here ? turn.press(state, binding.command, key) : only(warn(state, 'not here'));
    }
  }
}
