import type { KeyCommand } from '../keymap/keymap.ts';
import type { Layer, LayerKind, LayerOf } from '../layer.ts';
import type { ReaderState } from '../state.ts';
import { annotationsKey } from './annotations.ts';
import { codebookClosed, codebookKey, codebookSubmitted, codebookTyped } from './codebook.ts';
import { contentsKey, goFromContents } from './contents.ts';
import { digestClosed, digestKey } from './digest.ts';
import { digestSubmitted, digestTyped } from './digestWords.ts';
import { editDropped, editKey } from './edit.ts';
import { filterClosed, filterKey } from './filter.ts';
import { doFromHelp, helpClosed, helpKey } from './help.ts';
import { hitsKey, listHits } from './hits.ts';
import { importSubmitted, importTyped } from './importing.ts';
import { type LayerReducer, plainLayer, type Turn } from './layer.ts';
import { libraryTyped, libraryWithWords } from './libraryRows.ts';
import { matrixKey } from './matrix.ts';
import { doFromPalette, paletteClosed, paletteKey } from './palette.ts';
import { passagesKey } from './passages.ts';
import { pickerClosed, pickerKey, pickTheme, whichKey } from './picker.ts';
import { promptKey } from './prompt.ts';
import { repairKey } from './repair.ts';
import { only, type Result } from './result.ts';
import { reviewClosed, reviewKey, reviewSubmitted, reviewTyped } from './review.ts';
import { startSearch } from './search.ts';
import { settingsClosed, settingsKey, settingsSubmitted, settingsTyped } from './settings.ts';
import { suggestionsKey } from './suggestions.ts';
import { keepMemo } from './tag.ts';

const REDUCERS: { readonly [Kind in LayerKind]: LayerReducer<LayerOf<Kind>> } = {
  picker: {
    ...plainLayer,
    key: pickerKey,
    typed: (state, layer, query) => only({ ...state, layer: { ...layer, query, cursor: 0 } }),
    submitted: (state, layer, value, { stamp }) => pickTheme(state, layer, value, stamp),
    closed: pickerClosed,
  },
  memo: {
    ...plainLayer,
    typed: (state, layer, draft) => only({ ...state, layer: { ...layer, draft } }),
    submitted: (state, layer, value, { stamp }) => keepMemo(state, layer.target, value, stamp),
  },
  which: {
    ...plainLayer,
    key: (state, layer, command, { stamp }) => whichKey(state, layer, command, stamp),
  },
  annotations: { ...plainLayer, key: annotationsKey },
  prompt: {
    ...plainLayer,
    key: promptKey,
    typed: (state, layer, query) => only({ ...state, layer: { ...layer, query } }),
    submitted: (state, layer, value) =>
      layer.all ? listHits(state, value, layer.regex) : startSearch(state, value, layer.regex),
  },
  filter: { ...plainLayer, key: filterKey, closed: filterClosed },
  libraryWords: {
    ...plainLayer,
    typed: libraryTyped,
    submitted: (state, _, value) => only({ ...libraryWithWords(state, value), layer: null }),
    closed: (state, layer) => only({ ...libraryWithWords(state, layer.before), layer: null }),
  },
  contents: {
    ...plainLayer,
    key: contentsKey,
    typed: (state, layer, query) => only({ ...state, layer: { ...layer, query, cursor: 0 } }),
    submitted: goFromContents,
  },
  palette: {
    key: paletteKey,
    typed: (state, layer, query) => only({ ...state, layer: { ...layer, query, cursor: 0 } }),
    submitted: doFromPalette,
    closed: paletteClosed,
  },
  help: {
    ...plainLayer,
    key: helpKey,
    typed: (state, layer, query) => only({ ...state, layer: { ...layer, query, cursor: 0 } }),
    submitted: doFromHelp,
    closed: helpClosed,
  },
  digest: {
    key: digestKey,
    typed: digestTyped,
    submitted: digestSubmitted,
    closed: digestClosed,
  },
  import: { ...plainLayer, typed: importTyped, submitted: importSubmitted },
  review: {
    key: reviewKey,
    typed: reviewTyped,
    submitted: reviewSubmitted,
    closed: reviewClosed,
  },
  suggestions: { ...plainLayer, key: suggestionsKey },
  edit: { ...plainLayer, key: editKey, closed: editDropped },
  settings: {
    key: settingsKey,
    typed: settingsTyped,
    submitted: settingsSubmitted,
    closed: settingsClosed,
  },
  codebook: {
    key: codebookKey,
    typed: codebookTyped,
    submitted: codebookSubmitted,
    closed: codebookClosed,
  },
  matrix: { ...plainLayer, key: matrixKey },
  passages: {
    ...plainLayer,
    key: passagesKey,
    closed: (state, { over }) =>
      only({ ...state, layer: over.kind === 'codebook' ? { ...over, doing: null } : over }),
  },
  hits: { ...plainLayer, key: hitsKey },
  repair: { ...plainLayer, key: repairKey },
};

/** The compiler cannot see that a kind and its reducer belong together, the table can. */
const reducerOf = (layer: Layer): LayerReducer<Layer> =>
  REDUCERS[layer.kind] as unknown as LayerReducer<Layer>;

export const layerKey = (
  state: ReaderState,
  command: KeyCommand,
  turn: Turn,
  key: string,
): Result =>
  state.layer ? reducerOf(state.layer).key(state, state.layer, command, turn, key) : only(state);

export const layerTyped = (state: ReaderState, value: string): Result =>
  state.layer ? reducerOf(state.layer).typed(state, state.layer, value) : only(state);

export const layerSubmitted = (state: ReaderState, value: string, turn: Turn): Result =>
  state.layer ? reducerOf(state.layer).submitted(state, state.layer, value, turn) : only(state);

export const layerClosed = (state: ReaderState): Result =>
  state.layer ? reducerOf(state.layer).closed(state, state.layer) : only(state);
