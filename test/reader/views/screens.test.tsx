import { stripVTControlCharacters } from 'node:util';
import { render } from 'ink-testing-library';
import { describe, expect, test } from 'vitest';
import type { Size } from '../../../src/reader/layout/geometry.ts';
import { renderScreen } from '../../support/renderScreen.tsx';
import { appOn, dark, light, noColour } from '../appOn.tsx';
import { SCENES, type Scene } from '../scenes.ts';

const SIZES: readonly Size[] = [
  { columns: 80, rows: 24 },
  { columns: 120, rows: 36 },
];

/** A scene as Ink draws it: the state comes from keys, the frame from the app. */
async function drawn(scene: Scene, wanted: Size): Promise<string> {
  const { state } = scene(wanted);
  using screen = await renderScreen(appOn(state).tree, state.size);
  expect(screen.frame().split('\n')).toHaveLength(state.size.rows);
  return `${screen.text()}\n`;
}

const fileOf = (name: string, { columns, rows }: Size) =>
  `__snapshots__/${columns}x${rows}/${name.replaceAll(', ', '-').replaceAll(' ', '-')}.txt`;

describe.each(SIZES)('$columns × $rows', size => {
  test.each(Object.entries(SCENES))('%s', async (name, scene) => {
    await expect(await drawn(scene, size)).toMatchFileSnapshot(fileOf(name, size));
  });
});

describe('without Unicode art', () => {
  test.each(['reading, tagged, with memos', 'library', 'picker'])('%s', async name => {
    const { state } = scene(name)({ columns: 80, rows: 24 });
    using screen = await renderScreen(appOn(state, { ...noColour, ascii: true }).tree, state.size);
    expect(screen.text()).not.toMatch(/[^\u0000-\u007e]/);
    await expect(`${screen.text()}\n`).toMatchFileSnapshot(
      `__snapshots__/ascii/${name.replaceAll(', ', '-').replaceAll(' ', '-')}.txt`,
    );
  });
});

/** The library's own stand-in for a terminal: 100 columns, and no rows of its own. */
describe('in ink-testing-library', () => {
  const size: Size = { columns: 100, rows: 30 };

  test.each([
    'library',
    'reading, plain',
    'reading, tagged, with memos',
    'picker',
    'help',
    'digest, preview',
    'too small',
  ])('%s', async name => {
    const { lastFrame, unmount } = render(appOn(scene(name)(size).state).tree);
    const frame = stripVTControlCharacters(lastFrame() ?? '');
    unmount();
    const text = frame.split('\n').map(line => line.trimEnd());
    await expect(`${text.join('\n')}\n`).toMatchFileSnapshot(fileOf(name, size));
  });

  test('keys reach the reader', async () => {
    const { lastFrame, stdin, unmount } = render(appOn(scene('reading, plain')(size).state).tree);
    await tick();
    stdin.write('1');
    await tick();
    expect(stripVTControlCharacters(lastFrame() ?? '')).toContain('1 ● Safety 1');
    stdin.write('jj');
    await tick();
    expect(stripVTControlCharacters(lastFrame() ?? '')).toContain('¶ 5/14');
    unmount();
  });
});

/** The scene of a name. Throws where there is none. */
function scene(name: string): Scene {
  const found = SCENES[name];
  if (!found) throw new Error(`no scene ${name}`);
  return found;
}

const tick = () => new Promise(resolve => setTimeout(resolve, 0));

describe('looks', () => {
  const size: Size = { columns: 80, rows: 24 };
  const gridOf = async (name: string, palette = dark) => {
    const { state } = scene(name)(size);
    using screen = await renderScreen(appOn(state, palette).tree, state.size);
    return screen.grid();
  };
  const PLAIN = { bold: false, underline: false, italic: false, inverse: false, ground: null };

  test('brightness carries attention: the current paragraph, the others, the chrome', async () => {
    const grid = await gridOf('reading, tagged, with memos');
    expect(grid.styleOf('Three things were said')).toMatchObject({ ...PLAIN, colour: '#f4f1e8' });
    expect(grid.styleOf('The last boat')).toMatchObject({ ...PLAIN, colour: '#abadb0' });
    expect(grid.styleOf('¶ 3/14')).toMatchObject({ ...PLAIN, colour: '#9a9da6' });
    expect(grid.styleOf('The night ferry   ')).toMatchObject({ bold: true, colour: '#f4f1e8' });
    expect(grid.styleOf('The doctor is')).toMatchObject({ italic: true, colour: '#f4f1e8' });
    expect(grid.styleOf('Fuel: since')).toMatchObject({ italic: true, colour: '#abadb0' });
    expect(grid.styleOf('  3 ★'.trimStart())).toMatchObject({ bold: true, colour: '#f4f1e8' });
  });

  test('colour carries themes', async () => {
    const grid = await gridOf('reading, tagged, with memos');
    expect(grid.styleOf('■   3'.slice(0, 1))).toMatchObject({ colour: '#f2b134' });
    expect(grid.styleOf('● ■')).toMatchObject({ colour: '#61bffa' });
    expect(grid.styleOf('Money 2')).toMatchObject({ bold: true, colour: '#f4f1e8' });
    expect(grid.styleOf('Weather 2')).toMatchObject({ bold: false, colour: '#9a9da6' });
  });

  test('spans are underlined, coloured in the current paragraph only', async () => {
    const here = await gridOf('reading, spans');
    expect(here.styleOf('forms on the steps')).toMatchObject({
      underline: true,
      colour: '#7fe3b4',
    });
    expect(here.styleOf('Two men described')).toMatchObject({ underline: false });
    const { state } = scene('reading, spans')(size).press('j');
    using screen = await renderScreen(appOn(state, dark).tree, size);
    const away = await screen.grid();
    expect(away.styleOf('forms on the steps')).toMatchObject({
      underline: true,
      colour: '#abadb0',
    });
  });

  test('hits are underlined, the one at hand on its own ground; spans are off', async () => {
    const grid = await gridOf('search');
    expect(grid.styleOf('rail that was')).toMatchObject({ bold: true, ground: '#ffd84d' });
    expect(grid.styleOf('rail, of which')).toMatchObject({ underline: true, colour: '#ffe066' });
    expect(grid.styleOf('forms on the steps')).toMatchObject({ underline: false });
    expect(grid.styleOf('SEARCH')).toMatchObject({
      bold: true,
      ground: '#f4f1e8',
      colour: '#14161b',
    });
  });

  test('the focused row has a ground that reaches the edge', async () => {
    const grid = await gridOf('library');
    const row = grid.cells(4);
    expect(row.map(cell => cell.ground)).toEqual(row.map(() => '#23272f'));
    expect(row[2]).toMatchObject({ text: 'L', bold: true });
    expect(grid.cells(7).every(cell => cell.ground === null)).toBe(true);
  });

  test('what warns is red and says so with a sign', async () => {
    const library = await gridOf('library');
    expect(library.styleOf('? 2 to repair')).toMatchObject({ colour: '#ff9c8a' });
    expect(library.styleOf('! cannot be read')).toMatchObject({ colour: '#ff9c8a' });
    const reading = await gridOf('reading, not saved');
    expect(reading.styleOf('! not saved')).toMatchObject({ colour: '#ff9c8a' });
  });

  test('the letters that were found are underlined in the picker', async () => {
    const grid = await gridOf('picker');
    expect(grid.styleOf('Safety  ')).toMatchObject({ bold: true, underline: true });
    expect(grid.styleOf('fety  ')).toMatchObject({ bold: true, underline: false });
  });

  test('on light ground the colours are those for it', async () => {
    const grid = await gridOf('reading, tagged, with memos', light);
    expect(grid.styleOf('Three things were said')).toMatchObject({ colour: '#16181d' });
    expect(grid.styleOf('● ■')).toMatchObject({ colour: '#083f70' });
  });

  test('without colour nothing has any, and attention is still to be seen', async () => {
    for (const name of Object.keys(SCENES)) {
      const grid = await gridOf(name, noColour);
      const cells = Array.from({ length: size.rows }, (_, row) => grid.cells(row)).flat();
      expect(cells.filter(cell => cell.colour !== null || cell.ground !== null)).toEqual([]);
    }
    const grid = await gridOf('reading, spans', noColour);
    expect(grid.styleOf('Two men described')).toMatchObject({ dim: false });
    expect(grid.styleOf('What the crews say')).toMatchObject({ bold: true });
    expect(grid.styleOf('The rail was')).toMatchObject({ dim: true });
  });
});
