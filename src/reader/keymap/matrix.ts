import type { Row } from './binding.ts';

export type MatrixCommand =
  | 'left'
  | 'right'
  | 'together'
  | 'nearness'
  | 'where'
  | 'coverage'
  | 'shares'
  | 'copy'
  | 'choose'
  | 'tab'
  | 'close';

/** The page of figures: themes by transcript, together, where they stand, what is not tagged. */
// biome-ignore format: a table is read by its columns
export const MATRIX: readonly Row<MatrixCommand>[] = [
  ['left',             'h Left',            'matrix',     'Move',   'one column to the left',           ['h l', 'columns', 1.1]],
  ['right',            'l Right',           'matrix',     'Move',   'one column to the right'],
  ['choose',           'Enter',             'matrix',     'Choose', 'to the passages behind a number',  ['Enter', 'passages', 1.2]],
  ['together',         'c',                 'matrix',     'Pages',  'themes that stand together, or back', ['c', 'co-occurrence', 2]],
  ['where',            'w',                 'matrix',     'Pages',  'where each theme stands in a transcript, or back', ['w', 'where', 3]],
  ['coverage',         'v',                 'matrix',     'Pages',  'what is not read or tagged, or back', ['v', 'coverage', 4]],
  ['nearness',         'n',                 'matrix',     'Choose', 'how near themes must stand'],
  ['shares',           '%',                 'matrix',     'Choose', 'shares instead of counts',         ['%', 'shares', 5]],
  ['tab',              'Tab',               'matrix',     'Choose', 'one coder after the other',        ['Tab', 'coders', 6]],
  ['copy',             'y',                 'matrix',     'Choose', 'copy it as CSV to the clipboard',  ['y', 'copy', 6.5]],
  ['close',            'Esc',               'matrix',     'Leave',  'back',                             ['Esc', 'back', 7]],
];
