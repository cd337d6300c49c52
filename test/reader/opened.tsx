import type { ReaderState } from '../../src/reader/state.ts';
import { renderScreen } from '../support/renderScreen.tsx';
import { appOn } from './appOn.tsx';
import { reading } from './session.ts';

/** The report open in a running app; answers to effects are up to the test. */
export async function opened(state: ReaderState = reading().state) {
  const app = appOn(state);
  const screen = await renderScreen(app.tree, state.size);
  return {
    ...app,
    screen,
    get state() {
      return app.store.get();
    },
    tags: () =>
      app.store.get().reading?.placed.map(({ annotation }) => annotation.theme ?? annotation.memo),
    writes: () => app.effects.filter(effect => effect.kind === 'write').length,
    [Symbol.dispose]: () => screen.unmount(),
  };
}
