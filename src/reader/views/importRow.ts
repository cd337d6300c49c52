import { visibleLine } from '../../model/visible.ts';
import type { ImportLayer } from '../importLayer.ts';
import { keyCells, pushKey } from '../layout/bars.ts';
import { type Line, LineBuilder } from '../layout/line.ts';
import { shortenStart } from '../layout/width.ts';
import type { ReaderState } from '../state.ts';
import { footerKeys } from './bottom.ts';
import type { Field } from './frame.ts';

const BADGE = ' IMPORT ';
const COLUMN = 11;
const GAP = 3;
/** Less of a path says nothing: keys go before it gets shorter. */
const SHORTEST = 24;

/** The key row while a path or an address is typed, and while it is read. */
export function importRow(
  state: ReaderState,
  { words, request }: ImportLayer,
): { line: Line; field: Field } {
  const { columns, rows } = state.size;
  const line = new LineBuilder().at(1, BADGE, { role: 'badge' });
  const all = footerKeys(state, 'import').map(key => ({ ...key, last: false }));
  const keys = request === null ? all : [{ shows: '…', word: 'reading' }, ...all.slice(1)];
  const tail = (from: number) =>
    keys.slice(from).reduce((sum, key) => sum + keyCells(key) + GAP, 0);
  const from = keys.findIndex((_, i) => COLUMN + SHORTEST + tail(i) < columns - 2);
  const shown = from === -1 ? [] : keys.slice(from);
  const start = columns - 2 - (from === -1 ? 0 : tail(from) - GAP);
  for (const [i, key] of shown.entries())
    pushKey(line.at(i === 0 ? start : line.width + GAP, ''), key);
  const width = Math.max(1, start - GAP - COLUMN);
  return {
    line: line.build(),
    field: {
      row: rows - 1,
      column: COLUMN,
      width,
      rows: 1,
      // The caret has the last cell.
      value: shortenStart(visibleLine(words), width - 1),
      placeholder: 'path or address',
    },
  };
}
