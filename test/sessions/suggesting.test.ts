import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { describeCorpus } from '../support/corpora.ts';
import { makeProject, type TestProject } from '../support/project.ts';
import { openText, quit, storedIn } from './reader.ts';

const OWN = `# A speech of our own

Good evening. The weather was fine.

They signed a lawful warrant on Monday. It opened nothing, for the messages were locked by end-to-end encryption.

Nobody laughed. A teacher had made a referral to Prevent in the spring.

The extreme right wing grew. State threats came by another door: a hostile state had sent spies.
`;

interface Rejected {
  text: string;
  theme: string;
  selector: unknown;
}

/** What the coder's file of decisions says, read by plain JSON; empty where there is none. */
function rejectedIn(project: TestProject): Rejected[] {
  if (!project.has('annotations/alex/.state.json')) return [];
  const state = JSON.parse(project.read('annotations/alex/.state.json')) as {
    rejected?: Rejected[];
  };
  return state.rejected ?? [];
}

const totalOf = (screen: string): number => Number(/Suggestion \d+ of (\d+)/.exec(screen)?.[1]);

/** Accepts the first, rejects the second, undoes and redoes that; a new start shows neither. */
async function decide(project: TestProject, id: string): Promise<void> {
  const page = `annotations/alex/${id}.json`;
  const reader = await openText(project, { columns: 120, rows: 36 });
  await reader.press('s');
  await reader.waitFor('Suggestion 1 of');
  const total = totalOf(reader.text());
  expect(total).toBeGreaterThan(2);
  expect(reader.text()).toContain('Nothing is tagged until you accept it.');
  await reader.press('Enter');
  await reader.waitFor('1 accepted · 0 rejected');
  await reader.waitFor('saved');
  expect(storedIn(project, page)).toHaveLength(1);
  await reader.press('x');
  await reader.waitFor('1 accepted · 1 rejected');
  await reader.waitFor('saved');
  expect(rejectedIn(project)).toHaveLength(1);
  await reader.press('u');
  await reader.waitFor('undid reject');
  await reader.waitFor('Suggestion 2 of');
  await reader.waitFor('saved');
  expect(rejectedIn(project)).toEqual([]);
  await reader.press('Ctrl+R');
  await reader.waitFor('redid reject');
  await reader.waitFor('saved');
  await reader.press('Esc');
  await reader.waitFor('j k move');
  expect(await quit(reader)).toBe(0);

  const again = await openText(project, { columns: 120, rows: 36 });
  await again.press('s');
  await again.waitFor(`Suggestion 1 of ${total - 2}`);
  await again.press('Esc');
  await again.waitFor('j k move');
  expect(await quit(again)).toBe(0);
}

describe('suggestions, one after the other, by keys alone', () => {
  test('in a text of our own', async () => {
    using project = makeProject({ 'speech.md': OWN });
    await decide(project, 'speech');
    const [tag] = storedIn(project, 'annotations/alex/speech.json');
    const [rejected] = rejectedIn(project);
    expect(tag?.theme).not.toBe(rejected?.theme);
    expect(OWN).toContain(tag?.exact);
    expect(Array.from(OWN).slice(tag?.start, tag?.end).join('')).toBe(tag?.exact);
  });

  describeCorpus('transcripts', 1, folder => {
    test('in the annual threat update of 2021, then all that are left of a theme', async () => {
      const text = readFileSync(join(folder, 'mi5-annual-threat-update-2021.txt'), 'utf8');
      using project = makeProject({ 'update.txt': text });
      await decide(project, 'update');
      const page = 'annotations/alex/update.json';
      const first = project.read(page);
      const reader = await openText(project);
      await reader.press('s');
      await reader.waitFor('Suggestion 1 of');
      await reader.press('A');
      await reader.waitFor(/A again tags \d+ passages? with/);
      const count = Number(/tags (\d+) passage/.exec(reader.text())?.[1]);
      await reader.press('A');
      await reader.waitFor(`${count} accepted`);
      await reader.waitFor('saved');
      const stored = storedIn(project, page);
      expect(stored).toHaveLength(1 + count);
      for (const { start, end, exact } of stored)
        expect(Array.from(text).slice(start, end).join('')).toBe(exact);
      await reader.press('u');
      await reader.waitFor('undid');
      await reader.waitFor('saved');
      expect(project.read(page)).toBe(first);
      await reader.press('Esc');
      await reader.waitFor('j k move');
      expect(await quit(reader)).toBe(0);
    });
  });
});
