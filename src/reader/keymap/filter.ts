import type { Row } from './binding.ts';

export type FilterCommand = 'choose' | 'clear' | 'close';

/** The filter's drawer. */
// biome-ignore format: a table is read by its columns
export const FILTER: readonly Row<FilterCommand>[] = [
  ['choose',           'Space',             'filter',     'Choose', 'with, without, does not matter',   ['Space', 'choose', 0]],
  ['clear',            'c',                 'filter',     'Choose', 'choose nothing: show all',         ['c', 'clear', 3]],
  ['close',            'Enter Esc',         'filter',     'Leave',  'back to the text, filtered',       ['Enter', 'done', 99]],
];
