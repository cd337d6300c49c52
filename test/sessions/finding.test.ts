import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { describeCorpus } from '../support/corpora.ts';
import { makeProject, type TestProject } from '../support/project.ts';
import { openReader, openText, quit } from './reader.ts';

const FIRST = `# A lock

A lock keeps the honest safe.

Nobody asked for a key.

The lock was open, and so was the gate.

No word of it was said again.
`;

const SECOND = `# Keys

Every lock has two.

One is lost.
`;

/** Blocks by a reading of the rule that shares no code with ours. */
const blocks = (text: string) => text.split(/\n\s*\n/).filter(block => block.trim() !== '');

const count = (text: string, word: string) => text.toLowerCase().split(word).length - 1;

/** Searches, walks to the end and on into the next text, filters, tags in the filter, and leaves. */
async function find(project: TestProject, texts: readonly string[], word: string) {
  const [first = '', second = ''] = texts;
  const total = texts.reduce((sum, text) => sum + count(text, word), 0);
  const hits = count(first, word);
  const reader = await openText(project, { columns: 120, rows: 36 });
  await reader.press('/');
  await reader.waitFor('Esc close');
  await reader.type(`/${word.slice(0, 3)}[${word[3]}]${word.slice(4)}/`);
  await reader.press('Enter');
  await reader.waitFor(`1 of ${hits} here · ${total} in ${texts.length} transcripts`);
  await reader.press('N');
  await reader.waitFor(
    `${count(texts.at(-1) ?? '', word)} of ${count(texts.at(-1) ?? '', word)} here`,
  );
  await reader.waitFor('on in ');
  await reader.press('n');
  await reader.waitFor(`1 of ${hits} here`);
  for (let hit = 1; hit < hits; hit++) await reader.press('n');
  await reader.waitFor(`${hits} of ${hits} here`);
  await reader.press('n');
  await reader.waitFor(`1 of ${count(second, word)} here`);
  await reader.press('N');
  await reader.waitFor(`${hits} of ${hits} here`);
  await reader.press('F');
  await reader.waitFor('[x] hits of the search');
  const holding = blocks(first).filter(block => count(block, word) > 0).length;
  await reader.waitFor(`showing ${holding} of ${blocks(first).length}`);
  await reader.press('Enter', 'g', '4');
  await reader.waitFor('saved');
  await reader.press('Esc');
  await reader.waitFor('? help');
  await reader.press('F', 'j', 'j', 'j', 'Space', 'Enter');
  await reader.waitFor(`showing 1 of ${blocks(first).length}`);
  await reader.press('4');
  await reader.waitFor(`showing 0 of ${blocks(first).length}`);
  await reader.press('u');
  await reader.waitFor(`showing 1 of ${blocks(first).length}`);
  await reader.press('Esc');
  await reader.waitFor(terminal => !terminal.text().includes('showing'));
  expect(await quit(reader)).toBe(0);
}

/** The library by words, a transcript by the palette, a paragraph by its number, a heading by the contents. */
async function goAbout(project: TestProject, id: string, other: string, heading: RegExp) {
  const reader = openReader(project);
  await reader.waitFor(/\d%/);
  await reader.press('s');
  await reader.waitFor('transcript   by title');
  await reader.press('/');
  await reader.type(id);
  await reader.press('Enter');
  await reader.waitFor(/shows 1 of \d/);
  await reader.press('Enter');
  await reader.waitFor('¶ 1/');
  await reader.press(':');
  await reader.waitFor('Commands');
  await reader.type('5');
  await reader.press('Enter');
  await reader.waitFor('¶ 5/');
  await reader.press('o');
  await reader.waitFor(/Contents|no headings and no speakers here/);
  if (reader.text().includes('Contents')) await reader.press('Enter');
  await reader.waitFor(heading);
  await reader.press('Ctrl+P');
  await reader.waitFor('Commands');
  await reader.type(`open ${other}`);
  await reader.press('Enter');
  await reader.waitFor('¶ 1/');
  await reader.waitFor(other);
  expect(await quit(reader)).toBe(0);
}

describe('finding', () => {
  test('in two texts of our own', async () => {
    using project = makeProject({ 'a.md': FIRST, 'b.md': SECOND });
    await find(project, [FIRST, SECOND], 'lock');
  });

  test('a way through two texts of our own by names alone', async () => {
    using project = makeProject({ 'first.md': FIRST, 'second.md': SECOND });
    await goAbout(project, 'first', 'Keys', /¶ 1\/5/);
  });

  describeCorpus('transcripts', 2, folder => {
    test('in the five real texts', async () => {
      const files = readdirSync(folder).sort();
      const texts = files.map(file => readFileSync(join(folder, file), 'utf8'));
      using project = makeProject(
        Object.fromEntries(files.map((file, i) => [file, texts[i] ?? ''])),
      );
      await find(project, texts, 'encryption');
    });

    test('a way through the real texts by names alone', async () => {
      const texts = readdirSync(folder).map(file => [file, readFileSync(join(folder, file))]);
      using project = makeProject(Object.fromEntries(texts));
      await goAbout(project, 'threat upd', 'itpro', /no headings and no speakers here/);
    });
  });
});

test('Tab lists the hits of all transcripts, Enter goes there, Esc comes back to the row', async () => {
  using project = makeProject({ '1-lock.md': FIRST, '2-keys.md': SECOND });
  const reader = await openText(project, { columns: 100, rows: 30 });
  await reader.press('/');
  await reader.waitFor('Esc close');
  await reader.type('lock');
  await reader.press('Tab');
  const total = count(FIRST, 'lock') + count(SECOND, 'lock');
  await reader.waitFor(`${total} hits in 2 transcripts`);
  await reader.press('G');
  await reader.waitFor(/▌ Keys/);
  await reader.press('Enter');
  await reader.waitFor('1 of 1 here');
  await reader.press('Esc');
  await reader.waitFor(`${total} hits in 2 transcripts`);
  await reader.waitFor(/▌ Keys/);
  await reader.press('Esc', 'Esc');
  expect(await quit(reader)).toBe(0);
});
