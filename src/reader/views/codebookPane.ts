import { codebookRows } from '../codebookRows.ts';
import type { CodebookLayer } from '../layer.ts';
import type { Size } from '../layout/geometry.ts';
import type { ReaderState } from '../state.ts';
import { type DetailRow, detailRows } from './codebookDetail.ts';
import { isDetailFocused, type Pane, WIDE } from './codebookTree.ts';
import type { Field } from './frame.ts';

/** Where the second pane begins. */
const DETAIL = 62;

/** Rows that each pane of the codebook page has. */
export const paneRoom = ({ rows }: Size): number => rows - 5 - 2 * (rows >= 30 ? 1 : 0);

/** The theme at the cursor in full, scrolled to the field that is chosen, else as far as the user did. */
export function detailPane(state: ReaderState, layer: CodebookLayer): Pane {
  const room = paneRoom(state.size);
  const all = allRows(state, layer);
  const here = all.findIndex(({ isHere }) => isHere);
  const wanted = here === -1 ? layer.scroll : here - Math.floor(room / 2);
  const start = Math.max(0, Math.min(wanted, all.length - room));
  const shown = all.slice(start, start + room);
  return { rows: shown.map(({ row }) => row), field: fieldOf(shown) };
}

/** How far the pane can be scrolled, in rows. */
export const detailReach = (state: ReaderState, layer: CodebookLayer): number =>
  Math.max(0, allRows(state, layer).length - paneRoom(state.size));

function allRows(state: ReaderState, layer: CodebookLayer): DetailRow[] {
  const { columns } = state.size;
  const theme = codebookRows(state.codebook)[layer.cursor]?.theme;
  const doing = layer.doing?.kind === 'add' || layer.doing?.kind === 'split' ? null : layer.doing;
  const from = columns >= WIDE ? DETAIL : 2;
  const pane = { from, end: columns - 2, doing, isFocused: isDetailFocused(layer) };
  return theme ? detailRows(state, theme, pane) : [];
}

function fieldOf(rows: readonly DetailRow[]): Field | null {
  const row = rows.findIndex(({ field }) => field !== null);
  const field = rows[row]?.field;
  return field ? { ...field, row, rows: Math.min(field.rows, rows.length - row) } : null;
}
