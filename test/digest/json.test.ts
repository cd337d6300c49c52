import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import { renderJson } from '../../src/digest/json.ts';
import { example, record } from './example.ts';
import { nasty, naughtyStrings } from './hostile.ts';

const text = z.string().nullable();
const row = z.strictObject({
  ...{ id: z.string(), text: z.string(), theme: text, coder: z.string() },
  ...{ paragraphs: z.array(z.int()), start: z.int().nullable(), end: z.int().nullable() },
  ...{ quote: text, memo: text, key: z.boolean(), created: z.string(), modified: z.string() },
  anchor: z.strictObject({ kind: z.string(), score: z.number().nullable() }),
  ...{ title: z.string(), speaker: text, date: text, source: text },
  ...{ turn: text, time: text, page: text, quoteHash: text },
});
/** Design, section 3, row `digest`; the fields that are ours beyond it are checked by the tests below. */
const shape = z.looseObject({
  title: z.string(),
  themes: z.array(
    z.looseObject({
      ...{ id: z.string(), name: z.string(), definition: z.string(), count: z.int() },
      leftOut: z.int(),
      passages: z.array(row),
    }),
  ),
  matrix: z.strictObject({
    texts: z.array(z.string()),
    rows: z.array(z.strictObject({ theme: z.string(), counts: z.array(z.int()) })),
  }),
  notes: z.array(row),
  leftOut: z.int(),
  texts: z.array(z.looseObject({ id: z.string(), sha256: z.string() })),
});

const read = (input: typeof example) => shape.parse(JSON.parse(renderJson(input)));
const number = (one: { id: string }) => Number(one.id.slice(-12));

describe('a digest as JSON', () => {
  it('has the shape of the design', () => {
    const digest = read(example);
    expect(Object.keys(digest).slice(0, 3)).toEqual(['title', 'themes', 'matrix']);
    expect(digest.title).toBe('Tides and lamps');
    expect(digest.themes.map(({ id, name, definition }) => [id, name, definition])).toEqual([
      ['tides', 'Tides', 'What is said of the sea’s movement.\n\nNot of storms.'],
      ['lamps', 'Lamps', 'Lights, and who keeps them.'],
      ['ghosts', 'Ghosts', ''],
    ]);
  });

  it('gives every annotation its own row, key quotations first, and counts annotations', () => {
    const { themes } = read(example);
    expect(themes.map(theme => theme.passages.map(number))).toEqual([[3, 1, 2, 4], [5], []]);
    expect(themes.map(theme => theme.count)).toEqual([4, 1, 0]);
  });

  it('gives records as they are', () => {
    const passages = read(example).themes.flatMap(theme => theme.passages);
    for (const passage of passages) {
      const { quoteHash: _, ...record } = passage;
      expect(record).toEqual(example.records.find(one => one.id === passage.id));
    }
  });

  it('counts what it leaves out', () => {
    const digest = read(example);
    expect(digest.themes.map(theme => theme.leftOut)).toEqual([1, 1, 0]);
    expect(digest.leftOut).toBe(3);
    expect(read({ ...example, options: { ...example.options, notes: false } }).leftOut).toBe(2);
  });

  it('has the matrix, the memos without a theme, and what each text was', () => {
    const digest = read(example);
    expect(digest.matrix).toEqual({
      texts: ['harbour', 'interview -- 3', 'unused'],
      rows: [
        { theme: 'tides', counts: [3, 1, 0] },
        { theme: 'lamps', counts: [0, 1, 0] },
        { theme: 'ghosts', counts: [0, 0, 0] },
      ],
    });
    expect(digest.notes.map(number)).toEqual([10, 9]);
    expect(digest.texts).toEqual(example.texts);
  });

  it('is the same, byte for byte, whatever the order of annotations and of their fields', () => {
    const expected = renderJson(example);
    const shuffled = fc.shuffledSubarray([...example.records], {
      minLength: example.records.length,
    });
    fc.assert(
      fc.property(shuffled, records => {
        expect(renderJson({ ...example, records })).toBe(expected);
      }),
      { numRuns: 50 },
    );
    const turned = example.records.map(({ anchor, memo, title, ...others }) => {
      return { title, anchor, memo, ...others };
    });
    expect(renderJson({ ...example, records: turned })).toBe(expected);
    expect(expected).toMatch(/[^\n]\n$/);
  });

  it('gives hostile text back as it was and none of it raw', () => {
    const check = (hostile: string) => {
      const records = [record(1, { quote: hostile, memo: hostile, title: hostile })];
      const json = renderJson({ ...example, title: hostile, records });
      expect(json).not.toMatch(
        /[\u0000-\u0009\u000b-\u001f\u007f-\u009f\u200e\u200f\u2028-\u202e]/,
      );
      const digest = shape.parse(JSON.parse(json));
      expect(digest.title).toBe(hostile);
      expect(digest.themes[0]?.passages[0]).toMatchObject({
        quote: hostile,
        memo: hostile,
        title: hostile,
      });
    };
    fc.assert(fc.property(nasty, check), { numRuns: 300 });
    naughtyStrings().forEach(check);
  });
});
