import type { Row } from './binding.ts';

export type DigestCommand =
  | 'choose'
  | 'choiceOn'
  | 'choiceBack'
  | 'all'
  | 'tab'
  | 'write'
  | 'copy'
  | 'verify'
  | 'saveRecipe'
  | 'forget'
  | 'undo'
  | 'redo'
  | 'retry'
  | 'close';

/** The digest page. */
// biome-ignore format: a table is read by its columns
export const DIGEST: readonly Row<DigestCommand>[] = [
  ['choose',           'Space Enter',       'digest',     'Choose', 'choose, or edit the field',        ['Space', 'choose', 0]],
  ['choiceOn',         'l Right',           'digest',     'Choose', 'next choice, or recipe'],
  ['choiceBack',       'h Left',            'digest',     'Choose', 'the choice, or recipe, before'],
  ['all',              'a',                 'digest',     'Choose', 'all of the list, or none',         ['a', 'all, none', 7]],
  ['tab',              'Tab',               'digest',     'Choose', 'choices or preview',               ['Tab', 'preview', 2]],
  ['write',            'W',                 'digest',     'Choose', 'write the file',                   ['W', 'write file', 3]],
  ['copy',             'y',                 'digest',     'Choose', 'copy it for the clipboard',        ['y', 'copy', 4]],
  ['verify',           'V',                 'digest',     'Choose', 'verify the file against the texts', ['V', 'verify a file', 5]],
  ['saveRecipe',       'S',                 'digest',     'Choose', 'keep the choices as a recipe',     ['S', 'save recipe', 6]],
  ['forget',           'X',                 'digest',     'Choose', 'forget the recipe'],
  ['undo',             'u',                 'digest',     'Undo',   'undo'],
  ['redo',             'Ctrl+R',            'digest',     'Undo',   'redo'],
  ['retry',            'r',                 'digest',     'Undo',   'try to save again'],
  ['choose',           'Enter',             'field',      'Choose', 'keep what is typed',               ['Enter', 'keep', 0]],
  ['close',            'Esc',               'digest',     'Leave',  'back',                             ['Esc', 'back', 5.5]],
];
