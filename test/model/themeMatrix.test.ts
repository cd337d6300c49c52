import { describe, expect, it } from 'vitest';
import { themeMatrix } from '../../src/model/themeMatrix.ts';

describe('the theme × transcript table', () => {
  const tags = [
    { theme: 'b', text: 'one' },
    { theme: 'a', text: 'two' },
    { theme: 'a', text: 'two' },
    { theme: null, text: 'one' },
    { theme: 'gone', text: 'one' },
    { theme: 'a', text: 'elsewhere' },
  ];

  it('counts in the order given, keeps empty rows and columns, passes over what was not asked for', () => {
    expect(themeMatrix(['b', 'a', 'c'], ['two', 'three', 'one'], tags)).toEqual({
      texts: ['two', 'three', 'one'],
      rows: [
        { theme: 'b', counts: [0, 0, 1] },
        { theme: 'a', counts: [2, 0, 0] },
        { theme: 'c', counts: [0, 0, 0] },
      ],
    });
  });

  it('may be empty', () => {
    expect(themeMatrix([], [], tags)).toEqual({ texts: [], rows: [] });
  });
});
