import { existsSync, mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { describeCorpus } from '../support/corpora.ts';
import { copySample, makeProject, type TestProject } from '../support/project.ts';
import type { PtyProgram } from '../support/pty.ts';
import { openText, quit, storedIn } from './reader.ts';

/** A settings folder of its own, and what its file says. */
function userFolder() {
  const folder = mkdtempSync(join(tmpdir(), 'marginalia-settings-'));
  const file = join(folder, 'settings.json');
  return {
    file,
    env: { MARGINALIA_CONFIG: folder },
    read: () => JSON.parse(readFileSync(file, 'utf8')),
  };
}

/** Presses `j` until the cursor stands on the row. */
async function goTo(reader: PtyProgram, row: RegExp): Promise<void> {
  for (let presses = 0; presses < 40; presses++) {
    const cursor = () => reader.lines().find(line => line.startsWith('▌')) ?? '';
    const before = cursor();
    if (row.test(before)) return;
    await reader.press('j');
    await reader.waitFor(() => cursor() !== before);
  }
  throw new Error(`no row ${row}:\n${reader.text()}`);
}

/** A key of one's own: pressed, refused, shown in footer and help, used, kept. */
async function ownKey(project: TestProject, text: string): Promise<void> {
  const user = userFolder();
  const reader = await openText(project, { columns: 120, rows: 36, env: user.env });
  expect(existsSync(user.file)).toBe(false);
  await reader.press(',');
  await reader.waitFor('all as it comes');
  await goTo(reader, /^▌ memo /);
  await reader.press('Enter');
  await reader.waitFor('press the key for memo');
  await reader.press('j');
  await reader.waitFor('j is next (next paragraph, row) in reading; memo (memo) cannot have it');
  expect(existsSync(user.file)).toBe(false);
  await reader.press('Enter');
  await reader.waitFor('press the key for memo');
  await reader.press('Ctrl+E');
  await reader.waitFor('saved · memo: Ctrl+E');
  expect(user.read()).toEqual({ keys: { reading: { memo: ['Ctrl+E'] } } });
  await reader.press('Esc');
  await reader.waitFor('Ctrl+E memo');
  await reader.press('?');
  await reader.waitFor(/Ctrl\+E +memo/);
  await reader.press('Esc');
  await reader.waitFor('Ctrl+E memo');
  await reader.press('Ctrl+E');
  await reader.waitFor('Enter keep');
  await reader.type('by my key');
  await reader.press('Enter');
  await reader.waitFor(/saved/);
  expect(await quit(reader)).toBe(0);
  const memos = storedIn(project, `annotations/alex/${text}.json`);
  expect(memos.map(({ memo }) => memo)).toContain('by my key');

  const again = await openText(project, { columns: 120, rows: 36, env: user.env });
  await again.waitFor('Ctrl+E memo');
  expect(await quit(again)).toBe(0);
}

describe('a key of one’s own', () => {
  test('in the sample', async () => {
    using project = copySample();
    await ownKey(project, 'annual-threat-update-2021');
  });

  describeCorpus('transcripts', 1, folder => {
    test('in a real text', async () => {
      const text = readFileSync(join(folder, 'itpro-tech-giants-2021.txt'), 'utf8');
      using project = makeProject({ 'itpro.txt': text });
      await ownKey(project, 'itpro');
    });
  });
});

test('a setting counts at once and is in the file: map, colours, rendering', async () => {
  using project = copySample();
  const user = userFolder();
  const reader = await openText(project, { env: user.env });
  expect(reader.grid.cells(4)[78]?.text).toMatch(/[│┃]/);
  await reader.press(',');
  await reader.waitFor('all as it comes');
  await goTo(reader, /^▌ map /);
  await reader.press('Space');
  await reader.waitFor('saved · map off');
  await reader.press('k', 'Space');
  await reader.waitFor('saved · colours dark');
  await reader.press('Space');
  await reader.waitFor('saved · colours light');
  await reader.press('Space');
  await reader.waitFor('saved · colours contrast');
  const grounds = new Set(reader.grid.cells(20).map(cell => cell.ground));
  expect([...grounds]).toEqual(['#000000']);
  await goTo(reader, /^▌ incremental rendering /);
  await reader.press('Space');
  await reader.waitFor('saved · incremental rendering off');
  expect(user.read()).toEqual({ map: false, colours: 'contrast', incrementalRendering: false });
  await reader.press('Esc');
  await reader.waitFor('¶ 1/');
  expect(reader.grid.alternateScreen).toBe(true);
  expect(
    reader.grid
      .cells(4)
      .slice(78)
      .map(cell => cell.text.trim()),
  ).toEqual(['', '']);
  await reader.press('j');
  await reader.waitFor('¶ 2/');
  expect(await quit(reader)).toBe(0);
  expect(reader.grid.alternateScreen).toBe(false);
});

test('a broken file is named on the screen, left alone and never written over', async () => {
  using project = copySample();
  const user = userFolder();
  writeFileSync(user.file, '{"map": off}');
  const reader = await openText(project, { columns: 160, env: user.env });
  await reader.press(',');
  await reader.waitFor(/settings\.json is not JSON at line 1, column 9; it is left alone/);
  await goTo(reader, /^▌ map /);
  await reader.press('Space');
  await reader.waitFor(/nothing was written/);
  await reader.press('Esc');
  await reader.waitFor('¶ 1/');
  expect(await quit(reader)).toBe(0);
  expect(readFileSync(user.file, 'utf8')).toBe('{"map": off}');
});
