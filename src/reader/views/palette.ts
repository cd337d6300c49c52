import type { LayerOf } from '../layer.ts';
import { type PaletteItem, paletteItems } from '../paletteItems.ts';
import type { ReaderState } from '../state.ts';
import { type FoundRow, foundDrawer } from './foundList.ts';
import type { Drawer } from './frame.ts';

/** Everything that can be done on the page below, each with its key. */
export function paletteDrawer(state: ReaderState, layer: LayerOf<'palette'>): Drawer {
  const items = paletteItems(state, layer, layer.query);
  return foundDrawer(state, {
    title: 'Commands',
    count: `${items.length} of ${paletteItems(state, layer, '').length}`,
    query: layer.query,
    cursor: layer.cursor,
    rows: items.length,
    row: index => rowOf(items[index]),
    nothing: 'No command, theme or transcript of that name.',
  });
}

function rowOf(found: ReturnType<typeof paletteItems>[number] | undefined): FoundRow {
  if (!found) return { indent: 0, mark: null, words: '', matched: new Set(), right: '' };
  const { item, matched } = found;
  return { indent: 0, mark: markOf(item), words: item.words, matched, right: item.keys };
}

const markOf = (item: PaletteItem): FoundRow['mark'] =>
  item.kind === 'theme' ? { text: item.theme.mark, look: { theme: item.theme.colour } } : null;
