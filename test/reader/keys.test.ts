import type { Key } from 'ink';
import { describe, expect, test } from 'vitest';
import { characterOf, isCharacter, keyNames } from '../../src/reader/keys.ts';

const NO_KEY: Key = {
  upArrow: false,
  downArrow: false,
  leftArrow: false,
  rightArrow: false,
  pageDown: false,
  pageUp: false,
  home: false,
  end: false,
  return: false,
  escape: false,
  ctrl: false,
  shift: false,
  tab: false,
  backspace: false,
  delete: false,
  meta: false,
  super: false,
  hyper: false,
  capsLock: false,
  numLock: false,
};
const key = (flags: Partial<Key> = {}): Key => ({ ...NO_KEY, ...flags });

describe('names of keys', () => {
  test.each<[string, string, Partial<Key>, string[]]>([
    ['a letter', 'j', {}, ['j']],
    ['a capital', 'G', { shift: true }, ['G']],
    ['a space', ' ', {}, ['Space']],
    ['Enter', '\r', { return: true }, ['Enter']],
    ['an arrow', '', { downArrow: true }, ['Down']],
    ['a page key', '', { pageUp: true }, ['PageUp']],
    ['Esc', '', { escape: true }, ['Esc']],
    ['Tab', '\t', { tab: true }, ['Tab']],
    ['Tab with shift', '', { tab: true, shift: true }, ['Shift+Tab']],
    ['Backspace', '', { backspace: true }, ['Backspace']],
    ['the other Backspace', '', { delete: true }, ['Backspace']],
    ['a chord', 'r', { ctrl: true }, ['Ctrl+R']],
    ['an Alt chord', 'x', { meta: true }, ['Alt+x']],
  ])('%s', (_, input, flags, names) => {
    expect(keyNames(input, key(flags))).toEqual(names);
  });

  test.each([
    ['jjj', ['j', 'j', 'j']],
    ['t\r', ['t', 'Enter']],
    ['tenc\r', ['t', 'e', 'n', 'c', 'Enter']],
    ['a b', ['a', 'Space', 'b']],
    ['é漢👩‍💻', ['é', '漢', '👩‍💻']],
    ['e\u0301x', ['e\u0301', 'x']],
    ['a\r\nb', ['a', 'Enter', 'b']],
    ['\t1', ['Tab', '1']],
    ['', []],
  ])('a chunk %j is a row of keys', (input, names) => {
    expect(keyNames(input, key())).toEqual(names);
  });
});

describe('characters', () => {
  test.each(['j', 'Space', 'é', '漢', '👩‍💻', 'e\u0301', '?'])('%s is one', name => {
    expect(isCharacter(name)).toBe(true);
  });

  test.each(['Enter', 'Esc', 'Up', 'Ctrl+R', 'Alt+x', 'Backspace', 'PageDown', ''])(
    '%s is none',
    name => {
      expect(isCharacter(name)).toBe(false);
    },
  );

  test('Space types a space', () => {
    expect(characterOf('Space')).toBe(' ');
    expect(characterOf('é')).toBe('é');
  });
});
