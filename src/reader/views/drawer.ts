import { rule } from '../layout/bars.ts';
import { scopeOf } from '../select.ts';
import type { ReaderState } from '../state.ts';
import { bottomBar, keyRow } from './bottom.ts';
import type { Screen } from './frame.ts';
import type { LayerView } from './layers.ts';

/** The bottom three rows of every screen: a rule, a bar, the keys. */
const BOTTOM = 3;

/** A screen with a drawer over its lower rows: the page stays above it as far as there is room. */
export function underDrawer(
  state: ReaderState,
  { lines }: Screen,
  { drawer, badge }: Extract<LayerView, { kind: 'drawer' }>,
): Screen {
  const { columns, rows } = state.size;
  const top = rows - BOTTOM - drawer.lines.length;
  const { field } = drawer;
  return {
    lines: [
      ...lines.slice(0, top),
      ...drawer.lines,
      rule(columns),
      bottomBar(state),
      keyRow(state, scopeOf(state), badge),
    ],
    field: field && { ...field, row: field.row + top },
  };
}
