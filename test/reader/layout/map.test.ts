import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { hitRows, type MapInput, mapRows, rowOf } from '../../../src/reader/layout/map.ts';

const base: MapInput = {
  rows: 10,
  count: 100,
  shown: { first: 0, last: 4 },
  marks: [],
  hits: new Set(),
  here: null,
};

const drawn = (input: Partial<MapInput>): string[] =>
  mapRows({ ...base, ...input }).map(({ rail, cell }) => rail.text + (cell?.text ?? ' '));

describe('rows of the map', () => {
  test('every paragraph has one, in order, from the first to the last row', () => {
    const sizes = fc.record({
      rows: fc.integer({ min: 1, max: 60 }),
      count: fc.integer({ min: 1, max: 400 }),
    });
    fc.assert(
      fc.property(sizes, ({ rows, count }) => {
        const found = Array.from({ length: count }, (_, index) => rowOf({ rows, count }, index));
        expect(found).toEqual(found.toSorted((a, b) => a - b));
        expect(found[0]).toBe(0);
        expect(found.at(-1)).toBe(
          count >= rows ? rows - 1 : Math.floor(((count - 1) * rows) / count),
        );
      }),
      { seed: 20261122 },
    );
  });

  test('the rail is heavy where the text is shown', () => {
    expect(drawn({ shown: { first: 25, last: 47 } }).join('')).toBe('│ │ ┃ ┃ ┃ │ │ │ │ │ ');
    expect(drawn({ shown: { first: 99, last: 99 } })[9]).toBe('┃ ');
    const few = { count: 4, shown: { first: 1, last: 2 } };
    expect(drawn(few).join('')).toBe('│ │ ┃ ┃ ┃ ┃ ┃ │ │ │ ');
    expect(drawn({ ...few, shown: { first: 2, last: 3 } }).join('')).toBe('│ │ │ │ │ ┃ ┃ ┃ ┃ ┃ ');
    expect(drawn({ count: 0, shown: { first: 0, last: 0 } }).join('')).toBe('│ '.repeat(10));
  });

  test('the first mark of a row is drawn, hits over marks, the hit at hand over hits', () => {
    const marks = [
      { index: 3, mark: '●', look: { theme: 'sky' } },
      { index: 5, mark: '■', look: { theme: 'orange' } },
      { index: 20, mark: '▲', look: { theme: 'green' } },
      { index: 40, mark: '◆', look: { theme: 'pink' } },
    ];
    const rows = drawn({ marks, hits: new Set([2, 4]), here: 4 });
    expect(rows.map(row => row[1])).toEqual(['●', ' ', '═', ' ', '◄', ' ', ' ', ' ', ' ', ' ']);
  });
});

test('the rows of hits that are shown are found once for a list, a height and what is shown', () => {
  let calls = 0;
  const rowAt = (rows: number) => (offset: number) => {
    calls++;
    return offset === 500 ? null : rowOf({ rows, count: 100 }, Math.floor(offset / 10));
  };
  const hits = [3, 47, 500, 990].map(start => ({ start, end: start + 2 }));
  expect(hitRows(hits, 10, rowAt(10), 'all')).toEqual(new Set([0, 9]));
  expect(hitRows(hits, 10, rowAt(10), 'all')).toEqual(new Set([0, 9]));
  expect(calls).toBe(4);
  expect(hitRows(hits, 50, rowAt(50), 'all')).toEqual(new Set([0, 2, 49]));
  expect(calls).toBe(8);
  expect(hitRows(hits, 50, () => 1, 'some')).toEqual(new Set([1]));
});
