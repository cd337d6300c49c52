import { visibleLine } from '../../model/visible.ts';

/** What a sign of the screens says; those that only draw say nothing. */
const SAYS: Readonly<Record<string, string>> = {
  '¶': 'paragraph',
  '★': 'key quotation',
  '↳': 'memo:',
  '·': ',',
  '…': '...',
  '×': 'by',
  '↑': 'up arrow',
  '↓': 'down arrow',
  '←': 'left arrow',
  '→': 'right arrow',
  '›': '',
};
const DRAWS = /[\u2500-\u25FF▏◄]/gu;

/** A line of the screen as words: marks and rules gone, signs said. */
export function inWords(text: string): string {
  return visibleLine(text)
    .replace(/[¶★↳·…×↑↓←→›]/g, sign => ` ${SAYS[sign] ?? ''} `)
    .replace(DRAWS, ' ')
    .replace(/\s+/g, ' ')
    .replace(/ (?=[,.])/g, '')
    .replace(/^[,\s]+|[,\s]+$/g, '');
}

/** The choices of a form as words: `[x]`, `[ ]` and `[-]` before a name, the parenthesis around one. */
export const choicesInWords = (line: string): string =>
  line
    .replaceAll('[x]', ' chosen: ')
    .replaceAll('[ ]', ' not chosen: ')
    .replaceAll('[-]', ' left out: ')
    .replace(/(?<=\s)\((\w+)\)(?=\s|$)/g, '$1 (chosen)');

/** A sentence: ends with a full stop unless it ends with a sign already. */
export const sentence = (words: string): string =>
  words === '' || /[.!?…:”"]$/.test(words) ? words : `${words}.`;

/** `1 tag`, `3 tags`. */
export const counted = (n: number, noun: string): string => `${n} ${noun}${n === 1 ? '' : 's'}`;

const SIGNS: Readonly<Record<string, string>> = {
  '?': 'question mark',
  '.': 'full stop',
  ',': 'comma',
  '/': 'slash',
  ':': 'colon',
  '*': 'star',
  '+': 'plus',
  '-': 'minus',
  '[': 'left bracket',
  ']': 'right bracket',
  '{': 'left brace',
  '}': 'right brace',
  '(': 'left parenthesis',
  ')': 'right parenthesis',
  '↑': 'up arrow',
  '↓': 'down arrow',
  PgUp: 'page up',
  PgDn: 'page down',
  '1-9': 'one to nine',
};

/** Keys as they are shown, `j ↓`, as words: `j or down arrow`. A capital letter says so. */
export const keysInWords = (keys: string): string =>
  keys
    .split(' ')
    .filter(Boolean)
    .map(key => SIGNS[key] ?? (/^\p{Lu}$/u.test(key) ? `capital ${key}` : key))
    .join(' or ');
