import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { describeCorpus } from '../support/corpora.ts';
import { makeProject, type TestProject } from '../support/project.ts';
import { openText, quit, search, storedIn } from './reader.ts';

const OWN = `# A speech of our own

Good evening. 🧑‍🚒 Thank you, all of you. Nobody asked for this: it came by night.

They wrote to thousands of people who had no idea, and 漢字 stood in the letters.
`;

/** Selects by keys: the second sentence, then two words, then two paragraphs; undoes the last. */
async function select(project: TestProject, id: string, from: string) {
  const reader = await openText(project);
  await search(reader, from);
  await reader.press('Esc', 'v', ')', 'o', ')', ')');
  await reader.waitFor(/\d+ words? of ¶/);
  await reader.press('1');
  await reader.waitFor('saved');
  await reader.press('v', 'w', 'w', '4');
  await reader.waitFor(/4 ◆ \S* ?1/);
  await reader.press('v', 'j', 'j', '*');
  await reader.press('2');
  await reader.waitFor(/2 ■ \S* ?1/);
  await reader.press('u');
  await reader.waitFor('undid ERWT');
  await reader.waitFor('saved');
  expect(await quit(reader)).toBe(0);
  return storedIn(project, `annotations/alex/${id}.json`);
}

const byTheme = (stored: ReturnType<typeof storedIn>) =>
  Object.fromEntries(stored.map(one => [one.theme, one.exact]));

/** Positions on the disk are code points of the text: they cut the very words out of it. */
function checkPositions(stored: ReturnType<typeof storedIn>, text: string): void {
  const points = Array.from(text);
  for (const { start, end, exact } of stored) expect(points.slice(start, end).join('')).toBe(exact);
}

describe('selecting inside paragraphs, by keys alone', () => {
  test('in a text of our own, with signs of several code points', async () => {
    using project = makeProject({ 'speech.md': OWN });
    const stored = await select(project, 'speech', 'Good evening');
    checkPositions(stored, OWN);
    expect(byTheme(stored)).toEqual({
      'state-threats': '🧑‍🚒 Thank you, all of you.',
      encryption: 'Good evening',
    });
  });

  describeCorpus('transcripts', 1, folder => {
    test('in the annual threat update of 2021', async () => {
      const text = readFileSync(join(folder, 'mi5-annual-threat-update-2021.txt'), 'utf8');
      using project = makeProject({ 'update.txt': text });
      const stored = await select(project, 'update', 'professional networking');
      checkPositions(stored, text);
      const block =
        text.split(/\n\s*\n/).find(one => one.includes('professional networking')) ?? '';
      const [first = '', second = ''] = block.trim().split(/(?<=[.?!])\s+(?=\p{Lu})/u);
      expect(byTheme(stored)).toEqual({
        'state-threats': second,
        encryption: first.split(/\s/).slice(0, 2).join(' '),
      });
    });
  });
});

test('a mouse drags over words and a digit tags them; the terminal has its mouse back at the end', async () => {
  using project = makeProject({ 'speech.md': OWN });
  const reader = await openText(project);
  const row = reader.lines().findIndex(line => line.includes('They wrote'));
  const column = (reader.lines()[row] ?? '').indexOf('wrote');
  const report = (button: number, x: number, end = 'M') =>
    `\u001b[<${button};${x + 1};${row + 1}${end}`;
  reader.send(report(0, column) + report(32, column + 7) + report(0, column + 7, 'm'));
  await reader.waitFor('2 words of ¶ 3');
  await reader.press('1');
  await reader.waitFor('saved');
  expect(await quit(reader)).toBe(0);
  expect(storedIn(project, 'annotations/alex/speech.json')[0]?.exact).toBe('wrote to');
  const last = (sequence: string) => reader.raw.lastIndexOf(sequence);
  expect(last('\u001b[?1002h')).toBeGreaterThan(-1);
  expect(last('\u001b[?1002l')).toBeGreaterThan(last('\u001b[?1002h'));
});
