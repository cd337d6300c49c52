import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { JSDOM } from 'jsdom';
import { expect, test } from 'vitest';
import { readHtml } from '../../src/importing/html/html.ts';
import { readPlainText } from '../../src/importing/plain/plainText.ts';
import { makeTranscript } from '../../src/importing/transcriptFile.ts';
import { describeCorpus } from '../support/corpora.ts';
import { dropped, kept, readWith, squeezed } from './read.ts';

const NOWHERE = { imported: '2026-01-01T00:00:00.000Z', original: '.originals/a', sha256: '0' };

/** Prints how many of some files pass and what is wrong with each of the others. */
function report(name: string, problems: ReadonlyMap<string, string | null>): void {
  const failed = [...problems].filter(([, problem]) => problem !== null);
  const lines = failed.map(([file, problem]) => `  ${file}: ${problem}`);
  console.log(
    [`${name}: ${problems.size - failed.length} of ${problems.size} pass`, ...lines].join('\n'),
  );
}

const failing = (problems: ReadonlyMap<string, string | null>): string[] =>
  [...problems].flatMap(([file, problem]) => (problem === null ? [] : [file]));

interface ExpectedMeta {
  title: string;
  byline: string | null;
  lang?: string;
}

const line = (text: string | null | undefined): string | null =>
  text?.replace(/\s+/g, ' ').trim() ?? null;

const INLINE = new Set(
  'a abbr b bdi bdo big cite code del em font i img ins kbd mark q s small span strike strong sub sup time tt u var wbr'.split(
    ' ',
  ),
);

/** The text of some HTML, white space collapsed; a browser shows some at the edges of its blocks and at line breaks. */
function textAsShown(html: string): string | null {
  const { body } = new JSDOM(html).window.document;
  for (const element of body.querySelectorAll('*')) {
    if (INLINE.has(element.localName)) continue;
    element.before(' ');
    element.after(' ');
  }
  return line(body.textContent);
}

async function pageProblem(folder: string): Promise<string | null> {
  const found = await readWith(readHtml, readFileSync(join(folder, 'source.html')));
  const { title, byline, lang }: ExpectedMeta = JSON.parse(
    readFileSync(join(folder, 'expected-metadata.json'), 'utf8'),
  );
  const wanted = textAsShown(readFileSync(join(folder, 'expected.html'), 'utf8'));
  const words = found.blocks
    .filter(({ drop }) => drop === null)
    .map(({ kind, text, speaker }) => {
      if (speaker !== null) return `${speaker}:${text}`;
      return kind === 'item' ? text.replace(/^\d+\. /, '') : text;
    });
  if (line(words.join('\n')) !== wanted) return 'another text';
  if (found.meta.title !== line(title)) return `title ${found.meta.title}`;
  if (found.meta.speaker !== line(byline)) return `byline ${found.meta.speaker}`;
  return lang !== undefined && found.meta.language !== lang
    ? `language ${found.meta.language}`
    : null;
}

describeCorpus('corpora/readability', 1, folder => {
  test('pages give the text, title, byline and language that are expected', async () => {
    const problems = new Map<string, string | null>();
    for (const { name } of readdirSync(folder, { withFileTypes: true }).filter(entry =>
      entry.isDirectory(),
    ))
      problems.set(name, await pageProblem(join(folder, name)));
    report('readability', problems);
    expect(problems.size).toBeGreaterThanOrEqual(10);
    expect(failing(problems)).toEqual([]);
  });
});

/** Why a clean text did not come through as it is. `null` if it did. */
async function textProblem(path: string): Promise<{ exact: string | null; words: string | null }> {
  const source = readFileSync(path, 'utf8');
  const found = await readWith(readPlainText, readFileSync(path));
  const { body } = makeTranscript(found, NOWHERE);
  const exact = body === source ? null : `${kept(found).length} paragraphs, not as in the file`;
  const words =
    squeezed(body) === squeezed(source) && dropped(found).length === 0 ? null : 'other words';
  return { exact, words };
}

async function textProblems(folder: string) {
  const exact = new Map<string, string | null>();
  const words = new Map<string, string | null>();
  for (const name of readdirSync(folder).filter(
    name => name.endsWith('.txt') && name !== 'SOURCES.txt',
  )) {
    const problem = await textProblem(join(folder, name));
    exact.set(name, problem.exact);
    words.set(name, problem.words);
  }
  return { exact, words };
}

describeCorpus('corpora/inaugural/data/raw/inaugural-addresses', 1, folder => {
  test('clean addresses come through byte for byte', async () => {
    const { exact } = await textProblems(folder);
    report('inaugural addresses, byte for byte', exact);
    expect(exact.size).toBeGreaterThanOrEqual(42);
    expect(failing(exact)).toEqual([]);
  });
});

describeCorpus('corpora/unicode', 1, folder => {
  test('texts in twenty scripts keep every word and sign', async () => {
    const { exact, words } = await textProblems(folder);
    report('unicode texts, words', words);
    report('unicode texts, byte for byte', exact);
    expect(words.size).toBeGreaterThanOrEqual(27);
    expect(failing(words)).toEqual([]);
  });
});
