import type { Row } from './binding.ts';

export type HitsCommand = 'choose' | 'sort' | 'copy' | 'search' | 'close';

/** The list of hits in all transcripts. */
// biome-ignore format: a table is read by its columns
export const HITS: readonly Row<HitsCommand>[] = [
  ['choose',           'Enter',             'hits',       'Choose', 'go there; Esc leads back',         ['Enter', 'go there', 1.1]],
  ['sort',             's',                 'hits',       'Choose', 'by place, by the words after, by those before', ['s', 'sort', 2]],
  ['copy',             'y',                 'hits',       'Choose', 'copy it as CSV to the clipboard',  ['y', 'copy', 3]],
  ['search',           '/',                 'hits',       'Find',   'look for other words',             ['/', 'other words', 4]],
  ['close',            'Esc',               'hits',       'Leave',  'back',                             ['Esc', 'back', 1.5]],
];
