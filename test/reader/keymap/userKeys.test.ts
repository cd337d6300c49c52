import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { UserKeys } from '../../../src/model/settings.ts';
import { bindingFor, bindingsOf, KEYMAP, type Keymap } from '../../../src/reader/keymap/keymap.ts';
import { keyNamed } from '../../../src/reader/keymap/keyName.ts';
import { SCOPES, type Scope, TYPING } from '../../../src/reader/keymap/scopes.ts';
import { keyFor } from '../../../src/reader/keymap/shown.ts';
import { keymapWith } from '../../../src/reader/keymap/userKeys.ts';
import { isCharacter } from '../../../src/reader/keys.ts';

const commandOf = (user: UserKeys, scope: Scope, key: string) =>
  bindingFor(keymapWith(user).keymap, scope, key)?.command;
const problemsOf = (user: UserKeys) => keymapWith(user).problems.map(({ message }) => message);

/** The footer of a scope as `keys word`. */
const footerOf = (user: UserKeys, scope: Scope) =>
  bindingsOf(keymapWith(user).keymap, scope).flatMap(({ footer }) =>
    footer?.scopes.includes(scope) ? [`${footer.shows} ${footer.word}`] : [],
  );

describe('a key of the user’s own', () => {
  test('takes the place of those that the command had, in that scope and no other', () => {
    const user = { library: { next: ['n'] } };
    expect(problemsOf(user)).toEqual([]);
    expect(commandOf(user, 'library', 'n')).toBe('next');
    expect(commandOf(user, 'library', 'j')).toBeUndefined();
    expect(commandOf(user, 'library', 'Down')).toBeUndefined();
    expect(commandOf(user, 'reading', 'j')).toBe('next');
    expect(commandOf(user, 'reading', 'n')).toBeUndefined();
  });

  test('of the reading view holds while a search is on, unless the search says its own', () => {
    const user = { reading: { nextUntagged: ['Ctrl+N'] } };
    expect(commandOf(user, 'search', 'Ctrl+N')).toBe('nextUntagged');
    expect(commandOf(user, 'search', ']')).toBeUndefined();
    const both = { search: { nextUntagged: ['Ctrl+E'] }, ...user };
    expect(commandOf(both, 'search', 'Ctrl+E')).toBe('nextUntagged');
    expect(commandOf(both, 'search', 'Ctrl+N')).toBeUndefined();
    expect(commandOf(both, 'reading', 'Ctrl+N')).toBe('nextUntagged');
  });

  test('for everywhere leaves out where words are typed', () => {
    const user = { everywhere: { next: ['z', 'Down'] } };
    expect(problemsOf(user)).toEqual([]);
    for (const scope of ['reading', 'search', 'library', 'which', 'digest'] as const)
      expect(commandOf(user, scope, 'z'), scope).toBe('next');
    expect(commandOf(user, 'themes', 'z')).toBeUndefined();
    expect(commandOf(user, 'themes', 'Down')).toBe('next');
    expect(commandOf(user, 'themes', 'Ctrl+N')).toBeUndefined();
  });

  test('may be one that another command gives up at the same time', () => {
    const user = { reading: { next: ['k'], previous: ['j'] } };
    expect(problemsOf(user)).toEqual([]);
    expect(commandOf(user, 'reading', 'k')).toBe('next');
    expect(commandOf(user, 'reading', 'j')).toBe('previous');
  });

  test('an empty list takes a command off the keys', () => {
    const user = { reading: { quit: [] } };
    expect(problemsOf(user)).toEqual([]);
    expect(commandOf(user, 'reading', 'q')).toBeUndefined();
    expect(commandOf(user, 'reading', 'Ctrl+C')).toBe('quit');
    expect(footerOf(user, 'reading').filter(hint => hint.endsWith('quit'))).toEqual([]);
  });

  test('Esc stays what it is beside it', () => {
    const user = { reading: { close: ['h', 'Esc'] } };
    expect(problemsOf(user)).toEqual([]);
    expect(commandOf(user, 'reading', 'h')).toBe('close');
    expect(commandOf(user, 'reading', 'Esc')).toBe('close');
  });

  test('is what the footer shows, also where one hint stands for two commands', () => {
    const user = { reading: { memo: ['Ctrl+E'], previous: ['Up', 'e'] } };
    const hints = footerOf(user, 'reading');
    expect(hints).toContain('Ctrl+E memo');
    expect(hints).toContain('j ↑ move');
    expect(hints).not.toContain('m memo');
    expect(footerOf(user, 'library')).toContain('j k move');
    expect(keyFor(keymapWith(user).keymap, 'reading', 'memo')).toBe('Ctrl+E');
  });

  test('is known by several names', () => {
    const user = { reading: { memo: ['ctrl+e'], pageUp: ['pgup'], untag: ['space'] } };
    expect(problemsOf({ reading: { memo: ['ctrl+e'], pageUp: ['pgup'] } })).toEqual([]);
    expect(commandOf(user, 'reading', 'Ctrl+E')).toBe('memo');
    expect(commandOf(user, 'reading', 'PageUp')).toBe('pageUp');
  });
});

describe('refused in one line', () => {
  test.each<[string, UserKeys, string]>([
    [
      'a key that another command has',
      { reading: { nextUntagged: ['Ctrl+N', 'j'] } },
      'keys.reading.nextUntagged: j is next (next paragraph, row) in reading; nextUntagged (next untagged) cannot have it',
    ],
    [
      'the later of two that want the same',
      { library: { help: ['h'], undo: ['h'] } },
      'keys.library.undo: h is help (help) in library; undo (undo) cannot have it',
    ],
    ['a digit', { reading: { memo: ['3'] } }, 'keys.reading.memo: 1 to 9 are for the themes'],
    [
      'a digit where it does nothing',
      { library: { next: ['5'] } },
      'keys.library.next: 1 to 9 are for the themes',
    ],
    ['Esc', { reading: { memo: ['Esc'] } }, 'keys.reading.memo: Esc always closes'],
    ['Ctrl+C', { library: { open: ['ctrl+c'] } }, 'keys.library.open: Ctrl+C always quits'],
    [
      'a character where words are typed',
      { themes: { next: ['j'] } },
      'keys.themes.next: words are typed in themes, and j is for them',
    ],
    [
      'what edits words there',
      { help: { next: ['Ctrl+W'] } },
      'keys.help.next: words are typed in help, and Ctrl+W is for them',
    ],
    [
      'what a terminal cannot tell from another key',
      { reading: { memo: ['Ctrl+I'] } },
      'keys.reading.memo: a terminal sends the same for Ctrl+I as for Tab',
    ],
    [
      'the digits themselves',
      { reading: { digit: ['a'] } },
      "keys.reading.digit: 1 to 9 are for the themes; a theme's own digit is changed in the codebook",
    ],
  ])('%s', (_, user, message) => {
    expect(problemsOf(user)).toEqual([message]);
  });

  test('names that there are not: key, command, scope', () => {
    const [key] = problemsOf({ reading: { memo: ['F1'] } });
    expect(key).toMatch(/^keys\.reading\.memo: "F1" is no key; a key is a character, Ctrl\+ and/);
    const [command] = problemsOf({ library: { memo: ['e'] } });
    expect(command).toMatch(
      /^keys\.library\.memo: there is no command memo there\. There are next, /,
    );
    const [scope] = problemsOf({ margin: { memo: ['e'] } });
    expect(scope).toMatch(
      /^keys\.margin\.memo: there is no scope margin\. There are everywhere, read/,
    );
    const inherited = problemsOf({ constructor: { toString: ['e'] } } as unknown as UserKeys);
    expect(inherited[0]).toMatch(/there is no scope constructor/);
  });

  test('one wish that cannot be leaves the others', () => {
    const user = { library: { help: ['j'], undo: ['z'] } };
    expect(problemsOf(user)).toHaveLength(1);
    expect(commandOf(user, 'library', '?')).toBe('help');
    expect(commandOf(user, 'library', 'z')).toBe('undo');
  });
});

describe('names of keys', () => {
  test.each([
    ['Ctrl+n', 'Ctrl+N'],
    ['alt+b', 'Alt+b'],
    ['shift+tab', 'Shift+Tab'],
    [' ', 'Space'],
    ['ä', 'ä'],
    ['👩‍🚀', '👩‍🚀'],
  ])('%j is %j', (word, key) => {
    expect(keyNamed(word)).toEqual({ kind: 'key', key });
  });

  test.each(['', 'jj', 'Ctrl+', 'Ctrl+1', 'Ctrl+Alt+Q', 'F12', 'Ctrl+H', 'Alt+[', '\t', '\u00A0'])(
    '%j is none',
    word => {
      expect(keyNamed(word).kind).toBe('none');
    },
  );
});

/** Each command once, no key twice, and the ways out where they were. */
function expectWhole(keymap: Keymap, scope: Scope): void {
  const here = bindingsOf(keymap, scope);
  const taken = here.flatMap(binding => binding.keys);
  expect(taken.filter((key, i) => taken.indexOf(key) !== i)).toEqual([]);
  const commands = bindingsOf(KEYMAP, scope).map(({ command }) => command);
  expect(here.map(({ command }) => command)).toEqual(commands);
  for (const key of ['Esc', 'Ctrl+C'])
    expect(bindingFor(keymap, scope, key)?.command).toBe(bindingFor(KEYMAP, scope, key)?.command);
  if (TYPING.has(scope)) expect(taken.filter(isCharacter)).toEqual([]);
  else if (commands.includes('digit'))
    expect(bindingFor(keymap, scope, '5')?.command).toBe('digit');
}

describe('whatever is wished for', () => {
  const ALL: readonly Scope[] = SCOPES.everywhere;
  const commands = [...new Set(KEYMAP.map(({ command }) => command))];
  const keys = [...new Set(KEYMAP.flatMap(binding => binding.keys)), 'e', 'z', 'Ctrl+E', 'Alt+x'];
  const wishes: fc.Arbitrary<UserKeys> = fc.dictionary(
    fc.constantFrom(...ALL, 'everywhere'),
    fc.dictionary(
      fc.constantFrom(...commands),
      fc.array(fc.constantFrom(...keys), { maxLength: 3 }),
      { maxKeys: 4 },
    ),
    { maxKeys: 4 },
  );

  test('no key means two things, every way out stays, and what is refused is said', () => {
    fc.assert(
      fc.property(wishes, user => {
        const { keymap, problems } = keymapWith(user);
        for (const scope of ALL) expectWhole(keymap, scope);
        const places = problems.map(({ place, message }) => [place, message.startsWith(place)]);
        expect(places.filter(([, begins]) => !begins)).toEqual([]);
      }),
      { numRuns: process.env.MARGINALIA_LONG ? 2000 : 150 },
    );
  });

  test('the tables themselves come out where nothing is', () => {
    expect(keymapWith({})).toEqual({ keymap: KEYMAP, problems: [] });
  });
});
