import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { arrange } from '../../src/digest/arrange.ts';
import type { DigestInput } from '../../src/digest/input.ts';
import type { CitedRecord } from '../../src/model/record.ts';
import { example, harbour, interview, record, theme } from './example.ts';

const options = { keyOnly: false, notes: true, groupBy: 'theme' } as const;
const tides = theme('Tides');

function arranged(records: readonly CitedRecord[], changes: Partial<DigestInput> = {}) {
  return arrange({
    title: '',
    themes: [tides],
    texts: [harbour, interview],
    records,
    options,
    ...changes,
  });
}

const partOf = (records: readonly CitedRecord[]) => {
  const [part] = arranged(records).parts;
  if (!part) throw new Error('no part');
  return part;
};

const ids = (records: readonly CitedRecord[]) => records.map(one => Number(one.id.slice(-12)));

describe('the order of a digest', () => {
  it('is key quotations first, then the transcripts as given, then the place', () => {
    const part = partOf([
      record(1, { text: interview.id, start: 5, end: 9 }),
      record(2, { start: 50, end: 60 }),
      record(3, { start: 50, end: 55 }),
      record(4, { start: 7, end: 8 }),
      record(5, { text: interview.id, start: 90, end: 99, key: true }),
    ]);
    expect(ids(part.tags)).toEqual([5, 4, 3, 2, 1]);
    expect(part.passages.map(passage => [passage.text, passage.start, passage.end])).toEqual([
      [1, 90, 99],
      [0, 7, 8],
      [0, 50, 55],
      [0, 50, 60],
      [1, 5, 9],
    ]);
  });

  it('settles equal bounds by coder, then id', () => {
    const same = { start: 1, end: 2 };
    const part = partOf([
      record(3, { ...same, coder: 'bea' }),
      record(2, { ...same, coder: 'bea' }),
      record(9, { ...same, coder: 'alex' }),
    ]);
    expect(ids(part.tags)).toEqual([9, 2, 3]);
    expect(part.passages.map(passage => ids(passage.tags))).toEqual([[9, 2, 3]]);
  });
});

describe('passages with equal bounds', () => {
  const same = { start: 1, end: 2 };

  it('are one, which is key or similar if one of them is', () => {
    const similar = { kind: 'similar', score: 0.9 } as const;
    const part = partOf([
      record(1, { ...same }),
      record(2, { ...same, coder: 'bea', key: true }),
      record(3, { ...same, coder: 'cy', anchor: similar }),
    ]);
    expect(part.passages).toMatchObject([{ key: true, similar: true }]);
    expect(part.tags).toHaveLength(3);
    expect(part.counts).toEqual([3, 0]);
  });

  it('stay apart in different transcripts and themes', () => {
    const records = [
      record(1, same),
      record(2, { ...same, text: interview.id }),
      record(3, { ...same, theme: 'lamps' }),
    ];
    const { parts } = arranged(records, { themes: [tides, theme('Lamps')] });
    expect(parts.map(part => part.passages.map(passage => ids(passage.tags)))).toEqual([
      [[1], [2]],
      [[3]],
    ]);
  });
});

describe('what is left out', () => {
  const uncertain = { start: null, end: null, paragraphs: [] };

  it('is what has no certain place or no transcript in the digest, and it is counted', () => {
    const { parts, leftOut } = arranged([
      record(1),
      record(2, { ...uncertain, anchor: { kind: 'orphaned', score: null } }),
      record(3, { ...uncertain, anchor: { kind: 'ambiguous', score: null } }),
      record(4, { text: 'elsewhere' }),
      record(5, {
        ...uncertain,
        theme: null,
        memo: 'Lost.',
        anchor: { kind: 'orphaned', score: null },
      }),
    ]);
    expect(parts[0]).toMatchObject({ leftOut: 3, counts: [1, 0] });
    expect(leftOut).toBe(4);
  });

  it('is not what was not asked for', () => {
    const orphan = { ...uncertain, anchor: { kind: 'orphaned', score: null } as const };
    const records = [
      record(1, orphan),
      record(2, { ...orphan, theme: null }),
      record(3, { ...orphan, theme: 'storms' }),
    ];
    const asked = { options: { keyOnly: true, notes: false, groupBy: 'theme' } as const };
    expect(arranged(records, asked).leftOut).toBe(0);
  });
});

describe('memos without a theme', () => {
  it('come by transcript, those on the whole of it first', () => {
    const whole = { start: null, end: null, quote: null, paragraphs: [] };
    const { notes } = arranged([
      record(1, { theme: null, text: interview.id, ...whole }),
      record(2, { theme: null, start: 30, end: 40 }),
      record(3, { theme: null, start: 3, end: 4 }),
      record(4, { theme: null, ...whole }),
    ]);
    expect(ids(notes.map(note => note.record))).toEqual([4, 3, 2, 1]);
    expect(notes.map(note => note.passage?.start ?? null)).toEqual([null, 3, 30, null]);
  });
});

describe('arranging', () => {
  it('does not change its input and does not hang on its order', () => {
    const before = structuredClone(example);
    const expected = arrange(example);
    const shuffled = fc.shuffledSubarray([...example.records], {
      minLength: example.records.length,
    });
    fc.assert(
      fc.property(shuffled, records => {
        expect(arrange({ ...example, records })).toEqual(expected);
      }),
    );
    expect(example).toEqual(before);
  });
});
