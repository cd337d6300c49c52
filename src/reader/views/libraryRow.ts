import { visibleLine } from '../../model/visible.ts';
import type { LayerOf } from '../layer.ts';
import { footer, keyCells, pushKey } from '../layout/bars.ts';
import { type Line, LineBuilder } from '../layout/line.ts';
import { cells, shorten } from '../layout/width.ts';
import { libraryRows } from '../libraryTexts.ts';
import type { ReaderState } from '../state.ts';
import { footerKeys, keyRow } from './bottom.ts';
import type { Field } from './frame.ts';

const BADGE = ' FILTER ';
const WORDS = 12;
const GAP = 3;

/** The key row of the library: with words on, they stand before the keys and Esc shows all. */
export function libraryKeys(state: ReaderState): Line {
  if (state.libraryWords === '') return keyRow(state, 'library', null);
  const { columns } = state.size;
  const keys = footerKeys(state, 'library').filter(key => !key.last);
  const words = shorten(visibleLine(state.libraryWords), Math.floor(columns / 3));
  const shown = { shows: `/${words}`, word: `shows ${fitting(state)}` };
  return footer(columns, BADGE.trim(), [
    shown,
    ...keys,
    { shows: 'Esc', word: 'show all', last: true },
  ]);
}

function fitting(state: ReaderState): string {
  const { texts } = libraryRows(state);
  return `${texts.length} of ${state.library.texts.length}`;
}

/** The key row while words are typed that shorten the list. */
export function libraryWordsRow(
  state: ReaderState,
  layer: LayerOf<'libraryWords'>,
): { line: Line; field: Field } {
  const { columns, rows } = state.size;
  const line = new LineBuilder()
    .at(1, BADGE, { role: 'badge' })
    .at(WORDS - 1, '/', { role: 'muted' });
  const [keep, close] = footerKeys(state, 'library words');
  const count = fitting(state);
  const tail =
    cells(count) + [keep, close].reduce((sum, key) => sum + (key ? GAP + keyCells(key) : 0), 0);
  const start = columns - 2 - tail;
  line.at(start, count, { role: 'muted' });
  for (const key of [keep, close]) if (key) pushKey(line.at(line.width + GAP, ''), key);
  const width = Math.max(1, start - GAP - WORDS);
  const field = {
    row: rows - 1,
    column: WORDS,
    width,
    rows: 1,
    value: layer.query,
    placeholder: '',
  };
  return { line: line.build(), field };
}
