import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  beginOrNot,
  type Change,
  joinNext,
  keepOrDrop,
  markEnd,
  partBlocks,
  type Review,
  splitAt,
  splitPlaces,
  withField,
} from '../../../src/project/import/review.ts';
import { textsOf } from '../../../src/project/import/reviewedTexts.ts';
import { blockOf, pierPage } from '../../reader/importSamples.ts';

const { review: pier } = pierPage;

/** The review after a change. Throws where it cannot be. */
function done(change: Change): Review {
  if (typeof change === 'string') throw new Error(change);
  return change;
}

const out = (review: Review) => review.blocks.map(({ drop }) => drop ?? '');
const kept = (review: Review) => review.blocks.flatMap((one, i) => (one.drop === null ? [i] : []));

describe('keeping and leaving out', () => {
  test('what was proposed is kept, what was kept goes by hand', () => {
    expect(out(done(keepOrDrop(pier, 0)))[0]).toBe('');
    expect(out(done(keepOrDrop(pier, 2)))[2]).toBe('by hand');
    expect(done(keepOrDrop(done(keepOrDrop(pier, 2)), 2))).toEqual(pier);
  });

  test('the first and the last: beyond them everything goes', () => {
    const marked = done(markEnd(done(markEnd(pier, 4, 'from')), 6, 'to'));
    expect(kept(marked)).toEqual([4, 5, 6]);
    expect(out(marked).slice(2, 4)).toEqual(['before the first', 'before the first']);
    expect(out(marked).at(-1)).toBe('after the last');
  });

  test('an end moved outwards takes back what lies between', () => {
    const marked = done(markEnd(done(markEnd(pier, 6, 'from')), 3, 'from'));
    expect(kept(marked)).toEqual([3, 4, 5, 6, 7, 8]);
    expect(kept(done(markEnd(pier, 9, 'to')))).toEqual([2, 3, 4, 5, 6, 7, 8, 9]);
  });

  test('ends of a second transcript leave the first one alone', () => {
    const two = done(beginOrNot(pier, 5));
    expect(kept(done(markEnd(two, 6, 'from')))).toEqual([2, 3, 4, 6, 7, 8]);
    expect(kept(done(markEnd(two, 3, 'to')))).toEqual([2, 3, 5, 6, 7, 8]);
  });
});

describe('joining', () => {
  test('has the words of both, and another speaker’s name', () => {
    const joined = done(joinNext(pier, 5));
    expect(joined.blocks).toHaveLength(10);
    expect(joined.blocks[5]).toMatchObject({
      text: 'When will there be a new one? Clerk: When there is money.',
      speaker: 'Ada Moss',
    });
  });

  test('is kept if one of them was; two that were left out stay out', () => {
    expect(done(joinNext(pier, 1)).blocks[1]?.drop).toBeNull();
    expect(done(joinNext(pier, 0)).blocks[0]?.drop).toBe('cookie notice');
  });

  test('a heading with a paragraph is a paragraph, with a heading a heading', () => {
    expect(done(joinNext(pier, 3)).blocks[3]).toMatchObject({ kind: 'paragraph', level: 0 });
    const two = {
      ...pier,
      blocks: [pier.blocks[3], pier.blocks[8]].map(one => one ?? blockOf('')),
    };
    expect(done(joinNext(two, 0)).blocks).toMatchObject([
      { kind: 'heading', text: 'The new rail More from the coast' },
    ]);
  });

  test('Chinese gets no space', () => {
    const blocks = [blockOf('海边的码头。'), blockOf('没有栏杆。')];
    expect(done(joinNext({ ...pier, blocks }, 0)).blocks[0]?.text).toBe('海边的码头。没有栏杆。');
  });

  test('does not reach over the end, nor into another transcript', () => {
    expect(joinNext(pier, 10)).toBe('there is no next paragraph');
    expect(joinNext(done(beginOrNot(pier, 5)), 4)).toBe('another transcript begins there');
  });
});

describe('splitting', () => {
  test('between sentences: the second half is nobody’s turn of its own', () => {
    const at = 'In March the rail was taken away. '.length;
    expect(splitPlaces(pier.blocks[4]?.text ?? '').sentences).toEqual([at]);
    const split = done(splitAt(pier, 4, at));
    expect(split.blocks.slice(4, 6).map(({ text }) => text)).toEqual([
      'In March the rail was taken away.',
      'Nothing has come in its place.',
    ]);
    expect(done(splitAt(pier, 6, 5)).blocks[7]).toMatchObject({
      text: 'there is money.',
      speaker: null,
      time: null,
      page: '4',
    });
  });

  test('behind a heading comes text', () => {
    expect(done(splitAt(pier, 3, 4)).blocks.slice(3, 5)).toMatchObject([
      { kind: 'heading', text: 'The' },
      { kind: 'paragraph', text: 'new rail' },
    ]);
  });

  test('words are places too; one word has none', () => {
    expect(splitPlaces('  Ferry late  again').words).toEqual([8, 14]);
    expect(splitPlaces('Ferry')).toEqual({ sentences: [], words: [] });
    expect(splitAt(pier, 9, 0)).toBe('there is nothing to split off');
  });
});

describe('a second transcript', () => {
  test('has the heading as its title, and begins no more where N is pressed again', () => {
    const two = done(beginOrNot(pier, 3));
    expect(two.parts[1]).toMatchObject({
      from: 3,
      meta: { title: 'The new rail', speaker: 'Ada Moss', date: '2024-03-09', id: null },
    });
    expect(done(beginOrNot(two, 3))).toEqual(pier);
    expect(done(beginOrNot(pier, 5)).parts[1]?.meta.title).toBe('The pier at Holm (2)');
    expect(beginOrNot(pier, 0)).toBe('the first transcript begins here');
  });

  test('moves along with what is joined or split before it', () => {
    const two = done(beginOrNot(pier, 8));
    expect(done(joinNext(two, 4)).parts[1]?.from).toBe(7);
    expect(done(splitAt(two, 4, 10)).parts[1]?.from).toBe(9);
    expect(done(splitAt(two, 8, 5)).parts[1]?.from).toBe(8);
  });
});

describe('what is known of it', () => {
  test.each([
    ['title', '  Holm  ', 'Holm'],
    ['speaker', '', null],
    ['date', '9 March 2024', '2024-03-09'],
    ['date', '2024', '2024'],
    ['id', 'pier-1', 'pier-1'],
  ] as const)('%s: %j', (field, typed, value) => {
    expect(done(withField(pier, 0, field, typed)).parts[0]?.meta[field]).toBe(value);
  });

  test('what cannot be is said', () => {
    expect(withField(pier, 0, 'date', '3/4/2021')).toMatch(/^3\/4\/2021: no date, or one of two/);
    expect(withField(pier, 0, 'id', '../x')).toMatch(/cannot be a file's name/);
    expect(withField(pier, 0, 'id', 'CON')).toMatch(/cannot be a file's name/);
  });
});

describe('the texts that come of it', () => {
  const meta = {
    publisher: null,
    language: 'en',
    licence: null,
    fields: { speaker: 'A', mood: 1 },
  };
  const read = {
    blocks: [blockOf('One.'), blockOf('Two.')],
    meta: { title: 'T', speaker: 'A', date: null, source: null, ...meta },
    notes: [],
    body: 'One.\n\n\n Two.',
  };
  const plan: Review = {
    blocks: read.blocks,
    parts: [{ from: 0, meta: { title: 'T', speaker: 'A', date: null, source: null, id: null } }],
  };

  test('keep the source’s own words where nothing of them was changed', () => {
    expect(textsOf(plan, read)[0]?.text.body).toBe(read.body);
    expect(textsOf(done(joinNext(plan, 0)), read)[0]?.text.body).toBeUndefined();
    const two = textsOf(done(beginOrNot(plan, 1)), read);
    expect(two.map(({ text }) => text.body)).toEqual([undefined, undefined]);
    expect(two.map(({ text }) => text.blocks.map(one => one.text))).toEqual([['One.'], ['Two.']]);
  });

  test('a speaker who was taken out does not come back from the front matter', () => {
    const [one] = textsOf(done(withField(plan, 0, 'speaker', ' ')), read);
    expect(one?.text.meta).toMatchObject({ speaker: null, language: 'en', fields: { mood: 1 } });
    expect(one?.text.meta.fields).not.toHaveProperty('speaker');
  });
});

const step = fc.record({
  what: fc.constantFrom('drop', 'join', 'split', 'from', 'to', 'begin', 'title'),
  where: fc.nat(14),
  at: fc.nat(80),
});

function apply(review: Review, { what, where, at }: { what: string; where: number; at: number }) {
  if (what === 'drop') return keepOrDrop(review, where);
  if (what === 'join') return joinNext(review, where);
  if (what === 'begin') return beginOrNot(review, where);
  if (what === 'title') return withField(review, 0, 'title', `T${at}`);
  if (what === 'split') return splitAt(review, where, at);
  return where < review.blocks.length ? markEnd(review, where, what as 'from' | 'to') : 'beyond';
}

const letters = (words: string) => words.replace(/\s+/g, '');

test('whatever is done: no letter is lost, every block is in one part, and what was before is untouched', () => {
  const before = structuredClone(pier);
  fc.assert(
    fc.property(fc.array(step, { maxLength: 30 }), steps => {
      let now = pier;
      for (const one of steps) {
        const change = apply(now, one);
        if (typeof change !== 'string') now = change;
      }
      const words = letters(now.blocks.map(({ text }) => text).join(' ')).replace(
        /AdaMoss:|Clerk:/g,
        '',
      );
      expect(words).toBe(letters(pier.blocks.map(({ text }) => text).join(' ')));
      expect(now.parts.flatMap((_, part) => partBlocks(now, part))).toEqual(now.blocks);
      const begins = now.parts.map(({ from }) => from);
      expect(begins).toEqual([...new Set(begins)].sort((a, b) => a - b));
      expect(begins[0]).toBe(0);
      expect(pier).toEqual(before);
    }),
  );
});
