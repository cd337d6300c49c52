import { expect, test } from 'vitest';
import { tableLines } from '../../src/cli/table.ts';

const plain = (width: number) => ({ width, bold: String, dim: String });
const columns = [
  { heading: 'ID' },
  { heading: 'NAME', shrinksTo: 4 },
  { heading: 'N', right: true },
];

test('columns stand in line, wide letters included', async () => {
  const rows = [{ cells: ['a', '\u65E5\u672C\u8A9E', '7'] }, { cells: ['bcd', 'x', '1234'] }];
  expect(await tableLines(columns, rows, plain(80))).toEqual([
    'ID   NAME       N',
    'a    \u65E5\u672C\u8A9E     7',
    'bcd  x       1234',
  ]);
});

test('only what may shrink does, down to its least', async () => {
  const rows = [{ cells: ['identity', 'a long name', '12'] }];
  expect(await tableLines(columns, rows, plain(20))).toEqual([
    'ID        NAME     N',
    'identity  a lon…  12',
  ]);
  expect((await tableLines(columns, rows, plain(5)))[1]).toBe('identity  a l…  12');
});

test('lines around a row are cut to the width', async () => {
  const rows = [{ above: ['over'], cells: ['a', 'b', '1'], below: ['under', 'x'.repeat(99)] }];
  expect((await tableLines(columns, rows, plain(80))).slice(1)).toEqual([
    'over',
    'a   b     1',
    'under',
    `${'x'.repeat(79)}…`,
  ]);
});
