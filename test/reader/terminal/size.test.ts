import { expect, test } from 'vitest';
import { sizeOf } from '../../../src/reader/terminal/size.ts';

test.each([
  [
    { columns: 120, rows: 36 },
    { columns: 120, rows: 36 },
  ],
  [
    { columns: 1, rows: 1 },
    { columns: 1, rows: 1 },
  ],
  [{}, { columns: 80, rows: 24 }],
  [
    { columns: 0, rows: 0 },
    { columns: 80, rows: 24 },
  ],
  [
    { columns: undefined, rows: 50 },
    { columns: 80, rows: 50 },
  ],
])('a stream with %j is %j', (stream, size) => {
  expect(sizeOf(stream)).toEqual(size);
});
