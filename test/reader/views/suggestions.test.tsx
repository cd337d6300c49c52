import { expect, test } from 'vitest';
import { plain } from '../../../src/reader/layout/line.ts';
import { screenOf } from '../../../src/reader/views/screen.ts';
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

test('the words of a reason are whole where leaving out the name of its theme makes room', () => {
  const session = suggest(reading({ state: { size } }));
  const { layer } = session.state;
  const [first] = (layer?.kind === 'suggestions' && layer.found) || [];
  if (layer?.kind !== 'suggestions' || !first) throw new Error('nothing is suggested');
  const words = 'an act about secrets of the state';
  const found = [
    {
      ...first,
      because: [
        { kind: 'pattern' as const, pattern: words, words, count: 3 },
        ...first.because.slice(1),
      ],
    },
  ];
  const state = {
    ...session.state,
    layer: { ...layer, found, cursor: 0 },
    codebook: {
      ...session.state.codebook,
      themes: session.state.codebook.themes.map(theme => ({
        ...theme,
        name: `Threats: ${theme.name}`,
      })),
    },
  };
  const screen = screenOf(state).lines.map(plain).join('\n');
  expect(screen).toContain(`pattern ${words}, 3 matches`);
});

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
