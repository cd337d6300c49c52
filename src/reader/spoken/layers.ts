import { visibleLine } from '../../model/visible.ts';
import { helpItems } from '../helpItems.ts';
import type { Layer, LayerKind, LayerOf } from '../layer.ts';
import { plain } from '../layout/line.ts';
import { type PickerItem, pickerItems } from '../pickerItems.ts';
import { typedValue } from '../select.ts';
import type { ReaderState } from '../state.ts';
import { layerView } from '../views/layers.ts';
import { digestLines } from './digest.ts';
import { contentsLines, paletteLines } from './found.ts';
import { libraryLines } from './library.ts';
import { matrixLines } from './matrix.ts';
import { repairLines } from './repair.ts';
import { reviewField, reviewLines } from './review.ts';
import { choicesInWords, counted, inWords, keysInWords, sentence } from './words.ts';

type Speak<L extends Layer> = (state: ReaderState, layer: L) => string[];

/** Layers that say more, or other words, than what is drawn at the cursor. */
const SPEAKERS: { readonly [Kind in LayerKind]?: Speak<LayerOf<Kind>> } = {
  picker: pickerLines,
  prompt: ({ layer }) =>
    layer?.kind === 'prompt' && layer.regex ? ['Search for an expression.'] : ['Search.'],
  memo: (state, layer) => [titleOf(state, layer)],
  help: helpLines,
  palette: paletteLines,
  contents: contentsLines,
  libraryWords: libraryLines,
  digest: (state, layer) => digestLines(state, layer) ?? drawnLines(state, layer),
  import: ({ layer }) => [
    layer?.kind === 'import' && layer.request !== null ? 'Reading it.' : 'Import a text.',
  ],
  review: reviewLines,
  repair: repairLines,
  suggestions: suggestionLines,
  matrix: matrixLines,
};

/** A layer in words: where the cursor stands, and what that is. */
export function layerLines(state: ReaderState, layer: Layer): string[] {
  const speak = SPEAKERS[layer.kind] as Speak<Layer> | undefined;
  return (speak ?? drawnLines)(state, layer);
}

/** Narrow enough that no pane stands beside a list, high enough that nothing is scrolled away. */
const SIZE = { columns: 99, rows: 60 };

function linesOf(state: ReaderState, layer: Layer): string[] {
  // A message has its own place among what is told.
  const view = layerView({ ...state, size: SIZE, message: null }, layer);
  if (view.kind === 'row') return [plain(view.row.line)];
  return (view.kind === 'page' ? view.screen.lines : view.drawer.lines).map(plain);
}

const titleOf = (state: ReaderState, layer: Layer): string =>
  sentence(inWords((linesOf(state, layer)[0] ?? '').replace(/ {3,}|━+/g, ' · ')));

/** What is drawn where the cursor stands, then the name of the layer. */
function drawnLines(state: ReaderState, layer: Layer): string[] {
  const lines = linesOf(state, layer);
  const here = lines
    .filter(line => line.startsWith('▌'))
    .map(line => inWords(choicesInWords(line)));
  const isPage = layerView({ ...state, size: SIZE }, layer).kind === 'page';
  const fact = isPage ? inWords((lines.at(-2) ?? '').replace(/ {3,}/g, ' · ')) : '';
  return [sentence(here.join(' ')), sentence(fact), titleOf(state, layer)].filter(Boolean);
}

/** All that stands in the drawer, row by row, then its name and the counts. */
function suggestionLines(state: ReaderState, layer: LayerOf<'suggestions'>): string[] {
  const rows = linesOf(state, layer).slice(1).map(inWords);
  return [...rows.map(sentence), titleOf(state, layer)].filter(Boolean);
}

function pickerLines(state: ReaderState, layer: LayerOf<'picker'>): string[] {
  const items = pickerItems(state.codebook, layer.query);
  const item = items[layer.cursor];
  const place = `${layer.cursor + 1} of ${items.length}`;
  return [item ? `${place}: ${itemWords(item)}` : 'Nothing fits.', titleOf(state, layer)];
}

function itemWords(item: PickerItem): string {
  if (item.kind === 'create') return sentence(`make the new theme ${visibleLine(item.name)}`);
  const { theme, parent } = item;
  const name = visibleLine(theme.name) + (parent === null ? '' : ` in ${visibleLine(parent)}`);
  const key = theme.key === null ? '' : `key ${theme.key}`;
  return [name, key, visibleLine(theme.definition)].filter(Boolean).map(sentence).join(' ');
}

function helpLines(state: ReaderState, layer: LayerOf<'help'>): string[] {
  const items = helpItems(state.keymap, layer.scope, layer.query);
  const item = items[layer.cursor];
  const row = item
    ? `${layer.cursor + 1} of ${items.length}: ${keysInWords(item.keys) || 'no key'}: ${item.does}.`
    : 'No key and no action of that name.';
  return [row, `Help, ${layer.scope}, ${counted(items.length, 'action')}.`];
}

/** What the field that is open is for; `null` where none is. */
export function fieldLabel(state: ReaderState, layer: Layer): string | null {
  const view = layerView({ ...state, size: SIZE }, layer);
  const field =
    view.kind === 'row'
      ? view.row.field
      : view.kind === 'page'
        ? view.screen.field
        : view.drawer.field;
  if (field && layer.kind === 'review') return reviewField(layer);
  return field ? (LABELS[layer.kind] ?? 'Words') : null;
}

const LABELS: Partial<Record<LayerKind, string>> = {
  picker: 'Theme',
  memo: 'Memo',
  prompt: 'Search for',
  help: 'Filter',
  libraryWords: 'Words in title, speaker, date or theme',
  palette: 'Command',
  contents: 'Heading or speaker',
  import: 'Path of a file, or address of a page',
  codebook: 'Words of the theme',
  digest: 'Words of the digest',
};

/** The words in the field that is open. */
export const fieldWords = (state: ReaderState): string => visibleLine(typedValue(state));
