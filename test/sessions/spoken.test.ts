import { expect, test } from 'vitest';
import { copySample } from '../support/project.ts';
import { openReader, quit, storedIn } from './reader.ts';

const FILE = 'annotations/alex/annual-threat-update-2021.json';

test('with INK_SCREEN_READER the reader tells what changes, line by line, and does the same work', async () => {
  using project = copySample();
  const before = storedIn(project, FILE).length;
  const env = { INK_SCREEN_READER: 'true' };
  const reader = openReader(project, { columns: 120, rows: 60, env });
  await reader.waitFor(/1 of 5: Annual threat update 2021.*45 paragraphs/);
  await reader.press('Enter');
  await reader.waitFor('Paragraph 1 of 45, heading.');
  await reader.press('j');
  await reader.waitFor('Paragraph 2 of 45.');
  await reader.press('1');
  await reader.waitFor('Tagged: State threats.');
  await reader.waitFor('Saved.');
  await reader.press('m');
  await reader.waitFor(/^Memo: /m);
  await reader.type('told');
  await reader.waitFor(/^Memo: told/m);
  await reader.press('Enter');
  await reader.waitFor('Memo: told.');
  const shown = reader.lines().filter(line => line !== '');
  expect(shown.filter(line => line.startsWith('Paragraph 1 of 45'))).toHaveLength(1);
  expect(shown.join('\n')).not.toMatch(/[─━│┃▌●■▲◆★↳¶]/);
  expect(reader.grid.alternateScreen).toBe(false);
  expect(await quit(reader)).toBe(0);
  const stored = storedIn(project, FILE);
  expect(stored).toHaveLength(before + 1);
  expect(stored.find(({ memo }) => memo === 'told')?.theme).toBe('state-threats');
});

test('the setting turns it on and off while the reader runs', async () => {
  using project = copySample();
  const reader = openReader(project, { columns: 120, rows: 36 });
  await reader.waitFor('Library');
  await reader.press(',');
  await reader.waitFor('screen reader');
  await reader.press('j', 'j', 'j', 'j', 'j', 'j', 'Space');
  await reader.waitFor('saved, screen reader on.');
  expect(reader.grid.alternateScreen).toBe(false);
  await reader.press('Space');
  await reader.waitFor('saved · screen reader off');
  expect(reader.grid.alternateScreen).toBe(true);
  await reader.press('Esc');
  await reader.waitFor('Annual threat');
  expect(await quit(reader)).toBe(0);
});
