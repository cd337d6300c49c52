import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Step } from '../../src/model/step.ts';
import { readTranscript } from '../../src/model/transcript.ts';
import { findAnnotations } from '../../src/project/annotations.ts';
import { describeCorpus } from '../support/corpora.ts';
import { REPOSITORY } from '../support/project.ts';
import { type CorpusText, corpusTexts } from './corpusTexts.ts';
import { EditBench } from './edits.ts';

const LONG = Boolean(process.env.MARGINALIA_LONG);
/** Scripts on each text in the long form, else on all of a group together. */
const RUNS = LONG ? 10 : 3;
const OWN_RUNS = LONG ? 40 : 12;

const ownTexts = (folder: string): CorpusText[] =>
  readdirSync(folder)
    .filter(name => /\.(?:txt|md)$/.test(name))
    .map(name => ({ name, content: readFileSync(join(folder, name), 'utf8') }));

/** What the long form did. */
const done = { texts: new Set<string>(), scripts: 0, annotations: 0 };

/** A share of a whole, so that the same script fits every text. */
const share = fc.double({ min: 0, max: 0.999, noNaN: true });
const tag = fc.record({ first: share, length: share, coder: fc.constantFrom('alex', 'sam') });
const edit = fc.record({
  at: share,
  more: fc.nat(2),
  kind: fc.constantFrom('empty', 'cut', 'add', 'swap', 'split', 'rewrite'),
  place: share,
  words: fc.oneof(fc.string({ unit: 'grapheme', maxLength: 30 }), fc.constant('a word or two')),
});
const script = fc.record({
  tags: fc.array(tag, { minLength: 1, maxLength: 12 }),
  edits: fc.array(edit, { minLength: 1, maxLength: 4 }),
});
type Edit = typeof edit extends fc.Arbitrary<infer T> ? T : never;
type Script = typeof script extends fc.Arbitrary<infer T> ? T : never;

function changedWords({ kind, place, words: more }: Edit, words: string): string {
  const at = Math.floor(place * words.length);
  switch (kind) {
    case 'empty':
      return '';
    case 'cut':
      return words.slice(0, at);
    case 'add':
      return words.slice(0, at) + more + words.slice(at);
    case 'swap':
      return `${words.slice(at)} ${words.slice(0, at)}`;
    case 'split':
      return `${words.slice(0, at)}\n\n${words.slice(at)}`;
    default:
      return more;
  }
}

const paragraphsOf = (bench: EditBench) =>
  readTranscript('a.md', bench.folder.read('texts/a.md')).paragraphs;

const firstOf = (bench: EditBench) => {
  const paragraphs = paragraphsOf(bench);
  return paragraphs.count > 0 ? paragraphs.at(0) : null;
};

interface Tag {
  first: number;
  length: number;
  coder: string;
}

/** Tags what the script says; `behind`: so many paragraphs at the beginning are left alone. */
async function tagAll(bench: EditBench, tags: readonly Tag[], behind = 0): Promise<void> {
  const { count } = paragraphsOf(bench);
  for (const { first, length, coder } of tags) {
    const from = 1 + behind + Math.floor(first * (count - behind));
    const to = Math.min(count, from + Math.floor(length * 3));
    await bench.tag('a', `${from}-${to}`, { coder });
  }
}

/** Does what can be done of one edit: words that would be front matter, or change nothing, are refused. */
async function tryEdit(bench: EditBench, one: Edit): Promise<Step[]> {
  const { count } = paragraphsOf(bench);
  if (count === 0) return [];
  const first = 1 + Math.floor(one.at * count);
  const place = { text: 'a', first, last: Math.min(count, first + one.more) };
  const { start } = paragraphsOf(bench).at(first - 1);
  const { end } = paragraphsOf(bench).at(place.last - 1);
  const { text } = readTranscript('a.md', bench.folder.read('texts/a.md'));
  const plan = await bench.plan(place, changedWords(one, text.slice(start, end))).catch(() => null);
  if (plan === null || plan.kind === 'unchanged') return [];
  return [await bench.edit(place, changedWords(one, text.slice(start, end)))];
}

const PAGES = ['annotations/alex/a.json', 'annotations/sam/a.json'];
const filesOf = ({ folder }: EditBench) =>
  ['texts/a.md', ...PAGES].map(name => (folder.has(name) ? folder.read(name) : null));

type Property = (bench: EditBench, script: Script) => Promise<void>;

async function undoneIsAsBefore(bench: EditBench, { tags, edits }: Script): Promise<void> {
  await tagAll(bench, tags);
  const before = filesOf(bench);
  const steps: Step[] = [];
  for (const one of edits) steps.push(...(await tryEdit(bench, one)));
  for (const step of steps.toReversed()) await bench.undo(step);
  expect(filesOf(bench)).toEqual(before);
}

const recordsOf = async ({ project }: EditBench) => (await findAnnotations(project, {})).records;

async function puttingInEarlierOnlyShifts(bench: EditBench, { tags }: Script): Promise<void> {
  const first = firstOf(bench);
  if (!first || paragraphsOf(bench).count < 2) return;
  // Behind the first paragraph, so that none begins where the new words stand.
  await tagAll(bench, tags, 1);
  const before = await recordsOf(bench);
  const { text } = readTranscript('a.md', bench.folder.read('texts/a.md'));
  const words = text.slice(first.start, first.end);
  await bench.edit({ text: 'a', first: 1, last: 1 }, `${NEW}${words}`);
  // A blank at the end of the paragraph that was edited goes with the edit.
  const now = readTranscript('a.md', bench.folder.read('texts/a.md'));
  const shift = letters(now.text) - letters(text);
  expect(shift).toBeGreaterThan(0);
  const after = await recordsOf(bench);
  expect(after.map(({ id, quote, start, anchor }) => [id, quote, start, anchor.kind])).toEqual(
    before.map(({ id, quote, start }) => [id, quote, (start ?? 0) + shift, 'exact']),
  );
}

const letters = (text: string): number => Array.from(text).length;

const NEW = 'Quite new.\n\n';

/** Another program leaves nothing but the words: those that stand twice, contexts and all, are asked about. */
async function anotherProgramOnlyShifts(bench: EditBench, { tags }: Script): Promise<void> {
  const first = firstOf(bench);
  if (!first) return;
  await tagAll(bench, tags);
  const before = await recordsOf(bench);
  const file = bench.folder.read('texts/a.md');
  const { text } = readTranscript('a.md', file);
  const body = file.length - text.length + first.start;
  bench.folder.write('texts/a.md', file.slice(0, body) + NEW + file.slice(body));
  const after = new Map((await recordsOf(bench)).map(one => [one.id, one]));
  expect(after.size).toBe(before.length);
  for (const { id, quote, start } of before) {
    const now = after.get(id);
    if (now?.anchor.kind === 'ambiguous') expect(text.split(quote ?? '').length).toBeGreaterThan(2);
    else
      expect([now?.anchor.kind, now?.quote, now?.start]).toEqual([
        'shifted',
        quote,
        (start ?? 0) + NEW.length,
      ]);
  }
}

/** On each text so many scripts in the long form, else so many on all of them. */
async function holds(texts: readonly CorpusText[], runs: number, property: Property) {
  const each = LONG ? texts.map(text => [text]) : [texts];
  for (const group of each)
    await fc.assert(
      fc.asyncProperty(fc.nat(), script, async (chosen, one) => {
        const text = group[chosen % group.length];
        if (!text) return;
        using bench = new EditBench({ 'a.md': text.content });
        await property(bench, one);
        done.texts.add(text.name);
        done.scripts++;
        done.annotations += one.tags.length;
      }),
      { numRuns: runs },
    );
}

const PROPERTIES: readonly [string, Property][] = [
  ['edits and their undo: everything is back, byte for byte', undoneIsAsBefore],
  ['what is put in earlier only shifts', puttingInEarlierOnlyShifts],
  ['what another program puts in earlier only shifts', anotherProgramOnlyShifts],
];

/** The folders of texts and the endings of those in them; of every so many one is tried in the short form. */
const CORPORA: readonly [folder: string, endings: RegExp, step: number][] = [
  ['transcripts', /\.(?:txt|md)$/, 1],
  ['corpora/inaugural', /\.txt$/, 9],
  ['corpora/unicode', /\.txt$/, 9],
  ['corpora/blns', /\.txt$/, 1],
  ['corpora/vtt', /\.vtt$/, 16],
  ['corpora/anchoring', /\.html$/, 1],
  ['corpora/readability', /expected\.html$/, 4],
  ['corpora/docx', /\.docx$/, 8],
  ['corpora/pdf', /\.pdf$/, 4],
];

describe('edited texts', { timeout: 3_600_000 }, () => {
  describe('our own', () => {
    const own = ownTexts(join(REPOSITORY, 'texts'));
    test.each(PROPERTIES)('%s', (_, property) => holds(own, OWN_RUNS, property));
  });

  for (const [name, endings, step] of CORPORA) {
    describeCorpus(name, PROPERTIES.length, folder => {
      let texts: CorpusText[];
      beforeAll(async () => {
        texts = await corpusTexts(folder, endings, LONG ? 1 : step);
        expect(texts, 'texts of the corpus').not.toEqual([]);
      }, 300_000);
      test.each(PROPERTIES)('%s', (_, property) => holds(texts, RUNS, property));
    });
  }

  afterAll(() => {
    if (LONG)
      console.log(
        `${done.texts.size} texts, ${done.scripts} scripts, ${done.annotations} annotations`,
      );
  });
});
