import { visibleLine } from '../../model/visible.ts';
import { keyCells, pushKey } from '../layout/bars.ts';
import { type Line, LineBuilder } from '../layout/line.ts';
import { cells, shorten } from '../layout/width.ts';
import type { ReaderState, SearchState } from '../state.ts';
import { footerKeys } from './bottom.ts';
import type { Field } from './frame.ts';

const BADGE = ' SEARCH ';
const QUERY_COLUMN = 12;
const GAP = 3;

/** The key row while words are typed. */
export function promptRow(state: ReaderState, query: string): { line: Line; field: Field } {
  const { columns } = state.size;
  const line = new LineBuilder()
    .at(1, BADGE, { role: 'badge' })
    .at(QUERY_COLUMN - 1, '/', { role: 'muted' });
  line.endingAt(columns - 2, 'Esc close', { role: 'muted' });
  return {
    line: line.build(),
    field: {
      row: state.size.rows - 1,
      column: 12,
      width: columns - 26,
      rows: 1,
      value: query,
      placeholder: '',
    },
  };
}

/** The key row while a search is on: what is looked for, how often it was found, and the keys. */
export function searchRow(state: ReaderState, search: SearchState): Line {
  const { columns } = state.size;
  const keys = footerKeys(state, 'search');
  const last = keys.find(key => key.last);
  const end = columns - 2 - (last ? keyCells(last) : 0);
  const found = foundWords(search, columns);
  const query = shorten(
    visibleLine(search.query),
    Math.max(8, end - QUERY_COLUMN - cells(found) - 2 * GAP),
  );
  const line = new LineBuilder()
    .at(1, BADGE, { role: 'badge' })
    .at(QUERY_COLUMN - 1, '/', { role: 'muted' });
  line
    .push(query, { role: 'current', bold: true })
    .at(line.width + GAP, found, { role: search.hits?.length === 0 ? 'warn' : 'muted' });
  for (const key of keys) {
    if (key.last || search.hits?.length === 0 || line.width + GAP + keyCells(key) > end - GAP)
      continue;
    pushKey(line.at(line.width + GAP, ''), key);
  }
  return (last ? pushKey(line.at(end, ''), last) : line).build();
}

function foundWords({ hits, here, everywhere, query }: SearchState, columns: number): string {
  if (hits === null) return 'looking…';
  if (hits.length === 0)
    return columns >= 100
      ? `No hits for “${shorten(visibleLine(query), 20)}” here${elsewhere(everywhere)}`
      : `no hits${elsewhere(everywhere)}`;
  return `${here + 1} of ${hits.length} here${elsewhere(everywhere)}`;
}

const elsewhere = (everywhere: SearchState['everywhere']): string =>
  everywhere === null
    ? ''
    : ` · ${everywhere.hits} in ${everywhere.transcripts} transcript${everywhere.transcripts === 1 ? '' : 's'}`;
