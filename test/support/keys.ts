/** What a terminal sends for the keys that have a name. */
const SEQUENCES: Readonly<Record<string, string>> = {
  Up: '\x1b[A',
  Down: '\x1b[B',
  Right: '\x1b[C',
  Left: '\x1b[D',
  Home: '\x1b[H',
  End: '\x1b[F',
  PageUp: '\x1b[5~',
  PageDown: '\x1b[6~',
  Delete: '\x1b[3~',
  Backspace: '\x7f',
  Enter: '\r',
  Tab: '\t',
  'Shift+Tab': '\x1b[Z',
  Esc: '\x1b',
  Space: ' ',
};

const graphemes = new Intl.Segmenter('en', { granularity: 'grapheme' });

/**
 * A key's name as what the terminal sends, in one string for each key: `Enter`, `Ctrl+R`, `Alt+b`,
 * `j`. A word that names no key is typed, one character a key.
 */
export function keySequences(word: string): string[] {
  const named = SEQUENCES[word] ?? chord(word);
  return named === undefined ? charactersOf(word) : [named];
}

/** The characters of a text as a reader would count them. */
export const charactersOf = (text: string): string[] =>
  Array.from(graphemes.segment(text), ({ segment }) => segment);

/** Bracketed paste, as terminals send it to programs that ask for it. */
export const pasted = (text: string): string => `\x1b[200~${text}\x1b[201~`;

function chord(word: string): string | undefined {
  const found = /^(?<modifier>Ctrl|Alt)\+(?<letter>.)$/u.exec(word)?.groups;
  if (!found?.letter) return undefined;
  if (found.modifier === 'Alt') return `\x1b${found.letter}`;
  return String.fromCharCode(found.letter.toUpperCase().charCodeAt(0) & 31);
}
