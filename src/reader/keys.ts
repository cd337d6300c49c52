import type { Key } from 'ink';

const segmenter = new Intl.Segmenter('en', { granularity: 'grapheme' });

const SPECIAL: readonly (readonly [keyof Key, string])[] = [
  ['upArrow', 'Up'],
  ['downArrow', 'Down'],
  ['leftArrow', 'Left'],
  ['rightArrow', 'Right'],
  ['pageDown', 'PageDown'],
  ['pageUp', 'PageUp'],
  ['home', 'Home'],
  ['end', 'End'],
  ['return', 'Enter'],
  ['escape', 'Esc'],
  ['tab', 'Tab'],
  ['backspace', 'Backspace'],
  ['delete', 'Backspace'],
];

const NAMES: Readonly<Record<string, string>> = {
  ' ': 'Space',
  '\r': 'Enter',
  '\n': 'Enter',
  '\r\n': 'Enter',
  '\t': 'Tab',
};

/**
 * The keys of one event of Ink's, as the key table spells them. Characters that arrive in one chunk,
 * as over a slow line, are one event: each grapheme is a key of its own.
 */
export function keyNames(input: string, key: Key): string[] {
  const special = SPECIAL.find(([flag]) => key[flag]);
  if (special) return [special[1] === 'Tab' && key.shift ? 'Shift+Tab' : special[1]];
  if (key.ctrl) return [`Ctrl+${input.toUpperCase()}`];
  if (key.meta) return [`Alt+${input}`];
  return Array.from(segmenter.segment(input), ({ segment }) => NAMES[segment] ?? segment);
}

/** Whether a key is a character that could be part of words. */
export const isCharacter = (name: string): boolean =>
  name === 'Space' || [...segmenter.segment(name)].length === 1;

/** The character that a key types. */
export const characterOf = (name: string): string => (name === 'Space' ? ' ' : name);
