import { expect, test } from 'vitest';
import { renderScreen } from '../../support/renderScreen.tsx';
import { appOn, dark, noColour } from '../appOn.tsx';
import { reading } from '../session.ts';
import { suggest } from '../suggestionSamples.ts';

const size = { columns: 120, rows: 36 };

async function gridOf(keys: readonly string[], palette = dark) {
  const { state } = suggest(reading({ state: { size } })).press(...keys);
  using screen = await renderScreen(appOn(state, palette).tree, size);
  return screen.grid();
}

test('the passage is drawn as a selection', async () => {
  const grid = await gridOf([]);
  expect(grid.styleOf('And in')).toMatchObject({ ground: '#1f4e7a', colour: '#ffffff' });
  expect(grid.styleOf('Three things')).toMatchObject({ ground: null });
  expect(grid.styleOf('fuel')).toMatchObject({ ground: null });
});

test('under the list of themes the passage is still marked', async () => {
  const grid = await gridOf(['t']);
  expect(grid.styleOf('And in')).toMatchObject({ ground: '#1f4e7a' });
});

test('without colour it is inverse', async () => {
  const grid = await gridOf([], noColour);
  expect(grid.styleOf('And in')).toMatchObject({ inverse: true });
  expect(grid.styleOf('Three things')).toMatchObject({ inverse: false });
});
