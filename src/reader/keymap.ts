/** Where a key means something. */
export type Scope =
  | 'reading'
  | 'search'
  | 'library'
  | 'themes'
  | 'memo'
  | 'which'
  | 'prompt'
  | 'help'
  | 'digest'
  | 'digest field';

/** Scopes in which plain characters are words being typed, not keys. */
export const TYPING: ReadonlySet<Scope> = new Set([
  'themes',
  'memo',
  'prompt',
  'help',
  'digest field',
]);

/** What a key asks for; the table below says which key. */
export type KeyCommand =
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
  | 'back'
  | 'digit'
  | 'themes'
  | 'again'
  | 'untag'
  | 'key'
  | 'memo'
  | 'search'
  | 'nextHit'
  | 'previousHit'
  | 'undo'
  | 'redo'
  | 'retry'
  | 'library'
  | 'digest'
  | 'help'
  | 'open'
  | 'choose'
  | 'tab'
  | 'write'
  | 'close'
  | 'quit';

export type Group = 'Move' | 'Tag' | 'Find' | 'Pages' | 'Undo' | 'Choose' | 'Leave';

export interface Binding {
  command: KeyCommand;
  /** As `keyName` spells them. */
  keys: readonly string[];
  scopes: readonly Scope[];
  /** For help and the README: what it does, in few words. */
  does: string;
  group: Group;
  footer: Hint | null;
}

/** How a binding stands in the footer: its keys, its word, its place there (99: flush right). */
export interface Hint {
  shows: string;
  word: string;
  order: number;
  scopes: readonly Scope[];
}

const SCOPES = {
  read: ['reading', 'search'],
  reading: ['reading'],
  search: ['search'],
  library: ['library'],
  lists: ['reading', 'search', 'library', 'which', 'digest'],
  moves: ['reading', 'library', 'which', 'digest'],
  rolls: ['reading', 'search', 'library', 'digest'],
  pages: ['reading', 'search', 'library'],
  plain: ['reading', 'library'],
  helped: ['reading', 'library', 'digest'],
  themes: ['themes'],
  found: ['themes', 'help'],
  memo: ['memo'],
  which: ['which'],
  prompt: ['prompt'],
  help: ['help'],
  digest: ['digest'],
  field: ['digest field'],
  layers: ['themes', 'memo', 'which', 'prompt', 'help', 'digest field'],
  everywhere: [
    'reading',
    'search',
    'library',
    'themes',
    'memo',
    'which',
    'prompt',
    'help',
    'digest',
    'digest field',
  ],
} as const satisfies Record<string, readonly Scope[]>;

type Scopes = keyof typeof SCOPES;
/** Footer: keys shown, word, order, and where if not everywhere the key works. */
type Foot = readonly [shows: string, word: string, order: number, scopes?: Scopes];
type Row = readonly [
  command: KeyCommand,
  keys: string,
  scopes: Scopes,
  group: Group,
  does: string,
  foot?: Foot,
];

// biome-ignore format: a table is read by its columns
const TABLE: readonly Row[] = [
  ['open',             'Enter',             'library',    'Choose', 'read the transcript',              ['Enter', 'read', 0]],
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
  ['digit',            '1 2 3 4 5 6 7 8 9', 'read',       'Tag',    'pinned theme on or off',           ['1-9', 'tag', 3]],
  ['themes',           't',                 'read',       'Tag',    'any theme, or a new one',          ['t', 'themes', 4, 'reading']],
  ['again',            '.',                 'read',       'Tag',    'the last theme again',             ['.', 'again', 9, 'reading']],
  ['untag',            'x',                 'read',       'Tag',    'untag here',                       ['x', 'untag', 8, 'reading']],
  ['key',              '*',                 'read',       'Tag',    'key quotation on or off',          ['*', 'key', 10, 'reading']],
  ['memo',             'm',                 'read',       'Tag',    'memo',                             ['m', 'memo', 5, 'reading']],
  ['search',           '/',                 'read',       'Find',   'search',                           ['/', 'search', 6, 'reading']],
  ['nextHit',          'n',                 'search',     'Find',   'next hit',                         ['n', 'next', 1]],
  ['previousHit',      'N',                 'search',     'Find',   'previous hit',                     ['N', 'previous', 2]],
  ['undo',             'u',                 'pages',      'Undo',   'undo',                             ['u', 'undo', 7, 'reading']],
  ['redo',             'Ctrl+R',            'pages',      'Undo',   'redo'],
  ['retry',            'r',                 'pages',      'Undo',   'try to save again'],
  ['library',          'L',                 'pages',      'Pages',  'library',                          ['L', 'library', 11, 'reading']],
  ['digest',           'D',                 'pages',      'Pages',  'digest',                           ['D', 'digest', 12, 'plain']],
  ['choose',           'Enter',             'themes',     'Choose', 'tag with it, or make it',          ['Enter', 'tag', 0]],
  ['next',             'Down Ctrl+N',       'found',      'Choose', 'next in the list',                 ['↑ ↓', 'choose', 1]],
  ['previous',         'Up Ctrl+P',         'found',      'Choose', 'previous in the list'],
  ['tab',              'Tab',               'themes',     'Choose', 'definition, or its limits',        ['Tab', 'include, exclude', 2]],
  ['choose',           'Enter',             'memo',       'Choose', 'keep the memo; an empty one goes', ['Enter', 'keep', 0]],
  ['choose',           'Enter',             'which',      'Choose', 'this one',                         ['Enter', 'this one', 0]],
  ['choose',           'Enter',             'prompt',     'Choose', 'look for it',                      ['Enter', 'search', 0]],
  ['choose',           'Enter',             'help',       'Choose', 'do it',                            ['Enter', 'do it', 2]],
  ['tab',              'Tab',               'help',       'Choose', 'keys of another page',             ['Tab', 'keys of another page', 3]],
  ['choose',           'Space Enter',       'digest',     'Choose', 'choose, or edit the field',        ['Space', 'choose', 0]],
  ['tab',              'Tab',               'digest',     'Choose', 'choices or preview',               ['Tab', 'preview', 2]],
  ['write',            'W',                 'digest',     'Choose', 'write the file',                   ['W', 'write file', 3]],
  ['choose',           'Enter',             'field',      'Choose', 'keep what is typed',               ['Enter', 'keep', 0]],
  ['close',            'Esc',               'search',     'Leave',  'end the search',                   ['Esc', 'done', 99]],
  ['close',            'Esc',               'layers',     'Leave',  'close one layer',                  ['Esc', 'close', 99]],
  ['close',            'Esc',               'digest',     'Leave',  'back',                             ['Esc', 'back', 5]],
  ['close',            'Esc',               'reading',    'Leave',  'close, to the library'],
  ['help',             '?',                 'lists',      'Leave',  'help',                             ['?', 'help', 99, 'helped']],
  ['quit',             'q',                 'pages',      'Leave',  'quit',                             ['q', 'quit', 13, 'plain']],
  ['quit',             'Ctrl+C',            'everywhere', 'Leave',  'quit from anywhere'],
];

/**
 * Which key does what where. Dispatch, the footer, the help page and the README's table all come from
 * this table; nothing else knows a key.
 */
export const KEYMAP: readonly Binding[] = TABLE.map(
  ([command, keys, scopes, group, does, foot]) => ({
    command,
    keys: keys.split(' '),
    scopes: SCOPES[scopes],
    does,
    group,
    footer: foot
      ? { shows: foot[0], word: foot[1], order: foot[2], scopes: SCOPES[foot[3] ?? scopes] }
      : null,
  }),
);

/** The binding of a key in a scope; `undefined` where the key means nothing there. */
export const bindingFor = (scope: Scope, key: string): Binding | undefined =>
  KEYMAP.find(binding => binding.scopes.includes(scope) && binding.keys.includes(key));

/** The bindings of a scope, in table order. */
export const bindingsOf = (scope: Scope): readonly Binding[] =>
  KEYMAP.filter(binding => binding.scopes.includes(scope));
