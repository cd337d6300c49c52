import type { Scope } from './keymap/scopes.ts';
import type { Layer, LayerKind, LayerOf } from './layer.ts';
import type { Size } from './layout/geometry.ts';

/** What the rest of the reader must know about a layer without knowing what it is. */
interface LayerRoom<L extends Layer> {
  /** Where keys mean what while it is open. */
  scope(layer: L): Scope;
  /** Rows that it would like to have under the text, its rule included; 0: it has a page or a row of its own. */
  rows(layer: L, size: Size): number;
  /** What stands in its field; empty where nothing is typed. */
  typed(layer: L): string;
}

const PICKER_ROWS = 17;
const PICKER_ROWS_NARROW = 11;
const SUGGESTION_ROWS = 11;
const SUGGESTION_ROWS_LOW = 8;

function listRows(_: Layer, { columns }: Size): number {
  return columns >= 100 ? PICKER_ROWS : PICKER_ROWS_NARROW;
}

const ROOMS: { readonly [Kind in LayerKind]: LayerRoom<LayerOf<Kind>> } = {
  picker: { scope: () => 'themes', rows: listRows, typed: layer => layer.query },
  memo: { scope: () => 'memo', rows: () => 6, typed: layer => layer.draft },
  which: { scope: () => 'which', rows: layer => 3 + layer.choices.length, typed: () => '' },
  annotations: { scope: () => 'annotations', rows: layer => 3 + layer.ids.length, typed: () => '' },
  prompt: { scope: () => 'prompt', rows: () => 0, typed: layer => layer.query },
  filter: { scope: () => 'filter', rows: listRows, typed: () => '' },
  libraryWords: { scope: () => 'library words', rows: () => 0, typed: layer => layer.query },
  contents: { scope: () => 'contents', rows: listRows, typed: layer => layer.query },
  palette: { scope: () => 'palette', rows: listRows, typed: layer => layer.query },
  help: { scope: () => 'help', rows: () => 0, typed: layer => layer.query },
  digest: {
    scope: layer => (layer.typing === null ? 'digest' : 'digest field'),
    rows: () => 0,
    typed: layer => layer.draft,
  },
  import: { scope: () => 'import', rows: () => 0, typed: layer => layer.words },
  review: {
    scope: ({ asks }) => (asks === null ? 'review' : `review ${asks.kind}`),
    rows: () => 0,
    typed: ({ asks }) => (asks?.kind === 'field' ? asks.draft : ''),
  },
  suggestions: {
    scope: () => 'suggestions',
    rows: (_, { rows }) => (rows >= 30 ? SUGGESTION_ROWS : SUGGESTION_ROWS_LOW),
    typed: () => '',
  },
  edit: {
    scope: () => 'edit',
    rows: ({ plan }) => 2 + Number(plan.emptied) + 3 * plan.lost.length,
    typed: () => '',
  },
  settings: {
    scope: ({ asks }) => (asks === null ? 'settings' : `settings ${asks.kind}`),
    rows: () => 0,
    typed: ({ asks }) => (asks?.kind === 'name' ? asks.draft : ''),
  },
  codebook: {
    scope: ({ doing }) => (doing && 'draft' in doing ? 'codebook field' : 'codebook'),
    rows: () => 0,
    typed: ({ doing }) => (doing && 'draft' in doing ? doing.draft : ''),
  },
  matrix: { scope: () => 'matrix', rows: () => 0, typed: () => '' },
  passages: {
    scope: ({ split }) => (split ? 'split' : 'passages'),
    rows: () => 0,
    typed: () => '',
  },
  hits: { scope: () => 'hits', rows: () => 0, typed: () => '' },
  repair: { scope: () => 'repair', rows: () => 0, typed: () => '' },
};

/** The room of a layer. The compiler cannot see that a kind and its room belong together, the table can. */
export const layerRoom = (layer: Layer): LayerRoom<Layer> =>
  ROOMS[layer.kind] as unknown as LayerRoom<Layer>;
