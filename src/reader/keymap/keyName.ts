import { isCharacter } from '../keys.ts';
import { type Scope, TYPING } from './scopes.ts';

/** A key as the tables spell it, or why there is none of that name. */
export type NamedKey = { kind: 'key'; key: string } | { kind: 'none'; reason: string };

const NAMES = [
  ...['Enter', 'Tab', 'Shift+Tab', 'Space', 'Backspace', 'Esc'],
  ...['Up', 'Down', 'Left', 'Right', 'PageUp', 'PageDown', 'Home', 'End'],
];

/** Other names that people know these keys by. */
const ALSO: Readonly<Record<string, string>> = {
  escape: 'Esc',
  return: 'Enter',
  pgup: 'PageUp',
  pgdn: 'PageDown',
  pgdown: 'PageDown',
  delete: 'Backspace',
  ' ': 'Space',
  '↑': 'Up',
  '↓': 'Down',
  '←': 'Left',
  '→': 'Right',
};

/** What a terminal sends for these is what it sends for another key. */
const TWINS: Readonly<Record<string, string>> = {
  'Ctrl+I': 'Tab',
  'Ctrl+J': 'Enter',
  'Ctrl+M': 'Enter',
  'Ctrl+H': 'Backspace',
  'Alt+[': 'the beginning of an arrow key',
  'Alt+]': 'the beginning of an answer of its own',
  'Alt+O': 'the beginning of a function key',
};

const KINDS =
  'a key is a character, Ctrl+ and a letter, Alt+ and a character, Enter, Tab, Shift+Tab, Space, Backspace, Up, Down, Left, Right, PageUp, PageDown, Home or End';

/** The key that a word of the settings names: `ctrl+n` is `Ctrl+N`, `PgDn` is `PageDown`. */
export function keyNamed(word: string): NamedKey {
  const key = spelled(word);
  if (key === null) return { kind: 'none', reason: `"${word}" is no key; ${KINDS}` };
  const twin = TWINS[key];
  if (twin === undefined) return { kind: 'key', key };
  return { kind: 'none', reason: `a terminal sends the same for ${key} as for ${twin}` };
}

function spelled(word: string): string | null {
  const folded = word.toLowerCase();
  const name = NAMES.find(one => one.toLowerCase() === folded) ?? ALSO[folded];
  if (name !== undefined) return name;
  const chord = /^(?<modifier>ctrl|alt)\+(?<rest>.+)$/iu.exec(word)?.groups;
  if (chord?.modifier && chord.rest) return spelledChord(chord.modifier, chord.rest);
  return isCharacter(word) && !/[\p{Cc}\p{Z}]/u.test(word) ? word : null;
}

function spelledChord(modifier: string, rest: string): string | null {
  if (modifier.toLowerCase() === 'ctrl')
    return /^[a-z]$/i.test(rest) ? `Ctrl+${rest.toUpperCase()}` : null;
  return /^[\u0021-\u007E]$/.test(rest) ? `Alt+${rest}` : null;
}

/** These always do what they do: there is a way out of everything. */
const ALWAYS: Readonly<Record<string, string>> = {
  Esc: 'Esc always closes',
  'Ctrl+C': 'Ctrl+C always quits',
};

/** What edits the words in a field, or hands them in. */
const IN_FIELDS = new Set(['Enter', 'Backspace', 'Left', 'Right', 'Ctrl+U', 'Ctrl+W']);

/** Why a key cannot be given to anything in a scope; `null` where it can. */
export function refusal(key: string, scope: Scope): string | null {
  if (ALWAYS[key] !== undefined) return ALWAYS[key];
  if (/^[1-9]$/.test(key)) return '1 to 9 are for the themes';
  if (TYPING.has(scope) && (isCharacter(key) || IN_FIELDS.has(key)))
    return `words are typed in ${scope}, and ${key} is for them`;
  return null;
}

/** Whether a key of the tables stays where it is, whatever the settings say. */
export const isFixed = (key: string, scope: Scope): boolean => refusal(key, scope) !== null;
