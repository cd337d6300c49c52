import { readdirSync } from 'node:fs';
import { expect, test } from 'vitest';
import { marginalia } from '../cli/invoke.ts';
import { leftOut, makeReadOnly, mountDisk } from '../support/disks.ts';
import { makeProject } from '../support/project.ts';
import { openReader, openText, quit, storedIn } from './reader.ts';

const TEXT = 'One paragraph.\n\nAnother paragraph.\n\nA third, about keys.';
const PAGE = 'annotations/alex/a.json';

test('a folder that cannot be written opens, says so all the time, and refuses tags in one line', async context => {
  using project = makeProject({ 'a.txt': TEXT });
  using readOnly = makeReadOnly(project);
  if (readOnly === null) return leftOut(context);
  const reader = openReader(project, { columns: 100 });
  await reader.waitFor('read only: ');
  await reader.waitFor(/\d%/);
  await reader.press('i');
  await reader.waitFor('mend that, then open it again');
  await reader.press('Enter');
  await reader.waitFor('¶ 1/3');
  await reader.press('1');
  await reader.waitFor(`mend that, then open it again`);
  expect(reader.text()).not.toContain('saved');
  await reader.press('j');
  await reader.waitFor('¶ 2/3');
  await reader.waitFor('read only · alex');
  for (const [keys, stays] of [
    ['m', 'MEMO'],
    ['t', 'THEMES'],
    ['E', 'edit'],
  ] as const) {
    await reader.press(keys);
    await reader.waitFor('mend that, then open it again');
    expect(reader.text()).not.toContain(stays);
  }
  await reader.press('/');
  await reader.waitFor('Esc close');
  await reader.type('keys');
  await reader.press('Enter');
  await reader.waitFor('1 of 1 here');
  await reader.press('Esc');
  expect(await quit(reader)).toBe(0);
  expect(project.has('annotations')).toBe(false);
});

test('a full disk: the tag stays on the screen, r saves it when there is room, q warns first', async context => {
  using project = makeProject({ 'a.txt': TEXT });
  project.write('annotations/.keep', '');
  using disk = mountDisk(project.path('annotations'), '256k');
  if (disk === null) return leftOut(context);
  const reader = await openText(project, { columns: 120 });
  await reader.press('1');
  await reader.waitFor('saved');
  disk.fill();
  await reader.press('j', '1');
  await reader.waitFor('! not saved: the disk is full · r tries again');
  expect(storedIn(project, PAGE)).toHaveLength(1);
  await reader.press('q');
  await reader.waitFor('q again quits; a file keeps it');
  await reader.press('r');
  await reader.waitFor('! not saved: the disk is full · r tries again');
  expect(reader.text()).toMatch(/State threats 2/);
  disk.free();
  await reader.press('r');
  await reader.waitFor(terminal => /(?<!not )saved/.test(terminal.text()));
  expect(storedIn(project, PAGE).map(({ exact }) => exact)).toEqual([
    'One paragraph.',
    'Another paragraph.',
  ]);
  expect(await quit(reader)).toBe(0);
});

test('a file that was broken meanwhile: what was tagged since is left beside it, and --repair brings both back', async () => {
  using project = makeProject({ 'a.txt': TEXT });
  const reader = await openText(project, { columns: 120 });
  await reader.press('1');
  await reader.waitFor('saved');
  await reader.press('2');
  await reader.waitFor(() => storedIn(project, PAGE).length === 2);
  project.write(PAGE, project.read(PAGE).slice(0, 200));
  await reader.press('j', '1');
  await reader.waitFor('! not saved: ');
  await reader.press('q');
  await reader.waitFor(/again\s+quits;\s+a\s+file\s+keeps\s+it/);
  await reader.press('q');
  expect((await reader.done).status).toBe(0);
  const left = readdirSync(project.path('annotations/alex')).find(name => /conflict/.test(name));
  expect(left).toMatch(/^a\.conflict-\d{8}-\d{6}\.json$/);
  expect(reader.raw).toContain(`marginalia: what was not saved is in annotations/alex/${left}`);
  expect(marginalia(project, 'check', '--repair').status).toBe(0);
  expect(storedIn(project, PAGE).map(({ exact }) => exact)).toEqual([
    'One paragraph.',
    'Another paragraph.',
  ]);
});

test('a terminal that is gone while the file cannot be written: the tag is left beside it', async () => {
  using project = makeProject({ 'a.txt': TEXT });
  const reader = await openText(project, { columns: 120 });
  project.write(PAGE, '{ "half": ');
  await reader.press('1');
  await reader.waitFor('! not saved: ');
  reader.kill('SIGHUP');
  await reader.done;
  const [left = ''] = readdirSync(project.path('annotations/alex')).filter(name =>
    /^a\.conflict-\d{8}-\d{6}\.json$/.test(name),
  );
  expect(storedIn(project, `annotations/alex/${left}`).map(({ exact }) => exact)).toEqual([
    'One paragraph.',
  ]);
});
