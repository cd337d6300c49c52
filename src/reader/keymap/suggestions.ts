import type { Row } from './binding.ts';

export type SuggestionsCommand =
  | 'suggestions'
  | 'accept'
  | 'reject'
  | 'skip'
  | 'passage'
  | 'otherTheme'
  | 'acceptAll'
  | 'next'
  | 'previous'
  | 'undo'
  | 'redo'
  | 'retry'
  | 'help'
  | 'close';

/** The suggestions' drawer, and the key that opens it. */
// biome-ignore format: a table is read by its columns
export const SUGGESTIONS: readonly Row<SuggestionsCommand>[] = [
  ['suggestions',      's',                 'read',        'Tag',    'suggested passages',               ['s', 'suggest', 6.7, 'reading']],
  ['accept',           'Enter',             'suggestions', 'Tag',    'accept: tag it',                   ['Enter', 'accept', 0]],
  ['reject',           'x',                 'suggestions', 'Tag',    'reject: it does not come again',   ['x', 'reject', 1]],
  ['skip',             's',                 'suggestions', 'Move',   'skip: decide later',               ['s', 'skip', 2]],
  ['passage',          'v',                 'suggestions', 'Tag',    'change the passage',               ['v', 'change the passage', 3]],
  ['otherTheme',       't',                 'suggestions', 'Tag',    'another theme instead',            ['t', 'another theme', 4]],
  ['acceptAll',        'A',                 'suggestions', 'Tag',    'all that are left of its theme',   ['A', 'all left', 6]],
  ['next',             'j Down',            'suggestions', 'Move',   'next suggestion'],
  ['previous',         'k Up',              'suggestions', 'Move',   'previous suggestion'],
  ['undo',             'u',                 'suggestions', 'Undo',   'undo',                             ['u', 'undo', 5]],
  ['redo',             'Ctrl+R',            'suggestions', 'Undo',   'redo'],
  ['retry',            'r',                 'suggestions', 'Undo',   'try to save again'],
  ['help',             '?',                 'suggestions', 'Leave',  'help'],
  ['close',            'Esc',               'suggestions', 'Leave',  'done: back to the text',           ['Esc', 'done', 99]],
];
