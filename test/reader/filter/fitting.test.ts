import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Placed } from '../../../src/model/annotation.ts';
import { type Criteria, noCriteria } from '../../../src/reader/filter/criteria.ts';
import { fitsAt, fitting, fittingAfter } from '../../../src/reader/filter/fitting.ts';
import type { SearchState } from '../../../src/reader/state.ts';
import { annotationOn, codebook, dialogue, report, tagOn, wordsRange } from '../samples.ts';

const placed: readonly Placed[] = [
  tagOn(report, 3, { theme: 'money', key: true }),
  tagOn(report, 3, { theme: 'safety', memo: 'who says so' }),
  tagOn(report, 4, { theme: 'money', coder: 'sam' }),
  annotationOn(report, wordsRange(report, 'ice forms on the steps'), { theme: 'danger' }),
  annotationOn(
    report,
    {
      start: report.paragraphs.at(7).start,
      end: report.paragraphs.at(8).end,
    },
    { theme: 'weather', memo: 'two paragraphs', key: true },
  ),
  tagOn(report, 10, { theme: null, memo: 'a note alone', coder: 'sam' }),
];

const searchFor = (words: string): SearchState => ({
  query: { words, regex: false },
  request: 1,
  hits: [wordsRange(report, words)],
  here: 0,
  lands: 'ahead',
  everywhere: null,
  problem: null,
});

/** Numbers of the paragraphs that fit. */
function numbers(chosen: Criteria['chosen'], match: Criteria['match'] = 'any', search?: string) {
  const reading = {
    transcript: report,
    placed,
    search: search === undefined ? null : searchFor(search),
  };
  return [...fitting(reading, codebook, { chosen, match })].map(index => index + 1);
}

const ALL = Array.from({ length: 14 }, (_, i) => i + 1);
const without = (...gone: number[]) => ALL.filter(n => !gone.includes(n));

/** The report's headings, none of them tagged. */
const HEADINGS = [1, 5, 11];

describe('what fits', () => {
  test.each<[string, Criteria['chosen'], Criteria['match'], number[]]>([
    ['nothing chosen: all', {}, 'any', ALL],
    ['a theme', { 'theme:money': 'with' }, 'any', [3, 4]],
    ['a theme, what was merged into it too', { 'theme:safety': 'with' }, 'any', [3, 6]],
    ['any of two', { 'theme:money': 'with', 'theme:safety': 'with' }, 'any', [3, 4, 6]],
    ['all of two', { 'theme:money': 'with', 'theme:safety': 'with' }, 'all', [3]],
    [
      'none of two',
      { 'theme:money': 'without', 'theme:safety': 'without' },
      'any',
      without(3, 4, 6),
    ],
    ['one but not another', { 'theme:money': 'with', 'theme:safety': 'without' }, 'any', [4]],
    ['a passage over two stands on both', { 'theme:weather': 'with' }, 'any', [8, 9]],
    [
      'untagged, a memo alone is no tag; no heading',
      { untagged: 'with' },
      'any',
      without(3, 4, 6, 8, 9, ...HEADINGS),
    ],
    ['tagged', { untagged: 'without' }, 'any', [3, 4, 6, 8, 9]],
    ['a memo, on the first of its paragraphs', { memo: 'with' }, 'any', [3, 8, 10]],
    ['no memo', { memo: 'without' }, 'any', without(3, 8, 10)],
    ['a key quotation', { key: 'with' }, 'any', [3, 8]],
    ['a coder', { 'coder:sam': 'with' }, 'any', [4, 10]],
    ['either coder', { 'coder:sam': 'with', 'coder:alex': 'with' }, 'any', [3, 4, 6, 8, 9, 10]],
    ['not a coder', { 'coder:sam': 'without' }, 'any', without(4, 10)],
    ['a coder’s theme', { 'coder:sam': 'with', 'theme:money': 'with' }, 'any', [4]],
    [
      'what a coder has not tagged',
      { 'coder:alex': 'with', untagged: 'with' },
      'any',
      without(3, 6, 8, 9, ...HEADINGS),
    ],
    ['no speaker is named here', { 'speaker:Deckhand': 'with' }, 'any', []],
    ['hits, without a search: does not matter', { hits: 'with' }, 'any', ALL],
  ])('%s', (_name, chosen, match, expected) => {
    expect(numbers(chosen, match)).toEqual(expected);
  });

  test('hits of the search, and what is between them', () => {
    expect(numbers({ hits: 'with' }, 'any', 'The school runs')).toEqual([3]);
    expect(numbers({ hits: 'without' }, 'any', 'The school runs')).toEqual(without(3));
    expect(numbers({ hits: 'with' }, 'any', 'in two years.\n\n## What')).toEqual([4, 5]);
    expect(numbers({ hits: 'with', 'theme:money': 'without' }, 'any', 'The school runs')).toEqual(
      [],
    );
  });

  test('speakers', () => {
    const who = (chosen: Criteria['chosen']) =>
      [
        ...fitting({ transcript: dialogue, placed: [], search: null }, codebook, {
          ...noCriteria,
          chosen,
        }),
      ].map(index => index + 1);
    expect(who({ 'speaker:Deckhand': 'with' })).toEqual([2, 4, 6]);
    expect(who({ 'speaker:Deckhand': 'without' })).toEqual([1, 3, 5]);
    expect(who({ 'speaker:Deckhand': 'with', 'speaker:Interviewer': 'with' })).toHaveLength(6);
  });

  const key = fc.constantFrom(
    'theme:money',
    'theme:safety',
    'untagged',
    'memo',
    'key',
    'hits',
    'coder:sam',
    'coder:alex',
    'speaker:Deckhand',
  );
  const criteria: fc.Arbitrary<Criteria> = fc.record({
    chosen: fc.dictionary(key, fc.constantFrom('with', 'without'), { maxKeys: 4 }),
    match: fc.constantFrom('any', 'all'),
  });

  test('with and without part the paragraphs, whatever is chosen', () => {
    fc.assert(
      fc.property(
        key.filter(one => !/^(?:coder|speaker|hits)/.test(one)),
        one => {
          const both = [...numbers({ [one]: 'with' }), ...numbers({ [one]: 'without' })];
          expect(both.sort((a, b) => a - b)).toEqual(
            one === 'untagged' ? without(...HEADINGS) : ALL,
          );
        },
      ),
    );
  });

  test('is the same for one paragraph as for all, and after tags have changed as found anew', () => {
    const some = fc.subarray([...placed]);
    fc.assert(
      fc.property(criteria, some, some, fc.boolean(), (wanted, before, now, searches) => {
        const search = searches ? searchFor('The school runs') : null;
        const reading = { transcript: report, placed: now, search };
        const all = fitting(reading, codebook, wanted);
        const one = ALL.map(n => n - 1).filter(i => fitsAt(reading, codebook, wanted, i));
        expect([...all]).toEqual(one);
        const old = fitting({ ...reading, placed: before }, codebook, wanted);
        expect(fittingAfter(old, before, reading, codebook, wanted)).toEqual(all);
      }),
      { numRuns: 300 },
    );
  });
});
