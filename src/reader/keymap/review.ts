import type { Row } from './binding.ts';

export type ReviewCommand =
  | 'choose'
  | 'keepOrDrop'
  | 'join'
  | 'split'
  | 'firstHere'
  | 'lastHere'
  | 'beginHere'
  | 'metadata'
  | 'undo'
  | 'redo'
  | 'pageDown'
  | 'pageUp'
  | 'sentenceOn'
  | 'sentenceBack'
  | 'wordOn'
  | 'wordBack'
  | 'tab'
  | 'next'
  | 'previous'
  | 'close';

/** Where a text to import is named, and the page on which it is looked through before it is written. */
// biome-ignore format: a table is read by its columns
export const REVIEW: readonly Row<ReviewCommand>[] = [
  ['choose',           'Enter',             'from',       'Choose', 'look through it',                  ['Enter', 'look', 0]],
  ['choose',           'Enter',             'review',     'Choose', 'import it like this',              ['Enter', 'import', 0]],
  ['keepOrDrop',       'x Space',           'review',     'Choose', 'keep it, or leave it out',         ['x', 'keep or drop', 2]],
  ['firstHere',        '[',                 'review',     'Choose', 'the text begins here',             ['[ ]', 'first, last', 3]],
  ['lastHere',         ']',                 'review',     'Choose', 'the text ends here'],
  ['metadata',         'e',                 'review',     'Choose', 'title, speaker, date…',            ['e', 'title…', 4]],
  ['join',             'J',                 'review',     'Choose', 'join it with the next',            ['J', 'join', 5]],
  ['split',            'S',                 'review',     'Choose', 'split it',                         ['S', 'split', 6]],
  ['beginHere',        'N',                 'review',     'Choose', 'new transcript here, or not', ['N', 'new transcript', 7]],
  ['undo',             'u',                 'review',     'Undo',   'undo',                             ['u', 'undo', 8]],
  ['redo',             'Ctrl+R',            'review',     'Undo',   'redo'],
  ['pageDown',         'f PageDown',        'review',     'Move',   'page down'],
  ['pageUp',           'b PageUp',          'review',     'Move',   'page up'],
  ['close',            'Esc',               'review',     'Leave',  'leave; nothing is written',        ['Esc', 'leave', 9]],
  ['choose',           'Enter',             'meta',       'Choose', 'keep what is typed',               ['Enter', 'keep', 0]],
  ['tab',              'Tab Down',          'meta',       'Choose', 'keep it, to the next field',       ['Tab', 'next field', 1]],
  ['previous',         'Up Shift+Tab',      'meta',       'Choose', 'keep it, to the field before'],
  ['choose',           'Enter S',           'place',      'Choose', 'split it here',                    ['Enter', 'split here', 0]],
  ['sentenceOn',       ') j Down',          'place',      'Move',   'before the next sentence',         [') (', 'sentence', 1]],
  ['sentenceBack',     '( k Up',            'place',      'Move',   'before the sentence in front'],
  ['wordOn',           'w l Right',         'place',      'Move',   'before the next word',             ['w b', 'word', 2]],
  ['wordBack',         'b h Left',          'place',      'Move',   'before the word in front'],
];
