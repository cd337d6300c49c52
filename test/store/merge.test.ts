import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Annotation } from '../../src/model/annotation.ts';
import { mergeTexts } from '../../src/store/merge/mergeTexts.ts';
import { toItem } from '../../src/store/w3cWrite.ts';
import { idOf, pageJson, selectorAt, tag } from './samples.ts';

const LATER = '2026-11-23T10:00:00.000Z';
const LATEST = '2026-11-24T10:00:00.000Z';

const bytes = (value: unknown): Uint8Array =>
  new TextEncoder().encode(typeof value === 'string' ? value : JSON.stringify(value));

const pageOf = (...annotations: Annotation[]) =>
  pageJson(annotations.map(one => toItem(one, 'interview.md')));

/** The merged file as data. Throws where the merge was refused. */
function merged(base: unknown, ours: unknown, theirs: unknown) {
  const result = mergeTexts({ base: bytes(base), ours: bytes(ours), theirs: bytes(theirs) });
  if (result.kind === 'refused') throw new Error(`${result.which} ${result.problem}`);
  return { data: JSON.parse(result.text), notes: result.notes };
}

interface Bodied {
  id: string;
  body: { purpose: string; value: string }[];
}

/** What a page's items say, by plain JSON. */
const said = (data: { items: Bodied[] }) =>
  data.items.map(({ id, body }) => [
    Number(id.slice(-12)),
    ...body.map(({ purpose, value }) => `${purpose} ${value}`),
  ]);

const mergedPages = (base: Annotation[], ours: Annotation[], theirs: Annotation[]) =>
  said(merged(pageOf(...base), pageOf(...ours), pageOf(...theirs)).data);

describe('annotation pages', () => {
  const one = tag(1);

  test('what either side has added is there, in text order', () => {
    expect(mergedPages([one], [one, tag(3)], [one, tag(2)])).toEqual([
      [1, 'tagging encryption'],
      [2, 'tagging encryption'],
      [3, 'tagging encryption'],
    ]);
  });

  test('what one side has removed is gone, unless the other has changed it', () => {
    expect(mergedPages([one, tag(2)], [tag(2)], [one, tag(2)])).toEqual([
      [2, 'tagging encryption'],
    ]);
    const changed = tag(1, { memo: 'kept', modified: LATER });
    expect(mergedPages([one], [], [changed])).toEqual([
      [1, 'tagging encryption', 'commenting kept'],
    ]);
  });

  test('changes of different fields are both there', () => {
    const ours = tag(1, { memo: 'why?', modified: LATER });
    const theirs = tag(1, { key: true, modified: LATEST });
    expect(mergedPages([one], [ours], [theirs])).toEqual([
      [1, 'tagging encryption', 'commenting why?', 'highlighting key'],
    ]);
  });

  test('two memos are joined, and one that was taken away by one side alone is away', () => {
    const base = tag(1, { memo: 'old' });
    const [a, b] = [tag(1, { memo: 'mine', modified: LATER }), tag(1, { memo: 'yours' })];
    expect(mergedPages([base], [a], [b])).toEqual([
      [1, 'tagging encryption', 'commenting mine\n\nyours'],
    ]);
    expect(mergedPages([base], [tag(1)], [base])).toEqual([[1, 'tagging encryption']]);
  });

  test('two themes make two annotations, with the same new id wherever it is merged', () => {
    const ours = tag(1, { theme: 'erwt', modified: LATER });
    const theirs = tag(1, { theme: 'state-threats', modified: LATEST });
    const twice = [
      merged(pageOf(one), pageOf(ours), pageOf(theirs)),
      merged(pageOf(one), pageOf(ours), pageOf(theirs)),
    ];
    const themes = twice[0]?.data.items.map((item: Bodied) => item.body[0]?.value);
    expect(themes.toSorted()).toEqual(['erwt', 'state-threats']);
    expect(twice[0]).toEqual(twice[1]);
  });

  test('of two places the later one counts', () => {
    const ours = tag(1, { selector: selectorAt(500), modified: LATER });
    const theirs = tag(1, { selector: selectorAt(700), modified: LATEST });
    const { data } = merged(pageOf(one), pageOf(ours), pageOf(theirs));
    expect(data.items[0].target.selector[1]).toMatchObject({ start: 700, end: 707 });
  });

  test('the same tag made on both sides is one, the earlier, with both memos and the star', () => {
    const ours = tag(2, { selector: selectorAt(10), memo: 'a', created: LATER });
    const theirs = tag(3, { selector: selectorAt(10), memo: 'b', key: true });
    expect(mergedPages([], [ours], [theirs])).toEqual([
      [3, 'tagging encryption', 'commenting b\n\na', 'highlighting key'],
    ]);
  });

  test('what other programs wrote into an item stays', () => {
    const item = { ...toItem(one, 'interview.md'), rights: 'CC0' };
    const ours = pageJson([{ ...item, 'x:mine': 1, modified: LATER }]);
    const theirs = pageJson([{ ...item, 'x:theirs': 2, modified: LATEST }]);
    const { data } = merged(pageJson([item]), ours, theirs);
    expect(data.items[0]).toMatchObject({
      rights: 'CC0',
      'x:mine': 1,
      'x:theirs': 2,
      modified: LATEST,
    });
  });

  test('selectors that were made for two texts: no hash says that positions may be trusted', () => {
    const sha = 'a'.repeat(64);
    const theirs = {
      ...pageOf(tag(2)),
      marginalia: { version: 1, text: 'interview', sha256: sha },
    };
    expect(merged('', pageOf(one), theirs).data.marginalia.sha256).toBeNull();
    expect(merged(pageOf(one), pageOf(one), { ...theirs, items: [] }).data).toMatchObject({
      items: [],
      marginalia: { sha256: sha },
    });
  });

  test('nothing left is a page all the same, for git asks for a file', () => {
    expect(merged(pageOf(one), pageOf(), pageOf(one)).data.items).toEqual([]);
  });

  test('what cannot be read is refused, and it is said which', () => {
    const good = bytes(pageOf(one));
    expect(mergeTexts({ base: good, ours: good, theirs: bytes('{"items": [') })).toMatchObject({
      kind: 'refused',
      which: 'theirs',
      problem: expect.stringContaining('ends too early'),
    });
    expect(
      mergeTexts({ base: good, ours: bytes({ version: 1, themes: [] }), theirs: good }).kind,
    ).toBe('refused');
  });
});

type Change = 'keep' | 'remove' | 'memo' | 'key';
const changes = fc.constantFrom<Change>('keep', 'keep', 'remove', 'memo', 'key');
const side = fc.record({
  base: fc.array(changes, { minLength: 6, maxLength: 6 }),
  added: fc.subarray([7, 8, 9, 10, 11, 12]),
});

/** What a side makes of six annotations, as its own words; memos say whose they are. */
function played(name: string, { base, added }: { base: Change[]; added: number[] }): Annotation[] {
  const kept = base.flatMap((change, i) => {
    if (change === 'remove') return [];
    const fields = change === 'memo' ? { memo: name } : change === 'key' ? { key: true } : {};
    return [tag(i + 1, change === 'keep' ? {} : { ...fields, modified: LATER })];
  });
  const own = added.map(n => tag(name === 'ours' ? n : n + 100));
  return [...kept, ...own];
}

type Sides = readonly [{ base: Change[]; added: number[] }, { base: Change[]; added: number[] }];

/** The numbers of the annotations that must be there, from what each side did. */
function expectedOf([a, b]: Sides): number[] {
  const kept = a.base.flatMap((mine, i) => {
    const pair = [mine, b.base[i] ?? 'keep'];
    const isGone = pair.includes('remove') && pair.every(one => one === 'remove' || one === 'keep');
    return isGone ? [] : [i + 1];
  });
  return [...kept, ...a.added, ...b.added.map(n => n + 100)].sort((x, y) => x - y);
}

/** The changes that are not to be seen in the bodies of the merged items. */
function missing(sides: Sides, items: ReadonlyMap<number, string>): string[] {
  return sides.flatMap(({ base }, who) =>
    base.flatMap((change, i) => {
      const wanted =
        change === 'memo' ? ['ours', 'theirs'][who] : change === 'key' ? 'highlighting' : '';
      return items.get(i + 1)?.includes(wanted ?? '') || wanted === ''
        ? []
        : [`${change} of ${i + 1}`];
    }),
  );
}

test('property: every addition and every change of either side is there, every removal that nobody contradicts is done', () => {
  fc.assert(
    fc.property(side, side, (a, b) => {
      const base = pageOf(...[1, 2, 3, 4, 5, 6].map(n => tag(n)));
      const { data } = merged(base, pageOf(...played('ours', a)), pageOf(...played('theirs', b)));
      const items = new Map(said(data).map(([n, ...bodies]) => [Number(n), bodies.join()]));
      expect([...items.keys()].sort((x, y) => x - y)).toEqual(expectedOf([a, b]));
      expect(missing([a, b], items)).toEqual([]);
      expect(merged(base, base, data).data).toEqual(data);
      expect(merged(base, data, base).data).toEqual(data);
    }),
  );
});

describe('codebooks', () => {
  const theme = (id: string, fields: object = {}) => ({
    id,
    name: id,
    key: null,
    parent: null,
    status: 'active',
    mergedInto: null,
    patterns: [],
    ...fields,
  });
  const book = (...themes: object[]) => ({ version: 1, themes });
  const base = book(theme('a', { key: 1 }), theme('b'), theme('c'));
  const mergedBooks = (ours: object, theirs: object) => merged(base, ours, theirs);

  test('new themes of both sides, each after its neighbour', () => {
    const ours = book(theme('a', { key: 1 }), theme('mine'), theme('b'), theme('c'));
    const theirs = book(theme('a', { key: 1 }), theme('b'), theme('yours'), theme('c'));
    expect(mergedBooks(ours, theirs).data.themes.map((one: { id: string }) => one.id)).toEqual([
      'a',
      'mine',
      'b',
      'yours',
      'c',
    ]);
  });

  test('field by field; patterns that either side added or removed', () => {
    const start = book(theme('a', { patterns: ['one', 'two'] }));
    const ours = book(theme('a', { name: 'Ay', patterns: ['two', 'three'] }));
    const theirs = book(theme('a', { definition: 'first', patterns: ['one', 'two', 'four'] }));
    expect(merged(start, ours, theirs).data.themes[0]).toMatchObject({
      name: 'Ay',
      definition: 'first',
      patterns: ['two', 'three', 'four'],
    });
  });

  test('words that both have changed: ours stand, theirs are kept in the memo, and it is said', () => {
    const { data, notes } = mergedBooks(
      book(theme('a', { name: 'Alpha' }), theme('b'), theme('c')),
      book(theme('a', { name: 'Aleph', memo: 'see b' }), theme('b'), theme('c')),
    );
    expect(data.themes[0]).toMatchObject({ name: 'Alpha', memo: 'see b\n\nname: Aleph' });
    expect(notes).toEqual(['a: both sides changed it, theirs is kept in its memo (name)']);
  });

  test('a digit that both gave away stays with the earlier theme', () => {
    const { data, notes } = mergedBooks(
      book(theme('a', { key: 1 }), theme('b', { key: 2 }), theme('c')),
      book(theme('a', { key: 1 }), theme('b'), theme('c', { key: 2 })),
    );
    expect(data.themes.map((one: { key: number | null }) => one.key)).toEqual([1, 2, null]);
    expect(notes).toEqual(['c: the digit 2 stays with b']);
  });

  test('two moves that together make a circle: one is undone', () => {
    const { data, notes } = mergedBooks(
      book(theme('a', { key: 1 }), theme('b', { parent: 'c' }), theme('c')),
      book(theme('a', { key: 1 }), theme('b'), theme('c', { parent: 'b' })),
    );
    const parents = Object.fromEntries(
      data.themes.map((one: { id: string; parent: string | null }) => [one.id, one.parent]),
    );
    expect(parents).toEqual({ a: null, b: null, c: 'b' });
    expect(notes).toHaveLength(1);
  });

  test('two merges into each other: one is undone, so that no tag is lost', () => {
    const { data } = mergedBooks(
      book(theme('a', { key: 1 }), theme('b', { status: 'merged', mergedInto: 'c' }), theme('c')),
      book(theme('a', { key: 1 }), theme('b'), theme('c', { status: 'merged', mergedInto: 'b' })),
    );
    expect(data.themes.filter((one: { status: string }) => one.status === 'merged')).toHaveLength(
      1,
    );
  });
});

test('ids of the samples are what the tests above read off them', () => {
  expect(said(merged('', pageOf(tag(12)), '').data)).toEqual([[12, 'tagging encryption']]);
  expect(idOf(12)).toMatch(/0012$/);
});
