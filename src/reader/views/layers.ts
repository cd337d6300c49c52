import type { Layer, LayerKind, LayerOf } from '../layer.ts';
import type { Line } from '../layout/line.ts';
import type { ReaderState } from '../state.ts';
import { annotationsDrawer } from './annotations.ts';
import { codebookScreen } from './codebook.ts';
import { contentsDrawer } from './contents.ts';
import { digestScreen } from './digest.ts';
import { editDrawer } from './edit.ts';
import { filterDrawer } from './filter.ts';
import type { Drawer, Field, Screen } from './frame.ts';
import { helpScreen } from './help.ts';
import { hitsScreen } from './hits.ts';
import { importRow } from './importRow.ts';
import { libraryWordsRow } from './libraryRow.ts';
import { matrixScreen } from './matrix.ts';
import { memoDrawer } from './memoDrawer.ts';
import { paletteDrawer } from './palette.ts';
import { passagesScreen } from './passages.ts';
import { pickerDrawer } from './picker.ts';
import { repairScreen } from './repair.ts';
import { reviewScreen } from './review.ts';
import { promptRow } from './searchRow.ts';
import { settingsScreen } from './settings.ts';
import { suggestionsDrawer } from './suggestions.ts';
import { whichDrawer } from './which.ts';

/** How a layer is shown: as a page of its own, as a drawer under the text, or in the row of keys. */
export type LayerView =
  | { kind: 'page'; screen: Screen }
  | { kind: 'drawer'; badge: string; drawer: Drawer }
  | { kind: 'row'; row: { line: Line; field: Field | null } };

type Draw<L extends Layer> = (state: ReaderState, layer: L) => LayerView;

const VIEWS: { readonly [Kind in LayerKind]: Draw<LayerOf<Kind>> } = {
  picker: drawer('THEMES', pickerDrawer),
  memo: drawer('MEMO', memoDrawer),
  which: drawer('WHICH', whichDrawer),
  annotations: drawer('TAGS HERE', annotationsDrawer),
  prompt: (state, layer) => ({ kind: 'row', row: promptRow(state, layer) }),
  filter: drawer('FILTER', filterDrawer),
  libraryWords: (state, layer) => ({ kind: 'row', row: libraryWordsRow(state, layer) }),
  contents: drawer('CONTENTS', contentsDrawer),
  palette: drawer('COMMANDS', paletteDrawer),
  suggestions: drawer('SUGGEST', suggestionsDrawer),
  edit: drawer('EDIT', editDrawer),
  help: page(helpScreen),
  digest: page(digestScreen),
  settings: page(settingsScreen),
  import: (state, layer) => ({ kind: 'row', row: importRow(state, layer) }),
  review: page(reviewScreen),
  codebook: page(codebookScreen),
  matrix: page(matrixScreen),
  passages: page(passagesScreen),
  hits: page(hitsScreen),
  repair: page(repairScreen),
};

function drawer<L extends Layer>(
  badge: string,
  draw: (state: ReaderState, layer: L) => Drawer,
): Draw<L> {
  return (state, layer) => ({ kind: 'drawer', badge, drawer: draw(state, layer) });
}

function page<L extends Layer>(draw: (state: ReaderState, layer: L) => Screen): Draw<L> {
  return (state, layer) => ({ kind: 'page', screen: draw(state, layer) });
}

/** The compiler cannot see that a kind and its view belong together, the table can. */
export const layerView = (state: ReaderState, layer: Layer): LayerView =>
  (VIEWS[layer.kind] as unknown as Draw<Layer>)(state, layer);
