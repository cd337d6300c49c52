import { describe, expect, test } from 'vitest';
import { drawerRows, geometryOf } from '../../../src/reader/layout/geometry.ts';

describe('the design in cells', () => {
  test.each([
    // columns, measure, text column, left edge
    [40, 33, 3, 0],
    [59, 52, 3, 0],
    [60, 43, 13, 0],
    [80, 63, 13, 0],
    [97, 80, 13, 0],
    [115, 80, 13, 0],
    [116, 76, 13, 0],
    [120, 76, 13, 0],
    [160, 76, 33, 20],
    [200, 76, 53, 40],
  ])(
    'at %i columns rows of %i cells begin at column %i, the gutter at %i',
    (columns, measure, text, left) => {
      expect(geometryOf({ columns, rows: 24 })).toMatchObject({ measure, text, left });
    },
  );

  test('memos stand in the margin from 116 columns up: 3 cells on, to four cells before the edge', () => {
    expect(geometryOf({ columns: 115, rows: 24 }).notes).toBeNull();
    const { notes, text, measure } = geometryOf({ columns: 120, rows: 24 });
    expect(notes).toEqual({ column: text + measure + 3, width: 24 });
    expect((notes?.column ?? 0) + (notes?.width ?? 0)).toBe(120 - 4);
    const wide = geometryOf({ columns: 200, rows: 60 });
    expect(wide.notes?.column).toBe(wide.text + wide.measure + 3);
    expect(wide.notes?.width).toBe(24);
  });

  test.each([
    [24, 0, 19, 0],
    [29, 0, 24, 0],
    [30, 0, 25, 1],
    [36, 0, 31, 1],
    [36, 15, 16, 1],
    [10, 0, 5, 0],
  ])(
    '%i rows, %i of them a drawer: the text has %i, %i of them blank',
    (rows, drawer, area, blank) => {
      expect(geometryOf({ columns: 80, rows }, drawer)).toMatchObject({ top: 2, area, blank });
    },
  );

  test('nothing of it lies off the screen, from 40 × 10 up', () => {
    for (let columns = 40; columns <= 240; columns++) {
      const { left, text, measure, notes } = geometryOf({ columns, rows: 24 });
      const end = notes ? notes.column + notes.width : text + measure;
      expect(left).toBeGreaterThanOrEqual(0);
      expect(end).toBeLessThanOrEqual(columns - 3);
    }
  });
});

test('a drawer takes half the screen at most, and leaves the text four rows', () => {
  for (let rows = 10; rows <= 60; rows++) {
    for (const wanted of [3, 6, 11, 15, 40]) {
      const taken = drawerRows({ columns: 80, rows }, wanted);
      expect(taken).toBeLessThanOrEqual(Math.max(3, Math.floor(rows / 2)));
      if (rows >= 12) expect(rows - 5 - taken).toBeGreaterThanOrEqual(4);
    }
  }
  expect(drawerRows({ columns: 80, rows: 24 }, 11)).toBe(11);
  expect(drawerRows({ columns: 120, rows: 36 }, 15)).toBe(15);
});
