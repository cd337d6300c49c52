import type { Row } from './binding.ts';

export type DrawersCommand = 'choose' | 'next' | 'previous' | 'tab' | 'expression' | 'close';

/** Drawers and fields that lie over a page. */
// biome-ignore format: a table is read by its columns
export const DRAWERS: readonly Row<DrawersCommand>[] = [
  ['choose',           'Enter',             'themes',     'Choose', 'tag with it, or make it',          ['Enter', 'tag', 0]],
  ['next',             'Down Ctrl+N',       'found',      'Choose', 'next in the list',                 ['↑ ↓', 'choose', 1]],
  ['previous',         'Up Ctrl+P',         'found',      'Choose', 'previous in the list'],
  ['tab',              'Tab',               'themes',     'Choose', 'definition, or its limits',        ['Tab', 'include, exclude', 2]],
  ['choose',           'Enter',             'memo',       'Choose', 'keep the memo; an empty one goes', ['Enter', 'keep', 0]],
  ['choose',           'Enter',             'which',      'Choose', 'this one',                         ['Enter', 'this one', 0]],
  ['choose',           'Enter',             'prompt',     'Choose', 'look for it',                      ['Enter', 'search', 0]],
  ['previous',         'Up',                'prompt',     'Choose', 'an earlier search',                ['↑ ↓', 'earlier', 1]],
  ['next',             'Down',              'prompt',     'Choose', 'a later search'],
  ['expression',       'Ctrl+E',            'prompt',     'Choose', 'regular expression, or words',     ['Ctrl+E', 'regex', 2]],
  ['tab',              'Tab',               'prompt',     'Choose', 'list the hits in all transcripts',  ['Tab', 'all transcripts', 1.5]],
  ['choose',           'Enter',             'words',      'Choose', 'keep the list like this',          ['Enter', 'keep', 0]],
  ['choose',           'Enter',             'palette',    'Choose', 'do it',                            ['Enter', 'do it', 0]],
  ['choose',           'Enter',             'contents',   'Choose', 'go there',                         ['Enter', 'go there', 0]],
  ['choose',           'Enter',             'edit',       'Choose', 'accept the edit',                  ['Enter', 'accept', 0]],
  ['close',            'Esc',               'edit',       'Leave',  'drop the edit',                    ['Esc', 'drop the edit', 99]],
  ['choose',           'Enter',             'help',       'Choose', 'do it',                            ['Enter', 'do it', 2]],
  ['tab',              'Tab',               'help',       'Choose', 'keys of another page',             ['Tab', 'keys of another page', 3]],
  ['close',            'Esc',               'layers',     'Leave',  'close one layer',                  ['Esc', 'close', 99]],
];
