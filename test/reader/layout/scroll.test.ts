import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  goTo,
  type Heights,
  halfPage,
  lastShown,
  type Place,
  pageDown,
  pageUp,
  settle,
  step,
} from '../../../src/reader/layout/scroll.ts';

const START: Place = { current: 0, top: 0, inner: 0 };

interface Case {
  list: number[];
  heights: Heights;
}

const cases: fc.Arbitrary<Case> = fc
  .record({
    list: fc.array(fc.integer({ min: 1, max: 14 }), { minLength: 1, maxLength: 25 }),
    area: fc.integer({ min: 1, max: 12 }),
  })
  .map(({ list, area }) => ({ list, heights: heightsOf(list, area) }));

const heightsOf = (list: readonly number[], area: number): Heights => ({
  count: list.length,
  area,
  of(index) {
    const height = list[index];
    if (height === undefined) throw new RangeError(`no paragraph ${index}`);
    return height;
  },
});

const anyPlace = fc.record({
  current: fc.integer({ min: -3, max: 30 }),
  top: fc.integer({ min: 0, max: 30 }),
  inner: fc.integer({ min: 0, max: 20 }),
});

/** The rows on the screen as `paragraph:row`, worked out row by row. */
function rowsShown({ list, heights }: Case, { top, inner }: Place): string[] {
  const rows: string[] = [];
  for (const [index, height] of list.entries()) {
    if (index < top) continue;
    for (let row = index === top ? inner : 0; row < height; row++) rows.push(`${index}:${row}`);
    rows.push('blank');
  }
  return rows.slice(0, heights.area);
}

/** Whether the current paragraph is shown whole, or fills the area where it is taller. */
function isInSight(one: Case, place: Place): boolean {
  const height = one.heights.of(place.current);
  const mine = rowsShown(one, place).filter(row => row.startsWith(`${place.current}:`));
  return mine.length === Math.min(height, one.heights.area);
}

/** Repeats a move until nothing changes; every place on the way, the first included. Fails where it never ends. */
function walk(from: Place, move: (place: Place) => Place): Place[] {
  const way = [from];
  for (;;) {
    const last = way.at(-1) ?? from;
    const next = move(last);
    if (same(next, last)) return way;
    way.push(next);
    expect(way.length, 'moves without an end').toBeLessThan(1000);
  }
}

const same = (a: Place, b: Place): boolean =>
  a.current === b.current && a.top === b.top && a.inner === b.inner;

const check = <T>(arbitrary: fc.Arbitrary<T>, holds: (value: T) => void): void =>
  fc.assert(fc.property(arbitrary, holds), { numRuns: 1000, seed: 20261122 });

describe('settle', () => {
  test('shows the current paragraph whole, from any place', () => {
    check(fc.tuple(cases, anyPlace), ([one, place]) => {
      expect(isInSight(one, settle(one.heights, place))).toBe(true);
    });
  });

  test('moves the top only as far as needed', () => {
    check(fc.tuple(cases, anyPlace), ([one, place]) => {
      const settled = settle(one.heights, place);
      const { current } = settled;
      const tops = Array.from({ length: current + 1 }, (_, top) => top).filter(top =>
        isInSight(one, { current, top, inner: 0 }),
      );
      const nearest = tops.toSorted((a, b) => Math.abs(a - place.top) - Math.abs(b - place.top))[0];
      expect(settled.top).toBe(nearest);
    });
  });

  test('leaves a settled place as it is', () => {
    check(fc.tuple(cases, anyPlace), ([{ heights }, place]) => {
      const settled = settle(heights, place);
      expect(settle(heights, settled)).toEqual(settled);
    });
  });

  test('an empty text has one place', () => {
    expect(settle(heightsOf([], 5), { current: 3, top: 2, inner: 1 })).toEqual(START);
  });
});

describe('j and k', () => {
  test('j goes from the first to the last, through each, and shows every row on the way', () => {
    check(cases, one => {
      const way = walk(START, place => step(one.heights, place, 1));
      expect(visited(way)).toEqual(one.list.map((_, index) => index));
      expect(unseen(one, way)).toEqual([]);
      expect(way.every(place => isInSight(one, place))).toBe(true);
    });
  });

  test('k goes the way back', () => {
    check(cases, one => {
      const end = walk(START, place => step(one.heights, place, 1)).at(-1) ?? START;
      const way = walk(end, place => step(one.heights, place, -1));
      expect(visited(way)).toEqual(one.list.map((_, index) => index).reverse());
      expect(unseen(one, way)).toEqual([]);
      expect(way.at(-1)).toEqual(START);
    });
  });

  test('a paragraph taller than the area is left only from its end', () => {
    const heights = heightsOf([3, 25, 3], 10);
    const way = walk(START, place => step(heights, place, 1));
    expect(way).toEqual([
      { current: 0, top: 0, inner: 0 },
      { current: 1, top: 1, inner: 0 },
      { current: 1, top: 1, inner: 5 },
      { current: 1, top: 1, inner: 10 },
      { current: 1, top: 1, inner: 15 },
      { current: 2, top: 2, inner: 0 },
    ]);
    expect(step(heights, { current: 2, top: 2, inner: 0 }, -1)).toEqual({
      current: 1,
      top: 1,
      inner: 15,
    });
  });
});

describe('pages', () => {
  test('page down reaches the last paragraph, shows every row, and always gets on', () => {
    check(cases, one => {
      const way = walk(START, place => pageDown(one.heights, place));
      expect(way.at(-1)?.current).toBe(one.list.length - 1);
      expect(unseen(one, way)).toEqual([]);
      expect(way.every((place, i) => i === 0 || isAfter(place, way[i - 1] ?? START))).toBe(true);
      expect(way.every(place => isInSight(one, place))).toBe(true);
    });
  });

  test('page up reaches the first, shows every row, and always gets on', () => {
    check(cases, one => {
      const end = walk(START, place => pageDown(one.heights, place)).at(-1) ?? START;
      const way = walk(end, place => pageUp(one.heights, place));
      expect(way.at(-1)).toEqual(START);
      expect(unseen(one, way)).toEqual([]);
      expect(way.every((place, i) => i === 0 || isAfter(way[i - 1] ?? START, place))).toBe(true);
    });
  });

  test('half a page moves by one paragraph at least, and less than a page of them at most', () => {
    check(cases, one => {
      const down = walk(START, place => halfPage(one.heights, place, 1));
      expect(down.at(-1)?.current).toBe(one.list.length - 1);
      const up = walk(down.at(-1) ?? START, place => halfPage(one.heights, place, -1));
      expect(up.at(-1)).toEqual(START);
      expect([...down, ...up].every(place => isInSight(one, place))).toBe(true);
    });
  });

  test('the last paragraph shown is the last of which a row is', () => {
    check(fc.tuple(cases, anyPlace), ([one, place]) => {
      const settled = settle(one.heights, place);
      const row = rowsShown(one, settled).findLast(name => name !== 'blank');
      expect(lastShown(one.heights, settled)).toBe(Number(row?.split(':')[0]));
    });
  });

  test('what was cut at the bottom comes to the top', () => {
    const heights = heightsOf([4, 4, 4, 4], 7);
    expect(lastShown(heights, START)).toBe(1);
    expect(pageDown(heights, START)).toEqual({ current: 1, top: 1, inner: 0 });
    const whole = heightsOf([3, 3, 3, 3], 7);
    expect(pageDown(whole, START)).toEqual({ current: 2, top: 2, inner: 0 });
    expect(pageUp(whole, { current: 2, top: 2, inner: 0 })).toEqual(START);
  });

  test('nothing moves in an empty text', () => {
    const heights = heightsOf([], 7);
    expect(pageDown(heights, START)).toEqual(START);
    expect(pageUp(heights, START)).toEqual(START);
    expect(halfPage(heights, START, 1)).toEqual(START);
  });
});

test('going to a paragraph shows it from its first row', () => {
  check(fc.tuple(cases, anyPlace), ([one, place]) => {
    const goal = Math.abs(place.current) % one.list.length;
    const there = goTo(one.heights, settle(one.heights, place), goal);
    expect(there).toMatchObject({ current: goal, inner: 0 });
    expect(isInSight(one, there)).toBe(true);
  });
});

const visited = (way: readonly Place[]): number[] =>
  way.map(place => place.current).filter((current, i, all) => current !== all[i - 1]);

function unseen(one: Case, way: readonly Place[]): string[] {
  const seen = new Set(way.flatMap(place => rowsShown(one, place)));
  const all = one.list.flatMap((height, index) =>
    Array.from({ length: height }, (_, row) => `${index}:${row}`),
  );
  return all.filter(row => !seen.has(row));
}

const isAfter = (a: Place, b: Place): boolean =>
  a.top > b.top || (a.top === b.top && (a.inner > b.inner || a.current > b.current));
