import { HELP_SCOPES, helpItems } from '../helpItems.ts';
import { bindingFor, type KeyCommand } from '../keymap/keymap.ts';
import type { LayerOf } from '../layer.ts';
import { scopeOf } from '../select.ts';
import type { ReaderState } from '../state.ts';
import type { Turn } from './layer.ts';
import { moved, only, type Result, warn } from './result.ts';

type Help = LayerOf<'help'>;

export const openHelp = (state: ReaderState): Result =>
  only({
    ...state,
    layer: { kind: 'help', query: '', scope: scopeOf(state), cursor: 0, below: state.layer },
  });

export function helpKey(state: ReaderState, layer: Help, command: KeyCommand): Result {
  const count = helpItems(state.keymap, layer.scope, layer.query).length;
  const set = (fields: Partial<Help>): Result => only({ ...state, layer: { ...layer, ...fields } });
  if (command === 'next') return set({ cursor: moved(layer.cursor, 1, count) });
  if (command === 'previous') return set({ cursor: moved(layer.cursor, -1, count) });
  if (command !== 'tab') return only(state);
  const at = HELP_SCOPES.indexOf(layer.scope);
  return set({ scope: HELP_SCOPES[(at + 1) % HELP_SCOPES.length] ?? 'reading', cursor: 0 });
}

/** Esc: what help was opened over is there again, as it was. */
export const helpClosed = (state: ReaderState, layer: Help): Result =>
  only({ ...state, layer: layer.below });

/** Enter in help does what the cursor is on, where that means something on the page below. */
export function doFromHelp(open: ReaderState, layer: Help, value: string, turn: Turn): Result {
  const state = { ...open, layer: layer.below };
  const binding = helpItems(state.keymap, layer.scope, value)[layer.cursor]?.binding;
  const key = binding?.keys[0];
  if (!binding || key === undefined) return only(open);
  if (bindingFor(state.keymap, scopeOf(state), key)?.command !== binding.command)
    return only(warn(state, `${key}: not here`));
  return turn.press(state, binding.command, key);
}
