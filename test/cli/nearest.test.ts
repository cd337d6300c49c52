import { expect, test } from 'vitest';
import { nearestWord } from '../../src/cli/nearest.ts';

const commands = [
  'init',
  'texts',
  'show',
  'tag',
  'untag',
  'annotations',
  'themes',
  'digest',
  'check',
];

test.each([
  ['shwo', 'show'],
  ['text', 'texts'],
  ['TEXTS', 'texts'],
  ['anotations', 'annotations'],
  ['theme', 'themes'],
  ['digset', 'digest'],
  ['chekc', 'check'],
  ['tga', 'tag'],
])('%s meant %s', (typed, meant) => expect(nearestWord(typed, commands)).toBe(meant));

test.each(['', 'x', 'xyzzy', 'my-project', 'a'.repeat(100)])('%j meant none', typed =>
  expect(nearestWord(typed, commands)).toBeUndefined(),
);
