import type { Row } from './binding.ts';

export type AnnotationsCommand =
  | 'annotations'
  | 'next'
  | 'bounds'
  | 'themes'
  | 'memo'
  | 'key'
  | 'untag';

/** Stepping through the annotations of a paragraph. */
// biome-ignore format: a table is read by its columns
export const ANNOTATIONS: readonly Row<AnnotationsCommand>[] = [
  ['annotations',      'Enter',             'read',        'Tag',    'step through the tags here'],
  ['next',             'Enter',             'annotations', 'Choose', 'next annotation',                 ['Enter', 'next', 0]],
  ['bounds',           'v',                 'annotations', 'Tag',    'new bounds, all else kept',       ['v', 'bounds', 2]],
  ['themes',           't',                 'annotations', 'Tag',    'another theme, all else kept',    ['t', 'theme', 3]],
  ['memo',             'm',                 'annotations', 'Tag',    'its memo',                        ['m', 'memo', 4]],
  ['key',              '*',                 'annotations', 'Tag',    'key quotation on or off',         ['*', 'key', 5]],
  ['untag',            'x',                 'annotations', 'Tag',    'take it off',                     ['x', 'untag', 6]],
];
