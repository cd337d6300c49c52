import type { Row } from './binding.ts';

export type DigestCommand = 'choose' | 'tab' | 'write' | 'close';

/** The digest page. */
// biome-ignore format: a table is read by its columns
export const DIGEST: readonly Row<DigestCommand>[] = [
  ['choose',           'Space Enter',       'digest',     'Choose', 'choose, or edit the field',        ['Space', 'choose', 0]],
  ['tab',              'Tab',               'digest',     'Choose', 'choices or preview',               ['Tab', 'preview', 2]],
  ['write',            'W',                 'digest',     'Choose', 'write the file',                   ['W', 'write file', 3]],
  ['choose',           'Enter',             'field',      'Choose', 'keep what is typed',               ['Enter', 'keep', 0]],
  ['close',            'Esc',               'digest',     'Leave',  'back',                             ['Esc', 'back', 5]],
];
