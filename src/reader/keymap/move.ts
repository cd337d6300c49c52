import type { Row } from './binding.ts';

export type MoveCommand =
  | 'next'
  | 'previous'
  | 'pageDown'
  | 'pageUp'
  | 'halfDown'
  | 'halfUp'
  | 'first'
  | 'last'
  | 'nextUntagged'
  | 'previousUntagged'
  | 'nextTagged'
  | 'previousTagged'
  | 'back';

/** Moving about, in the text and in lists. */
// biome-ignore format: a table is read by its columns
export const MOVE: readonly Row<MoveCommand>[] = [
  ['next',             'j Down',            'lists',      'Move',   'next paragraph, row',            ['j k', 'move', 1, 'moves']],
  ['previous',         'k Up',              'lists',      'Move',   'previous paragraph, row'],
  ['pageDown',         'Space PageDown',    'pages',      'Move',   'page down'],
  ['pageUp',           'b PageUp',          'pages',      'Move',   'page up'],
  ['halfDown',         'Ctrl+D',            'rolls',      'Move',   'half a page down'],
  ['halfUp',           'Ctrl+U',            'rolls',      'Move',   'half a page up'],
  ['first',            'g Home',            'lists',      'Move',   'first'],
  ['last',             'G End',             'lists',      'Move',   'last'],
  ['nextUntagged',     ']',                 'read',       'Move',   'next untagged'],
  ['previousUntagged', '[',                 'read',       'Move',   'previous untagged'],
  ['nextTagged',       '}',                 'read',       'Move',   'next tagged'],
  ['previousTagged',   '{',                 'read',       'Move',   'previous tagged'],
  ['back',             'Ctrl+O',            'read',       'Move',   'back to where you were'],
];
