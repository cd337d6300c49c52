import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Step } from '../../src/model/step.ts';
import { readTranscript } from '../../src/model/transcript.ts';
import { findAnnotations } from '../../src/project/annotations.ts';
import { describeCorpus } from '../support/corpora.ts';
import { REPOSITORY } from '../support/project.ts';
import { EditBench } from './edits.ts';

const RUNS = process.env.MARGINALIA_LONG ? 200 : 12;

const filesIn = (folder: string): string[] =>
  readdirSync(folder)
    .filter(name => /\.(?:txt|md)$/.test(name))
    .map(name => readFileSync(join(folder, name), 'utf8'));

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

async function tagAll(bench: EditBench, tags: { first: number; length: number; coder: string }[]) {
  const { count } = paragraphsOf(bench);
  for (const { first, length, coder } of tags) {
    const from = 1 + Math.floor(first * count);
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

async function undoneIsAsBefore(texts: readonly string[]): Promise<void> {
  await fc.assert(
    fc.asyncProperty(fc.nat(), script, async (chosen, { tags, edits }) => {
      using bench = new EditBench({ 'a.md': texts[chosen % texts.length] ?? '' });
      await tagAll(bench, tags);
      const before = filesOf(bench);
      const steps: Step[] = [];
      for (const one of edits) steps.push(...(await tryEdit(bench, one)));
      for (const step of steps.toReversed()) await bench.undo(step);
      expect(filesOf(bench)).toEqual(before);
    }),
    { numRuns: RUNS },
  );
}

async function insertingEarlierOnlyShifts(texts: readonly string[]): Promise<void> {
  await fc.assert(
    fc.asyncProperty(fc.nat(), fc.array(tag, { minLength: 1, maxLength: 8 }), async (n, tags) => {
      using bench = new EditBench({ 'a.md': texts[n % texts.length] ?? '' });
      const { start, end } = paragraphsOf(bench).at(0);
      const { text } = readTranscript('a.md', bench.folder.read('texts/a.md'));
      // Behind the first paragraph, so that none begins where the new words stand.
      await tagAll(
        bench,
        tags.map(one => ({ ...one, first: 0.1 + one.first * 0.8 })),
      );
      const { records } = await findAnnotations(bench.project, {});
      const words = text.slice(start, end);
      await bench.edit({ text: 'a', first: 1, last: 1 }, `Quite new.\n\n${words}`);
      const after = await findAnnotations(bench.project, {});
      expect(after.records.map(({ id, quote, anchor }) => [id, quote, anchor.kind])).toEqual(
        records.map(({ id, quote }) => [id, quote, 'exact']),
      );
    }),
    { numRuns: RUNS },
  );
}

describe('edits and their undo', { timeout: 600_000 }, () => {
  const own = filesIn(join(REPOSITORY, 'texts'));

  test('in our own texts: everything is back, byte for byte', () => undoneIsAsBefore(own));
  test('in our own texts: what is put in earlier only shifts', () =>
    insertingEarlierOnlyShifts(own));

  describeCorpus('transcripts', 2, folder => {
    test('everything is back, byte for byte', () => undoneIsAsBefore(filesIn(folder)));
    test('what is put in earlier only shifts', () => insertingEarlierOnlyShifts(filesIn(folder)));
  });

  describeCorpus('corpora/inaugural/data/raw/inaugural-addresses', 2, folder => {
    test('everything is back, byte for byte', () => undoneIsAsBefore(filesIn(folder)));
    test('what is put in earlier only shifts', () => insertingEarlierOnlyShifts(filesIn(folder)));
  });
});
