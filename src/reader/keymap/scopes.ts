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

/** Groups of scopes that the tables name in one word. */
export const SCOPES = {
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

export type Scopes = keyof typeof SCOPES;
