import { styledCharsFromTokens, styledCharsToString, tokenize } from '@alcalzone/ansi-tokenize';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { type Look, paint } from '../../../src/reader/layout/line.ts';
import type { Palette } from '../../../src/reader/layout/palette.ts';
import { reduced, transition } from '../../../src/reader/layout/sgr.ts';

const looks: fc.Arbitrary<Look> = fc.record(
  {
    role: fc.constantFrom(
      'current',
      'rest',
      'muted',
      'hair',
      'selection',
      'hit',
      'hitHere',
      'badge',
      'warn',
    ),
    theme: fc.constantFrom('sky', 'orange', 'grey'),
    bold: fc.boolean(),
    italic: fc.boolean(),
    underline: fc.boolean(),
    row: fc.boolean(),
  },
  { requiredKeys: [] },
);
const lines = fc.array(
  fc.record({ text: fc.constantFrom('a', 'word ', '  ', '●', '日本', ''), look: looks }),
  { maxLength: 8 },
);
const palettes: fc.Arbitrary<Palette> = fc.record({
  mode: fc.constantFrom('dark', 'light', 'contrast', 'none'),
  depth: fc.constantFrom('true', '256', '16'),
  ascii: fc.constant(false),
});

test('a painted line is what Ink writes when it has parsed it', () => {
  fc.assert(
    fc.property(lines, palettes, (line, palette) => {
      const painted = paint(line, palette);
      expect(styledCharsToString(styledCharsFromTokens(tokenize(painted)))).toBe(painted);
    }),
    { numRuns: 2000 },
  );
});

test('a later colour overrides an earlier one, bold and dim stand side by side', () => {
  expect(reduced(['38;5;1', '1', '2', '1', '38;5;7', '48;5;3'])).toEqual([
    '1',
    '2',
    '38;5;7',
    '48;5;3',
  ]);
});

test('what goes on is not written again, and bold comes back when dim ends', () => {
  expect(transition(['1', '38;5;7'], ['1', '38;5;9']).codes).toBe('\u001B[38;5;9m');
  expect(transition(['1', '2'], ['1']).codes).toBe('\u001B[22m\u001B[1m');
  expect(transition(['4', '38;5;7'], []).codes).toBe('\u001B[39m\u001B[24m');
});
