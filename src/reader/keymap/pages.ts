import type { Row } from './binding.ts';

export type PagesCommand =
  | 'open'
  | 'words'
  | 'sort'
  | 'import'
  | 'undo'
  | 'redo'
  | 'retry'
  | 'library'
  | 'digest'
  | 'settings'
  | 'codebook'
  | 'matrix'
  | 'concordance'
  | 'palette'
  | 'close'
  | 'help'
  | 'quit';

/** From page to page, back in time, and out. */
// biome-ignore format: a table is read by its columns
export const PAGES: readonly Row<PagesCommand>[] = [
  ['open',             'Enter',             'library',    'Choose', 'read the transcript',              ['Enter', 'read', 0]],
  ['words',            '/',                 'library',    'Find',   'shorten the list by words',        ['/', 'filter', 2]],
  ['sort',             's',                 'library',    'Find',   'sort it in another way',           ['s', 'sort', 3]],
  ['import',           'i',                 'library',    'Pages',  'import a file or a page of the web', ['i', 'import', 4]],
  ['undo',             'u',                 'pages',      'Undo',   'undo',                             ['u', 'undo', 7, 'reading']],
  ['redo',             'Ctrl+R',            'pages',      'Undo',   'redo'],
  ['retry',            'r',                 'pages',      'Undo',   'try to save again'],
  ['library',          'L',                 'pages',      'Pages',  'library',                          ['L', 'library', 11, 'reading']],
  ['digest',           'D',                 'pages',      'Pages',  'digest',                           ['D', 'digest', 12, 'plain']],
  ['settings',         ',',                 'pages',      'Pages',  'settings',                         [',', 'settings', 14, 'library']],
  ['codebook',         'T',                 'pages',      'Pages',  'codebook',                         ['T', 'codebook', 12.2, 'library']],
  ['matrix',           'M',                 'pages',      'Pages',  'matrix: themes by transcript',     ['M', 'matrix', 12.3, 'library']],
  ['concordance',      'W',                 'pages',      'Find',   'words in all transcripts', ['W', 'words', 13.5, 'library']],
  ['palette',          ': Ctrl+P',          'commands',   'Find',   'any command, by name',             [':', 'commands', 12.5, 'plain']],
  ['close',            'Esc',               'search',     'Leave',  'end the search',                   ['Esc', 'done', 99]],
  ['close',            'Esc',               'library',    'Leave',  'show the whole list again'],
  ['close',            'Esc',               'reading',    'Leave',  'close, to the library'],
  ['help',             '?',                 'lists',      'Leave',  'help',                             ['?', 'help', 99, 'helped']],
  ['quit',             'q',                 'pages',      'Leave',  'quit',                             ['q', 'quit', 13, 'plain']],
  ['quit',             'Ctrl+C',            'everywhere', 'Leave',  'quit from anywhere'],
];
