import type { Row } from './binding.ts';

export type SettingsCommand = 'choose' | 'addKey' | 'reset' | 'tab' | 'close';

/** The settings page. */
// biome-ignore format: a table is read by its columns
export const SETTINGS_KEYS: readonly Row<SettingsCommand>[] = [
  ['choose',           'Space Enter',       'settings',   'Choose', 'change it, or press a new key',    ['Space', 'change', 0]],
  ['addKey',           '+',                 'settings',   'Choose', 'one more key for it',              ['+', 'one more key', 2]],
  ['reset',            'r',                 'settings',   'Choose', 'as it comes',                      ['r', 'as it comes', 3]],
  ['tab',              'Tab',               'settings',   'Choose', 'keys of another page',             ['Tab', 'other keys', 4]],
  ['choose',           'Enter',             'named',      'Choose', 'keep the name',                    ['Enter', 'keep', 0]],
  ['close',            'Esc',               'settings',   'Leave',  'back',                             ['Esc', 'back', 5]],
];
