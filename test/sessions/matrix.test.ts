import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { describeCorpus } from '../support/corpora.ts';
import { makeProject } from '../support/project.ts';
import { openText, quit } from './reader.ts';

const OWN = `# A speech of our own

Good evening. Nobody asked for this: it came by night.

They wrote to thousands of people who had no idea.

The rest is silence.
`;

/** Two themes on two paragraphs, then from the numbers of the matrix to a passage behind one. */
async function looksAtNumbers(text: string): Promise<void> {
  using project = makeProject({ 'text.md': text });
  const reader = await openText(project, { columns: 120, rows: 36 });
  await reader.press('j', '1', '2', 'j', '2');
  await reader.waitFor('saved');
  await reader.press('M');
  await reader.waitFor(/State threats +\[░░░ {2}1\]/);
  await reader.waitFor('3 tags · all coders');
  await reader.press('j');
  await reader.waitFor(/ERWT +\[░░░ {2}2\]/);
  await reader.press('c');
  await reader.waitFor('themes overlapping');
  await reader.waitFor(/ERWT +\[░░░ {2}1\]/);
  await reader.press('n', 'n', 'n');
  await reader.waitFor('within 1 paragraph');
  await reader.waitFor(/ERWT +\[░░░ {2}2\]/);
  await reader.press('Enter');
  await reader.waitFor('3 passages in 1 transcript');
  await reader.press('Esc');
  await reader.waitFor('Tab coders');
  await reader.press('v');
  await reader.waitFor(/▌.* 2\/\d+/);
  await reader.press('v', 'G', 'k', 'k', 'Enter');
  await reader.waitFor('2 passages in 1 transcript');
  await reader.press('j', 'Enter');
  await reader.waitFor('¶ 3/');
  expect(await quit(reader)).toBe(0);
}

test('from the numbers of the matrix to the passages behind them', () => looksAtNumbers(OWN));

describeCorpus('transcripts', 1, folder => {
  test('the same on a real text', () => {
    const [first = ''] = readdirSync(folder).sort();
    return looksAtNumbers(readFileSync(join(folder, first), 'utf8'));
  });
});
