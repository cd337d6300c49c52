import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fromMarkdown } from 'mdast-util-from-markdown';
import { toString as wordsOf } from 'mdast-util-to-string';
import { describe, expect, test } from 'vitest';
import { describeCorpus } from '../support/corpora.ts';
import { cleanEnvironment } from '../support/environment.ts';
import { makeProject, type TestProject } from '../support/project.ts';
import { openText, PROGRAM, quit, search, storedIn } from './reader.ts';

const OWN = `# A speech of our own

INTRODUCTION

Good evening.\u00A0Thank you for coming.

On professional networking sites\u00A0they wrote to thousands of people who had no idea.

ENCRYPTION

I cannot end without a word on locks. They keep the honest safe.

Let me be clear:\u00A0nobody asks for all the keys.
`;

/** A whole small study by keys alone, in a real pseudo-terminal, on one transcript. */
async function study(project: TestProject, id: string) {
  const reader = await openText(project);
  await search(reader, 'professional networking');
  await reader.press('1');
  await reader.waitFor('saved');
  await reader.press('m');
  await reader.waitFor('Memo on');
  await reader.type('Ten thousand: counted how?');
  await reader.press('Enter');
  await reader.waitFor('↳ Ten thousand');
  await reader.waitFor('saved');
  await search(reader, 'ENCRYPTION');
  await reader.press('Esc', 'j', '4', 'j', '4');
  await reader.waitFor(/4 ◆ (?:E\S* )?2/);
  await reader.press('u');
  await reader.waitFor('undid Encryption');
  await reader.waitFor(/4 ◆ (?:E\S* )?1/);
  await reader.press('Ctrl+R');
  await reader.waitFor('redid Encryption');
  await reader.waitFor(/4 ◆ (?:E\S* )?2/);
  await reader.waitFor('saved');
  expect(await quit(reader)).toBe(0);
  return storedIn(project, `annotations/alex/${id}.json`);
}

/** Paragraphs by a reading of the rule that shares no code with ours. */
const blocks = (text: string) =>
  text
    .split(/\n(?:[^\S\n]*\n)+/)
    .map(block => block.replace(/^\n+|\n+$/g, ''))
    .filter(block => block.trim() !== '');

function expected(text: string) {
  const all = blocks(text);
  const networking = all.findIndex(block => block.includes('professional networking'));
  const encryption = all.indexOf('ENCRYPTION');
  const [approaches = '', first = '', second = ''] = [
    all[networking],
    all[encryption + 1],
    all[encryption + 2],
  ];
  return { approaches, first, second };
}

function digestQuotes(project: TestProject): string[] {
  const markdown = execFileSync(
    'node',
    [PROGRAM, '-p', project.folder, 'digest', '--theme', 'state-threats', '--theme', 'encryption'],
    { encoding: 'utf8', env: cleanEnvironment() },
  );
  return fromMarkdown(markdown).children.flatMap(node =>
    node.type === 'blockquote' ? [node.children.map(child => wordsOf(child)).join('\n\n')] : [],
  );
}

function check(project: TestProject, stored: ReturnType<typeof storedIn>, text: string): void {
  const { approaches, first, second } = expected(text);
  expect(approaches).not.toBe('');
  const points = Array.from(text);
  for (const item of stored) expect(points.slice(item.start, item.end).join('')).toBe(item.exact);
  expect(stored.map(({ theme, memo, key, exact }) => ({ theme, memo, key, exact }))).toEqual([
    { theme: 'state-threats', memo: 'Ten thousand: counted how?', key: false, exact: approaches },
    { theme: 'encryption', memo: null, key: false, exact: first },
    { theme: 'encryption', memo: null, key: false, exact: second },
  ]);
  expect(digestQuotes(project)).toEqual([approaches, first, second]);
}

describe('a study by keys alone', () => {
  test('on a text of our own: the file holds exactly what was tagged, and the digest quotes it', async () => {
    using project = makeProject({ 'speech.md': OWN });
    check(project, await study(project, 'speech'), OWN);
  });

  describeCorpus('transcripts', 1, folder => {
    test('on the annual threat update of 2021', async () => {
      const text = readFileSync(join(folder, 'mi5-annual-threat-update-2021.txt'), 'utf8');
      using project = makeProject({ 'update.txt': text });
      check(project, await study(project, 'update'), text);
    });
  });
});
