import { chmodSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { fromMarkdown } from 'mdast-util-from-markdown';
import { toString as wordsOf } from 'mdast-util-to-string';
import { describe, expect, test } from 'vitest';
import { describeCorpus } from '../support/corpora.ts';
import { makeProject, REPOSITORY, type TestProject } from '../support/project.ts';
import { PtyProgram } from '../support/pty.ts';
import { PROGRAM, storedIn } from './reader.ts';

const PARAGRAPHS = 20;
/** Two themes on each paragraph: 1 and 3, then 2 and 4. */
const digitsOn = (index: number): string[] => (index % 2 === 0 ? ['1', '3'] : ['2', '4']);
/** A line with the prompt alone: the shell has the terminal. */
const PROMPT = /^\$ ?$/m;
const THEMES = ['state-threats', 'erwt', 'prevent-referrals', 'encryption'];

/** A shell in a folder, in which `marginalia` is the built program. */
function openShell(folder: TestProject): PtyProgram {
  folder.write('bin/marginalia', `#!/bin/sh\nexec node '${PROGRAM}' "$@"\n`);
  chmodSync(folder.path('bin/marginalia'), 0o755);
  const PATH = `${folder.path('bin')}:${process.env.PATH}`;
  const home = folder.path('home');
  return new PtyProgram('sh', [], {
    columns: 100,
    rows: 30,
    cwd: folder.folder,
    env: { PATH, PS1: '$ ', HOME: home, MARGINALIA_CODER: 'alex' },
  });
}

async function command(shell: PtyProgram, words: string): Promise<void> {
  await shell.type(words);
  await shell.press('Enter');
}

/** From an empty folder to a digest, with nothing but keys. */
async function study(folder: TestProject, source: string): Promise<void> {
  const shell = openShell(folder);
  await shell.waitFor(PROMPT);
  await command(shell, 'marginalia init study && cd study && marginalia');
  await shell.waitFor('Nothing to read yet.');
  await shell.press('i');
  await shell.waitFor('IMPORT');
  await shell.type(source);
  await shell.press('Enter');
  await shell.waitFor('nothing is written yet');
  await shell.press('Enter');
  await shell.waitFor('imported');
  await shell.press('Enter');
  await shell.waitFor('¶ 1/');
  for (let index = 0; index < PARAGRAPHS; index++) {
    await shell.press(...digitsOn(index));
    await shell.press('j');
    await shell.waitFor(`¶ ${index + 2}/`);
  }
  await shell.waitFor('saved');
  await shell.press('T');
  await shell.waitFor(/▌.*State threats +1 +━+ +10\b/);
  await shell.press('j', 'M', 'g', 'Enter');
  await shell.waitFor('merges 10 tags of ERWT into State threats');
  await shell.press('Enter');
  await shell.waitFor('× ERWT  merged into State threats');
  await shell.waitFor('saved');
  await shell.press('Esc', 'D');
  await shell.waitFor('40 passages');
  await shell.press('W');
  await shell.waitFor('written');
  await shell.press('Esc', 'q');
  await shell.waitFor(PROMPT);
  await command(shell, 'exit');
  expect((await shell.done).status).toBe(0);
}

/** The body of the transcript that was imported, and its paragraphs by blank lines alone. */
function imported(folder: TestProject) {
  const [file = ''] = readdirSync(folder.path('study/texts')).filter(name => name.endsWith('.md'));
  const written = folder.read(`study/texts/${file}`);
  const text = written.slice(written.indexOf('\n---\n') + 5);
  const paragraphs = text.split(/\n{2,}/).map(block => block.replace(/^\n+|\n+$/g, ''));
  return { id: file.replace(/\.md$/, ''), text, paragraphs: paragraphs.slice(0, PARAGRAPHS) };
}

function digestOf(folder: TestProject): string[] {
  const [file = ''] = readdirSync(folder.path('study')).filter(name => name.endsWith('.md'));
  return fromMarkdown(folder.read(`study/${file}`)).children.flatMap(node =>
    node.type === 'blockquote' ? [node.children.map(child => wordsOf(child)).join('\n\n')] : [],
  );
}

async function check(source: string): Promise<void> {
  using folder = makeProject({});
  await study(folder, source);
  const { id, text, paragraphs } = imported(folder);
  const stored = storedIn(folder, `study/annotations/alex/${id}.json`);
  const points = Array.from(text);
  for (const { start, end, exact } of stored) expect(points.slice(start, end).join('')).toBe(exact);
  const tagged = paragraphs.flatMap((exact, i) =>
    digitsOn(i).map(digit => ({ exact, theme: THEMES[Number(digit) - 1] })),
  );
  expect(stored).toHaveLength(2 * PARAGRAPHS);
  expect(new Set(stored.map(({ exact, theme }) => `${theme} ${exact}`))).toEqual(
    new Set(tagged.map(({ exact, theme }) => `${theme} ${exact}`)),
  );
  const even = paragraphs.filter((_, i) => i % 2 === 0);
  const odd = paragraphs.filter((_, i) => i % 2 === 1);
  expect(digestOf(folder)).toEqual([...paragraphs, ...even, ...odd]);
}

describe('a whole study in one session of a terminal: init, import, 40 tags, a merge, a digest', () => {
  test('on a text of our own', () => check(join(REPOSITORY, 'texts/commissioner-keynote-2021.md')));

  describeCorpus('transcripts', 1, folder => {
    test('on the annual threat update of 2021', () =>
      check(join(folder, 'mi5-annual-threat-update-2021.txt')));
  });
});
