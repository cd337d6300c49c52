import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { describeCorpus } from '../support/corpora.ts';
import { makeProject, type TestProject } from '../support/project.ts';
import { openText, quit, storedIn } from './reader.ts';

const OWN = `# A speech of our own

Good evening. Nobody asked for this: it came by night.

They wrote to thousands of people who had no idea.
`;

interface StoredTheme {
  id: string;
  name: string;
  key: number | null;
  status: string;
  mergedInto: string | null;
}

/** What a project without a codebook begins with. */
const STARTERS = ['state-threats', 'erwt', 'prevent-referrals', 'encryption'];

/** The codebook file, read by plain JSON and not by our own code. */
const themesIn = (project: TestProject): Map<string, StoredTheme> => {
  const { themes } = JSON.parse(project.read('annotations/codebook.json')) as {
    themes: StoredTheme[];
  };
  return new Map(themes.map(theme => [theme.id, theme]));
};

test('a codebook worked on by keys alone is on the disk as it is on the screen', async () => {
  using project = makeProject({ 'speech.md': OWN });
  const before = STARTERS;
  const reader = await openText(project, { columns: 120, rows: 36 });
  await reader.press('j', '1');
  await reader.waitFor('saved');
  await reader.press('T');
  await reader.waitFor(/State threats +1 +━+ +1\b/);
  await reader.press('a');
  await reader.waitFor('name of the new theme');
  await reader.type('Letters');
  await reader.waitFor('+ Letters');
  await reader.press('Enter');
  await reader.waitFor('new theme Letters');
  await reader.press('e', 'Enter');
  await reader.waitFor('TYPING');
  await reader.type(' sent');
  await reader.waitFor('Letters sent');
  await reader.press('Enter');
  await reader.waitFor('Letters renamed Letters sent');
  await reader.press('Esc', 'g', 'M', 'G');
  await reader.waitFor(/▌ +\S Letters sent/);
  await reader.press('Enter');
  await reader.waitFor('merges 1 tag of State threats');
  await reader.press('Enter');
  await reader.waitFor('× State threats  merged into Letters sent');
  await reader.waitFor('saved');
  await reader.waitFor(/Letters sent +1 +━+ +1\b/);
  const merged = themesIn(project);
  expect([...merged.keys()]).toEqual([...before, 'letters']);
  expect(merged.get('letters')).toMatchObject({ name: 'Letters sent', key: 1 });
  expect(merged.get('state-threats')).toMatchObject({ status: 'merged', mergedInto: 'letters' });
  await reader.press('u');
  await reader.waitFor('undid merge of State threats into Letters sent');
  await reader.waitFor(/▌.*State threats +1 +━+ +1\b/);
  await reader.press('u', 'u');
  await reader.waitFor('undid new theme Letters');
  await reader.waitFor('saved');
  await reader.press('Esc');
  await reader.waitFor('¶ 2/');
  expect(await quit(reader)).toBe(0);
  const after = themesIn(project);
  expect([...after.keys()]).toEqual(before);
  expect(after.get('state-threats')).toMatchObject({ status: 'active', key: 1, mergedInto: null });
});

/** A theme is split over two transcripts and taken back; `words` begin the second paragraph of the first. */
async function splits(first: string, second: string, words: string): Promise<void> {
  using project = makeProject({ 'first.md': first, 'second.md': second });
  const themeOn = (text: string) => storedIn(project, `annotations/alex/${text}.json`)[0]?.theme;
  const reader = await openText(project, { columns: 120, rows: 36 });
  await reader.press('j', '1');
  await reader.waitFor('saved');
  await reader.press('Esc', 'j', 'Enter');
  await reader.waitFor('¶ 1/');
  await reader.press('j', 'j', '1');
  await reader.waitFor('saved');
  await reader.press('T');
  await reader.waitFor(words);
  await reader.press('S');
  await reader.waitFor('name of the other theme');
  await reader.type('Calls');
  await reader.waitFor('+ Calls');
  await reader.press('Enter');
  await reader.waitFor('2 passages in 2 transcripts');
  await reader.press('2');
  await reader.waitFor('→ Calls');
  await reader.press('Enter');
  await reader.waitFor('gives 1 passage of 2 to Calls');
  await reader.press('Enter');
  await reader.waitFor('saved · split of State threats into Calls');
  expect([themeOn('first'), themeOn('second')]).toEqual(['calls', 'state-threats']);
  await reader.press('u');
  await reader.waitFor('saved · undid split of State threats into Calls');
  expect([themeOn('first'), themeOn('second')]).toEqual(['state-threats', 'state-threats']);
  await reader.press('g', 'Enter');
  await reader.waitFor('2 passages in 2 transcripts');
  await reader.press('Enter');
  await reader.waitFor('¶ 2/');
  await reader.waitFor(words);
  expect(await quit(reader)).toBe(0);
}

describe('a theme is split, taken back, and its passages lead to their places', () => {
  test('over two texts of our own', () =>
    splits(OWN, OWN.replace('evening', 'morning'), 'Good evening. Nobody'));

  describeCorpus('transcripts', 1, folder => {
    test('over two of the real texts', () => {
      const [first, second] = ['mi5-annual-threat-update-2021', 'met-commissioner-ict-summit-2021'];
      const read = (name = '') => readFileSync(join(folder, `${name}.txt`), 'utf8');
      const [, paragraph = ''] = read(first).split(/\n\s*\n/);
      return splits(read(first), read(second), paragraph.trim().slice(0, 16));
    });
  });
});
