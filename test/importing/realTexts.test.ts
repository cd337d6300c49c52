import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import type { ImportedText } from '../../src/importing/imported.ts';
import { readPlainText } from '../../src/importing/plain/plainText.ts';
import { describeCorpus } from '../support/corpora.ts';
import { kept, readWith } from './read.ts';

/** Words as they stand, in their order, without what only sets them. */
const wordsOf = (text: string): string[] =>
  text
    .replace(/[\s\u00A0]+/g, ' ')
    .trim()
    .split(' ');

/** Every word from the first to the last block that is kept, compared with the same stretch of the file. */
function expectWholeText(source: string, found: ImportedText): void {
  const whole = wordsOf(source.replace(/^\s*[•]/gm, ' '));
  const mine = wordsOf(kept(found).join(' '));
  const start = whole.findIndex((_, at) =>
    mine.slice(0, 8).every((word, i) => whole[at + i] === word),
  );
  expect(whole.slice(start, start + mine.length)).toEqual(mine);
}

describeCorpus('transcripts', 5, folder => {
  const read = async (part: string) => {
    const file = readdirSync(folder).find(name => name.includes(part)) ?? part;
    const source = readFileSync(join(folder, file), 'utf8');
    return { source, found: await readWith(readPlainText, source, file) };
  };

  test('the annual update begins with a greeting, keeps its chapters and ends with thanks', async () => {
    const { source, found } = await read('mi5');
    const blocks = found.blocks.filter(({ drop }) => drop === null);
    expect(blocks[0]?.text).toMatch(/^Good morning everyone\./);
    expect(blocks.at(-1)?.text).toMatch(/Thank you\.$/);
    const chapters = source.match(/^[A-Z][A-Z, ]{5,}$/gm);
    expect(chapters).toHaveLength(6);
    // The first one stands over the greeting.
    expect(blocks.filter(({ kind }) => kind === 'heading').map(({ text }) => text)).toEqual(
      chapters?.slice(1),
    );
    expect(found.meta).toMatchObject({ date: '2021-07-14', title: expect.stringMatching(/2021$/) });
    expectWholeText(source, found);
  });

  test('the keynote begins with a greeting and ends with thanks', async () => {
    const { source, found } = await read('met-');
    expect(kept(found)[0]).toMatch(/^Good morning everybody,/);
    expect(kept(found).at(-1)).toBe('Thank you very much.');
    expect(found.meta).toMatchObject({ speaker: expect.stringContaining('Cressida Dick') });
    expectWholeText(source, found);
  });

  test('the first press report ends before its list of related ones', async () => {
    const { source, found } = await read('guardian');
    expect(kept(found)).toHaveLength(21);
    expect(kept(found).at(-1)).toMatch(/strong safety measures into our plans\.”$/);
    expectWholeText(source, found);
  });

  test.each([
    ['itpro', 15],
    ['newschain', 11],
  ])('%s has %i paragraphs, byte for byte', async (part, count) => {
    const { source, found } = await read(part);
    expect(kept(found)).toHaveLength(count);
    expect(found.body).toBe(source);
  });
});
