import fc from 'fast-check';
import { CORE_SCHEMA, load } from 'js-yaml';
import { expect, test } from 'vitest';
import { plainMapping } from '../../src/model/plainMapping.ts';

const BITS = [
  'a',
  'title',
  ': ',
  ':',
  ' ',
  '"',
  "'",
  '\n',
  '#',
  ' #',
  '- ',
  '-',
  '[',
  '{',
  '}',
  ',',
  '&',
  '*',
  '!',
  '|',
  '>',
  '%',
  '@',
  '`',
];
const MORE = [
  '2021-07-14',
  '1',
  '0x1',
  'true',
  'null',
  'No',
  'é',
  '’',
  '\u00a0',
  '\t',
  '\\',
  '?',
  '...',
  '---',
  '<<',
  '~',
  '日',
  '😀',
  '\u2028',
  '\u0085',
  '\nz: ',
  '\ny: "',
];

test('what is read without YAML is what YAML reads', () => {
  let read = 0;
  const bits = fc.array(fc.constantFrom(...BITS, ...MORE), { maxLength: 14 });
  const property = fc.property(bits, parts => {
    const yaml = `k: ${parts.join('')}`;
    const plain = plainMapping(yaml);
    if (plain === null) return;
    read++;
    expect(plain).toEqual(load(yaml, { schema: CORE_SCHEMA }));
  });
  fc.assert(property, { numRuns: 20_000 });
  expect(read).toBeGreaterThan(500);
});
