import type { Row } from './binding.ts';

export type CodebookCommand =
  | 'choose'
  | 'addTheme'
  | 'editTheme'
  | 'digit'
  | 'merge'
  | 'split'
  | 'stay'
  | 'goOver'
  | 'retire'
  | 'nest'
  | 'unnest'
  | 'moveDown'
  | 'moveUp'
  | 'look'
  | 'lookBack'
  | 'undo'
  | 'redo'
  | 'retry'
  | 'tab'
  | 'close';

/** The codebook page, the passages of a theme and its split. */
// biome-ignore format: a table is read by its columns
export const CODEBOOK_KEYS: readonly Row<CodebookCommand>[] = [
  ['addTheme',         'a',                 'codebook',   'Tag',    'a new theme',                      ['a', 'add', 0]],
  ['editTheme',        'e',                 'codebook',   'Tag',    'edit its name and its words',      ['e', 'edit', 0.5]],
  ['digit',            '1 2 3 4 5 6 7 8 9', 'codebook',   'Tag',    'pin it to a digit, or take it off'],
  ['merge',            'M',                 'codebook',   'Tag',    'merge it into another theme',      ['M', 'merge', 2]],
  ['split',            'S',                 'codebook',   'Tag',    'split it: some passages to another', ['S', 'split', 2.5]],
  ['retire',           'x',                 'codebook',   'Tag',    'retire it, or bring it back',      ['x', 'retire', 3]],
  ['nest',             '>',                 'codebook',   'Tag',    'under the theme above',            ['> <', 'nest', 4]],
  ['unnest',           '<',                 'codebook',   'Tag',    'out, beside its parent'],
  ['moveDown',         'J',                 'codebook',   'Tag',    'one place down',                   ['J K', 'reorder', 5]],
  ['moveUp',           'K',                 'codebook',   'Tag',    'one place up'],
  ['look',             'c',                 'codebook',   'Tag',    'next colour, then next mark',      ['c', 'colour and mark', 8]],
  ['lookBack',         'C',                 'codebook',   'Tag',    'the colour and mark before'],
  ['choose',           'Enter',             'codebook',   'Choose', 'its passages, or what is chosen',  ['Enter', 'passages', -1]],
  ['tab',              'Tab',               'codebook',   'Choose', 'the tree or the theme'],
  ['undo',             'u',                 'codebook',   'Undo',   'undo',                             ['u', 'undo', 6]],
  ['redo',             'Ctrl+R',            'codebook',   'Undo',   'redo'],
  ['retry',            'r',                 'codebook',   'Undo',   'try to save again'],
  ['close',            'Esc',               'codebook',   'Leave',  'back',                             ['Esc', 'back', 7]],
  ['choose',           'Enter',             'passages',   'Choose', 'to the passage in its transcript', ['Enter', 'go there', 0]],
  ['stay',             '1',                 'split',      'Tag',    'it stays where it is',             ['1', 'stays', 0]],
  ['goOver',           '2',                 'split',      'Tag',    'it goes to the other theme',       ['2', 'goes over', 0.5]],
  ['choose',           'Enter',             'split',      'Choose', 'give what goes over',              ['Enter', 'split', 0.7]],
  ['close',            'Esc',               'beyond',     'Leave',  'back to the page before',          ['Esc', 'back', 7]],
  ['choose',           'Enter',             'codebook field', 'Choose', 'keep what is typed',           ['Enter', 'keep', 0]],
];
