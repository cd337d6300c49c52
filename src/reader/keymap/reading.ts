import type { Row } from './binding.ts';

export type ReadingCommand =
  | 'digit'
  | 'themes'
  | 'again'
  | 'untag'
  | 'key'
  | 'memo'
  | 'search'
  | 'nextHit'
  | 'previousHit'
  | 'edit'
  | 'filter'
  | 'contents'
  | 'panel';

/** Tagging and finding in the open transcript. */
// biome-ignore format: a table is read by its columns
export const READING: readonly Row<ReadingCommand>[] = [
  ['digit',            '1 2 3 4 5 6 7 8 9', 'tags',       'Tag',    'pinned theme on or off',           ['1-9', 'tag', 5, 'tags']],
  ['themes',           't',                 'tags',       'Tag',    'any theme, or a new one',          ['t', 'themes', 5.5, 'tagged']],
  ['again',            '.',                 'tags',       'Tag',    'the last theme again',             ['.', 'again', 9, 'reading']],
  ['untag',            'x',                 'tags',       'Tag',    'untag here',                       ['x', 'untag', 8, 'reading']],
  ['key',              '*',                 'tags',       'Tag',    'key quotation on or off',          ['*', 'key', 10, 'reading']],
  ['memo',             'm',                 'tags',       'Tag',    'memo',                             ['m', 'memo', 6, 'tagged']],
  ['edit',             'E',                 'tags',       'Tag',    'edit the text in your editor',     ['E', 'edit', 10.5, 'reading']],
  ['search',           '/',                 'read',       'Find',   'search',                           ['/', 'search', 6.5, 'reading']],
  ['filter',           'F',                 'read',       'Find',   'filter the paragraphs',            ['F', 'filter', 7.5, 'read']],
  ['contents',         'o',                 'read',       'Find',   'contents, speakers'],
  ['panel',            'i',                 'read',       'Find',   'rule and examples of the theme at hand'],
  ['nextHit',          'n',                 'search',     'Find',   'next hit',                         ['n', 'next', 1]],
  ['previousHit',      'N',                 'search',     'Find',   'previous hit',                     ['N', 'previous', 2]],
];
