import { expect, test } from 'vitest';
import { copySample } from '../support/project.ts';
import { openText, quit, storedIn } from './reader.ts';

/** A megabyte that would tag, untag and quit if its letters were keys. */
const LINES = 'q1x a line of a long text, 2 of it\n'.repeat(29_959);
const FILE = 'annotations/alex/annual-threat-update-2021.json';

test.each([
  ['marked by the terminal', true],
  ['unmarked, as keys', false],
])('a megabyte pasted into the reading view, %s, does nothing', async (_, isMarked) => {
  using project = copySample();
  const before = project.read(FILE);
  const reader = await openText(project);
  if (isMarked) reader.paste(LINES);
  else reader.send(LINES.replaceAll('\n', '\r'));
  // The key behind the paste shows that all of it was heard; a pause ends one that is unmarked.
  if (!isMarked) await new Promise(resolve => setTimeout(resolve, 1500));
  await reader.press('j');
  await reader.waitFor('¶ 2/');
  expect(reader.lines().at(-2)).toMatch(/ alex$/);
  expect(await quit(reader)).toBe(0);
  expect(project.read(FILE)).toBe(before);
});

test.each([
  ['marked by the terminal', true],
  ['unmarked, as keys', false],
])('a megabyte pasted into a memo, %s, is one memo', async (_, isMarked) => {
  using project = copySample();
  const before = storedIn(project, FILE).length;
  const reader = await openText(project);
  await reader.press('m');
  await reader.waitFor('Enter keep');
  if (isMarked) reader.paste(LINES);
  else reader.send(LINES.replaceAll('\n', '\r'));
  await reader.waitFor('2 of it');
  if (!isMarked) await new Promise(resolve => setTimeout(resolve, 1500));
  await reader.press('!');
  await reader.waitFor('2 of it !');
  await reader.press('Enter');
  await reader.waitFor(/ saved/);
  expect(await quit(reader)).toBe(0);
  const stored = storedIn(project, FILE);
  expect(stored).toHaveLength(before + 1);
  const memo = stored.find(({ theme }) => theme === null)?.memo ?? '';
  expect(memo).toBe(`${LINES.replaceAll('\n', ' ')}!`);
});

test('two hundred resizes of a real terminal keep the place', async () => {
  using project = copySample();
  const reader = await openText(project);
  await reader.press('G', 'k', 'k', 'k');
  await reader.waitFor('¶ 42/');
  for (let n = 0; n < 200; n++) {
    reader.resize(20 + ((n * 37) % 281), 5 + ((n * 17) % 96));
    if (n % 10 === 0) await reader.press('z');
  }
  reader.resize(100, 30);
  await reader.waitFor('¶ 42/');
  await reader.waitFor(terminal => terminal.lines().some(line => line.startsWith('▌')));
  expect(await quit(reader)).toBe(0);
});
