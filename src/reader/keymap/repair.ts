import type { Row } from './binding.ts';

export type RepairCommand =
  | 'repair'
  | 'accept'
  | 'firstPlace'
  | 'secondPlace'
  | 'point'
  | 'keepIt'
  | 'removeIt'
  | 'morePlaces'
  | 'fewerPlaces'
  | 'next'
  | 'previous'
  | 'look'
  | 'undo'
  | 'redo'
  | 'retry'
  | 'help'
  | 'close';

/** The page of annotations whose places are not certain, and the key that opens it. */
// biome-ignore format: a table is read by its columns
export const REPAIR: readonly Row<RepairCommand>[] = [
  ['repair',           'R',                 'pages',      'Pages',  'repair uncertain places'],
  ['accept',           'Enter',             'repair',     'Choose', 'accept the only place'],
  ['firstPlace',       '1',                 'repair',     'Choose', 'it is the first place shown',      ['1 2', 'choose', 0]],
  ['secondPlace',      '2',                 'repair',     'Choose', 'it is the second place shown'],
  ['point',            '3 v',               'repair',     'Choose', 'point to the place in the text',   ['3', 'point', 1]],
  ['keepIt',           '4',                 'repair',     'Choose', 'keep it as it is, or not any more', ['4', 'keep', 2]],
  ['removeIt',         'x',                 'repair',     'Choose', 'remove the tag',                   ['x', 'remove', 3]],
  ['morePlaces',       'l Right',           'repair',     'Move',   'more places',                      ['h l', 'places', 3.5]],
  ['fewerPlaces',      'h Left',            'repair',     'Move',   'the places before'],
  ['next',             'n j Down',          'repair',     'Move',   'next tag',                         ['n N', 'next, previous', 4]],
  ['previous',         'N k Up',            'repair',     'Move',   'previous tag'],
  ['look',             'o',                 'repair',     'Move',   'open it in the text',              ['o', 'open in the text', 5]],
  ['undo',             'u',                 'repair',     'Undo',   'undo',                             ['u', 'undo', 6]],
  ['redo',             'Ctrl+R',            'repair',     'Undo',   'redo'],
  ['retry',            'r',                 'repair',     'Undo',   'try to save again'],
  ['help',             '?',                 'repair',     'Leave',  'help'],
  ['close',            'Esc',               'repair',     'Leave',  'later: back to the page',          ['Esc', 'later', 99]],
];
