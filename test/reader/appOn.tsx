import type { ReactElement } from 'react';
import { App } from '../../src/reader/App.tsx';
import type { Command, Effect, Stamp } from '../../src/reader/command.ts';
import type { Palette } from '../../src/reader/layout/palette.ts';
import type { ReaderState } from '../../src/reader/state.ts';
import { ReaderStore } from '../../src/reader/store.ts';
import { fakeClock, fakeIds } from '../support/fakes.ts';

export const dark: Palette = { mode: 'dark', depth: 'true', ascii: false };
export const light: Palette = { mode: 'light', depth: 'true', ascii: false };
export const contrast: Palette = { mode: 'contrast', depth: 'true', ascii: false };
export const noColour: Palette = { mode: 'none', depth: '16', ascii: false };

export interface AppOn {
  tree: ReactElement;
  store: ReaderStore;
  /** What the reader wanted done, in order; with `run` it is done instead. */
  effects: Effect[];
}

/** The app over a state, with a clock and ids of its own. */
export function appOn(
  state: ReaderState,
  palette: Palette = noColour,
  run?: (effect: Effect, send: (command: Command) => void) => void,
): AppOn {
  const [clock, ids] = [fakeClock(), fakeIds()];
  const stamp = (): Stamp => ({ now: clock().toISOString(), newId: () => `urn:uuid:${ids()}` });
  const effects: Effect[] = [];
  const store: ReaderStore = new ReaderStore(state, stamp, effect =>
    run ? run(effect, command => store.dispatch(command)) : effects.push(effect),
  );
  return { tree: <App store={store} paletteOf={() => palette} />, store, effects };
}
