/** Where a key means something. */
export type Scope =
  | 'reading'
  | 'search'
  | 'select'
  | 'library'
  | 'library words'
  | 'themes'
  | 'memo'
  | 'which'
  | 'annotations'
  | 'prompt'
  | 'filter'
  | 'suggestions'
  | 'edit'
  | 'contents'
  | 'palette'
  | 'help'
  | 'digest'
  | 'digest field'
  | 'import'
  | 'review'
  | 'review field'
  | 'review split'
  | 'settings'
  | 'settings name'
  | 'settings key'
  | 'codebook'
  | 'codebook field'
  | 'matrix'
  | 'passages'
  | 'split'
  | 'hits'
  | 'repair';

/** Scopes in which plain characters are words being typed, not keys. */
export const TYPING: ReadonlySet<Scope> = new Set([
  'themes',
  'memo',
  'prompt',
  'library words',
  'contents',
  'palette',
  'help',
  'digest field',
  'import',
  'review field',
  'settings name',
  'codebook field',
]);

/** Scopes that wait for a key, whatever it is: a layer gets its name as words that were handed in. */
export const WAITING: ReadonlySet<Scope> = new Set(['settings key']);

/** Where there is a place or a row that keys move. */
const CURSORS = [
  'reading',
  'library',
  'which',
  'annotations',
  'filter',
  'edit',
  'digest',
  'review',
  'settings',
  'codebook',
  'matrix',
  'passages',
  'split',
  'hits',
] as const;

/** Groups of scopes that the tables name in one word. */
export const SCOPES = {
  read: ['reading', 'search'],
  reading: ['reading'],
  search: ['search'],
  select: ['select'],
  /** Where there is a passage that can be tagged. */
  tags: ['reading', 'search', 'select'],
  tagged: ['reading', 'select'],
  library: ['library'],
  lists: [...CURSORS, 'search'],
  moves: CURSORS,
  rolls: [
    'reading',
    'search',
    'library',
    'filter',
    'digest',
    'review',
    'settings',
    'codebook',
    'matrix',
    'passages',
    'split',
    'hits',
  ],
  pages: ['reading', 'search', 'library'],
  plain: ['reading', 'library'],
  helped: [
    'reading',
    'library',
    'digest',
    'review',
    'settings',
    'codebook',
    'matrix',
    'passages',
    'split',
    'hits',
  ],
  themes: ['themes'],
  found: ['themes', 'contents', 'palette', 'help'],
  memo: ['memo'],
  which: ['which'],
  annotations: ['annotations'],
  prompt: ['prompt'],
  filter: ['filter'],
  words: ['library words'],
  suggestions: ['suggestions'],
  edit: ['edit'],
  contents: ['contents'],
  palette: ['palette'],
  commands: [
    'reading',
    'search',
    'library',
    'digest',
    'review',
    'settings',
    'codebook',
    'matrix',
    'hits',
  ],
  help: ['help'],
  digest: ['digest'],
  field: ['digest field'],
  from: ['import'],
  review: ['review'],
  meta: ['review field'],
  place: ['review split'],
  settings: ['settings'],
  named: ['settings name'],
  codebook: ['codebook'],
  'codebook field': ['codebook field'],
  matrix: ['matrix'],
  passages: ['passages'],
  split: ['split'],
  hits: ['hits'],
  repair: ['repair'],
  /** Pages over the codebook or the matrix. */
  beyond: ['passages', 'split'],
  layers: [
    'themes',
    'memo',
    'which',
    'annotations',
    'prompt',
    'library words',
    'contents',
    'palette',
    'help',
    'digest field',
    'import',
    'review field',
    'review split',
    'settings name',
    'settings key',
    'codebook field',
  ],
  everywhere: [
    'reading',
    'search',
    'select',
    'library',
    'themes',
    'memo',
    'which',
    'annotations',
    'prompt',
    'filter',
    'library words',
    'suggestions',
    'edit',
    'contents',
    'palette',
    'help',
    'digest',
    'digest field',
    'import',
    'review',
    'review field',
    'review split',
    'settings',
    'settings name',
    'settings key',
    'codebook',
    'codebook field',
    'matrix',
    'passages',
    'split',
    'hits',
    'repair',
  ],
} as const satisfies Record<string, readonly Scope[]>;

export type Scopes = keyof typeof SCOPES;
