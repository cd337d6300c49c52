import type { Stamp } from '../command.ts';
import type { KeyCommand } from '../keymap/keymap.ts';
import type { Layer } from '../layer.ts';
import type { ReaderState } from '../state.ts';
import { only, type Result } from './result.ts';

/** What a layer has at hand when a key comes. */
export interface Turn {
  stamp: Stamp;
  /** Does what a key does in a state: on the page, where the state has no layer. */
  press(state: ReaderState, command: KeyCommand, key: string): Result;
}

/** What one kind of layer makes of keys and words. */
export interface LayerReducer<L extends Layer> {
  /** `key` is for commands that several keys have, such as the digits. */
  key(state: ReaderState, layer: L, command: KeyCommand, turn: Turn, key: string): Result;
  /** The words in its field have changed. */
  typed(state: ReaderState, layer: L, value: string): Result;
  /** Enter in its field. */
  submitted(state: ReaderState, layer: L, value: string, turn: Turn): Result;
  /** Esc. */
  closed(state: ReaderState, layer: L): Result;
}

/** A layer that types nothing, knows no key and closes on Esc: what others are made from. */
export const plainLayer: LayerReducer<Layer> = {
  key: state => only(state),
  typed: state => only(state),
  submitted: state => only(state),
  closed: state => only({ ...state, layer: null }),
};
