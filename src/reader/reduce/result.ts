import type { Effect } from '../command.ts';
import type { ReaderState, ReadingState } from '../state.ts';

/** The next state and what is to be done. */
export interface Result {
  state: ReaderState;
  effects: readonly Effect[];
}

export const only = (state: ReaderState): Result => ({ state, effects: [] });
export const doing = (state: ReaderState, ...effects: Effect[]): Result => ({ state, effects });

export const say = (state: ReaderState, text: string): ReaderState => ({
  ...state,
  message: { text, warns: false },
});
export const warn = (state: ReaderState, text: string): ReaderState => ({
  ...state,
  message: { text, warns: true },
});

/** The state with the open transcript changed; unchanged where none is open. */
export function inReading(
  state: ReaderState,
  change: (reading: ReadingState) => ReadingState,
): ReaderState {
  return state.reading === null ? state : { ...state, reading: change(state.reading) };
}

/** `1` among `count` from `from`, kept inside. */
export const moved = (from: number, by: number, count: number): number =>
  Math.max(0, Math.min(count - 1, from + by));
