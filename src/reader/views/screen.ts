import type { Layer, LayerOf } from '../layer.ts';
import { SMALLEST } from '../layout/geometry.ts';
import { BLANK, clip, type Line, LineBuilder } from '../layout/line.ts';
import { scopeOf } from '../select.ts';
import type { ReaderState } from '../state.ts';
import { underDrawer } from './drawer.ts';
import type { Screen } from './frame.ts';
import { type LayerView, layerView } from './layers.ts';
import { libraryScreen } from './library.ts';
import { readingScreen } from './reading.ts';
import { withWarning } from './warning.ts';

/** The whole screen for a state. Pure: the same state gives the same frame. */
export function screenOf(state: ReaderState): Screen {
  const { columns, rows } = state.size;
  const isTooSmall = columns < SMALLEST.columns || rows < SMALLEST.rows;
  const { lines, field } = isTooSmall
    ? { lines: tooSmall(state), field: null }
    : withWarning(state, page(state));
  const shown = lines.slice(0, rows).map(line => clip(line, columns));
  while (shown.length < rows) shown.push(BLANK);
  return { lines: shown, field };
}

function page(state: ReaderState): Screen {
  const view = state.layer && layerView(state, state.layer);
  if (view?.kind === 'page') return view.screen;
  if (view?.kind === 'drawer' && isOverPage(state.layer))
    return underDrawer(state, page({ ...state, layer: state.layer.below }), view);
  if (state.page === 'library' || state.reading === null) return libraryPage(state, view);
  return readingScreen(state, state.reading, scopeOf(state), view);
}

/** The palette may lie over a page that is a layer itself. */
const isOverPage = (layer: Layer | null): layer is LayerOf<'palette'> & { below: Layer } =>
  layer?.kind === 'palette' && layer.below !== null;

function libraryPage(state: ReaderState, view: LayerView | null): Screen {
  return view?.kind === 'drawer'
    ? underDrawer(state, libraryScreen(state, null), view)
    : libraryScreen(state, view);
}

/** What is said below 40×10, as far as it fits: the program waits, and goes on where it was. */
function tooSmall({ size }: ReaderState): Line[] {
  const words = [
    'Too small',
    `${size.columns}×${size.rows}`,
    `needs ${SMALLEST.columns}×${SMALLEST.rows}`,
    'q quits',
  ];
  const above = Math.max(0, Math.floor((size.rows - words.length) / 2));
  const lines: Line[] = Array.from({ length: above }, () => BLANK);
  for (const text of words) {
    const column = Math.max(0, Math.floor((size.columns - text.length) / 2));
    lines.push(new LineBuilder().at(column, text, { role: 'current' }).build());
  }
  return lines;
}
