import { visibleLine } from '../../model/visible.ts';
import { type Criterion, choiceFor, noCriteria } from '../filter/criteria.ts';
import { type FilterRow, filterRows } from '../filter/rows.ts';
import type { LayerOf } from '../layer.ts';
import { drawerRule, footer } from '../layout/bars.ts';
import { BLANK, type Line, LineBuilder, type Look } from '../layout/line.ts';
import { shorten } from '../layout/width.ts';
import { drawerHeight } from '../select.ts';
import type { ReaderState, ReadingState } from '../state.ts';
import { footerKeys } from './bottom.ts';
import { box, radio } from './choices.ts';
import type { Drawer } from './frame.ts';

type Filter = LayerOf<'filter'>;

const LABEL = 2;
const VALUE = 13;
/** Where the counts end on a wide screen: not far from what they count. */
const WIDEST = 60;

/** What paragraphs can be chosen by; the text above shows at once what fits. */
export function filterDrawer(state: ReaderState, layer: Filter): Drawer {
  const { reading } = state;
  const { columns } = state.size;
  const height = drawerHeight(state);
  const rows = reading ? filterRows(state, reading) : [];
  const room = Math.max(1, height - 1);
  const from = Math.max(0, Math.min(layer.cursor - Math.floor(room / 2), rows.length - room));
  const lines: Line[] = [drawerRule(columns, 'Filter', reading ? showingWords(reading) : '')];
  for (const [i, row] of rows.slice(from, from + room).entries()) {
    const above = i === 0 ? undefined : rows[from + i - 1];
    lines.push(filterRow(state, row, above, from + i === layer.cursor));
  }
  while (lines.length < height) lines.push(BLANK);
  return { lines: lines.slice(0, height), field: null };
}

/** The key row while a filter is on: what it does to Esc, beside the keys of reading. */
export function filteredRow(state: ReaderState): Line {
  const keys = footerKeys(state, 'reading').filter(key => !key.last);
  const filter = keys.filter(key => key.word === 'filter');
  const others = keys.filter(key => key.word !== 'filter');
  const last = { shows: 'Esc', word: 'show all', last: true };
  return footer(state.size.columns, 'FILTER', [...filter, ...others, last]);
}

/** How many paragraphs the filter shows; one that does not fit and is shown all the same is not counted. */
export function showingWords({ transcript, filter }: ReadingState): string {
  const { count } = transcript.paragraphs;
  return filter ? `showing ${filter.fitting.length} of ${count}` : `showing all ${count}`;
}

function filterRow(
  state: ReaderState,
  row: FilterRow,
  above: FilterRow | undefined,
  isHere: boolean,
): Line {
  const { columns } = state.size;
  const line = new LineBuilder(isHere ? { row: true } : {}).at(0, isHere ? '▌' : ' ', {
    role: 'current',
  });
  const label = labelOf(row);
  if (above === undefined || labelOf(above) !== label) line.at(LABEL, label, { role: 'muted' });
  const { match } = state.reading?.filter?.criteria ?? noCriteria;
  if (row.kind === 'match') radio(line, VALUE, ['any', 'all'], match);
  else criterionRow(line, state, row, isHere);
  return line.build(isHere ? columns : 0);
}

const LABELS: Record<Criterion['kind'], string> = {
  theme: 'themes',
  untagged: 'only',
  memo: 'only',
  key: 'only',
  hits: 'only',
  coder: 'coders',
  speaker: 'speakers',
};

const labelOf = (row: FilterRow): string =>
  row.kind === 'match' ? 'match' : LABELS[row.criterion.kind];

function criterionRow(
  line: LineBuilder,
  state: ReaderState,
  { criterion, theme, words, count }: Extract<FilterRow, { kind: 'criterion' }>,
  isHere: boolean,
): void {
  const choice = choiceFor(state.reading?.filter?.criteria ?? noCriteria, criterion);
  const look: Look = { role: isHere || choice ? 'current' : 'rest', bold: isHere };
  const end = Math.min(state.size.columns - 4, WIDEST);
  box(line, VALUE, choice === 'without' ? choice : choice === 'with', isHere);
  if (theme) line.at(VALUE + 4, theme.mark, { theme: theme.colour });
  const start = VALUE + (theme ? 6 : 4);
  line.at(start, shorten(visibleLine(words), end - start - 8), look);
  line.endingAt(end, String(count), { role: choice ? 'current' : 'muted' });
}
