import { describe, expect, test } from 'vitest';
import { HELP_SCOPES, helpItems } from '../../src/reader/helpItems.ts';
import { bindingFor, bindingsOf, KEYMAP } from '../../src/reader/keymap/keymap.ts';
import { type Scope, TYPING } from '../../src/reader/keymap/scopes.ts';
import { keysWords } from '../../src/reader/keymap/shown.ts';
import { isCharacter } from '../../src/reader/keys.ts';

const SCOPES = [...new Set(KEYMAP.flatMap(binding => binding.scopes))];

/** The keys of the design that this version has, in the reading view. */
const READING: readonly (readonly [string, string])[] = [
  ['j', 'next'],
  ['k', 'previous'],
  ['Down', 'next'],
  ['Up', 'previous'],
  ['Space', 'pageDown'],
  ['b', 'pageUp'],
  ['PageDown', 'pageDown'],
  ['PageUp', 'pageUp'],
  ['Ctrl+D', 'halfDown'],
  ['Ctrl+U', 'halfUp'],
  ['g', 'first'],
  ['G', 'last'],
  ['Home', 'first'],
  ['End', 'last'],
  [']', 'nextUntagged'],
  ['[', 'previousUntagged'],
  ['}', 'nextTagged'],
  ['{', 'previousTagged'],
  ['1', 'digit'],
  ['9', 'digit'],
  ['t', 'themes'],
  ['.', 'again'],
  ['x', 'untag'],
  ['m', 'memo'],
  ['*', 'key'],
  ['/', 'search'],
  ['u', 'undo'],
  ['Ctrl+R', 'redo'],
  ['L', 'library'],
  ['D', 'digest'],
  ['?', 'help'],
  ['Esc', 'close'],
  ['q', 'quit'],
];

describe('the key table', () => {
  test.each(READING)('%s is %s, in the reading view and while a search is on', (key, command) => {
    expect(bindingFor(KEYMAP, 'reading', key)?.command).toBe(command);
    expect(bindingFor(KEYMAP, 'search', key)?.command).toBe(command);
  });

  test('n and N belong to a search, r tries to save again', () => {
    expect(bindingFor(KEYMAP, 'search', 'n')?.command).toBe('nextHit');
    expect(bindingFor(KEYMAP, 'search', 'N')?.command).toBe('previousHit');
    expect(bindingFor(KEYMAP, 'reading', 'n')).toBeUndefined();
    expect(bindingFor(KEYMAP, 'reading', 'r')?.command).toBe('retry');
  });

  test.each(SCOPES)('in %s no key means two things', scope => {
    const keys = bindingsOf(KEYMAP, scope).flatMap(binding => binding.keys);
    expect(keys.filter((key, i) => keys.indexOf(key) !== i)).toEqual([]);
  });

  test.each(SCOPES)('%s can be left, and Ctrl+C quits', scope => {
    const way = scope === 'library' ? 'quit' : 'close';
    expect(bindingsOf(KEYMAP, scope).map(binding => binding.command)).toContain(way);
    expect(bindingFor(KEYMAP, scope, 'Ctrl+C')?.command).toBe('quit');
  });

  test('where words are typed no character is a key', () => {
    const taken = [...TYPING].flatMap(scope =>
      bindingsOf(KEYMAP, scope)
        .flatMap(binding => binding.keys)
        .filter(isCharacter)
        .map(key => `${key} in ${scope}`),
    );
    expect(taken).toEqual([]);
  });

  test.each(SCOPES)('the footer of %s has each place once', scope => {
    const orders = bindingsOf(KEYMAP, scope).flatMap(({ footer }) =>
      footer?.scopes.includes(scope) ? [footer.order] : [],
    );
    expect(orders.length).toBeGreaterThan(0);
    expect(orders.toSorted((a, b) => a - b)).toEqual([...new Set(orders)].sort((a, b) => a - b));
  });
});

describe('help', () => {
  test.each(HELP_SCOPES)('lists every key of %s, group by group', scope => {
    const items = helpItems(KEYMAP, scope, '');
    expect(items.map(item => item.binding).toSorted(byTable)).toEqual(bindingsOf(KEYMAP, scope));
    const groups = items.map(item => item.group).filter((group, i, all) => group !== all[i - 1]);
    expect(groups).toEqual([...new Set(groups)]);
  });

  test('finds by what a key does and by the key itself', () => {
    const found = (query: string) => helpItems(KEYMAP, 'reading', query).map(item => item.keys);
    expect(found('untag')).toEqual([']', '[', 'x']);
    expect(found('UNDO ')).toEqual(['u']);
    expect(found('ctrl+r')).toEqual(['Ctrl+R']);
    expect(found('pgdn')).toEqual(['Space PgDn']);
    expect(found('no such thing')).toEqual([]);
  });

  test('shows keys as people read them', () => {
    const words = (scope: Scope, key: string) => {
      const binding = bindingFor(KEYMAP, scope, key);
      return binding && keysWords(binding);
    };
    expect(words('reading', '4')).toBe('1-9');
    expect(words('reading', 'j')).toBe('j ↓');
    expect(words('reading', 'b')).toBe('b PgUp');
  });
});

const byTable = (a: (typeof KEYMAP)[number], b: (typeof KEYMAP)[number]): number =>
  KEYMAP.indexOf(a) - KEYMAP.indexOf(b);
