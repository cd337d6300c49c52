import { HEAT, heatLegend, heatOf, heatSteps } from '../../model/heat.ts';
import { visibleLine } from '../../model/visible.ts';
import type { CodebookRow } from '../codebookRows.ts';
import { BLANK, type Line, LineBuilder, type Look } from '../layout/line.ts';
import { cells, shorten } from '../layout/width.ts';
import { columnsOf, type MatrixFigures, pairCounts, passagesOnce } from '../matrixFigures.ts';
import type { MatrixLayer } from '../matrixLayer.ts';
import type { ReaderState } from '../state.ts';
import { wrappedWords } from './themeDetail.ts';

/** From how many columns on there is room for wide cells, and for blank rows between the groups. */
const WIDE = 100;
const HIGH = 30;
const HEADING_ROWS = 3;
const ALL = 6;

interface Grid {
  /** Where names end, and how wide a column is. */
  names: number;
  width: number;
  /** Which columns are shown, half-open; the one of all stands beside them. */
  from: number;
  to: number;
  end: number;
  steps: readonly number[];
  counts: readonly (readonly number[])[];
  totals: readonly number[];
  /** What 100 % is in each cell's column or row. */
  whole(row: number, column: number): number;
}

/** The heat cells of themes by transcript or by theme, with their headings and what the shades stand for. */
export function gridRows(
  state: ReaderState,
  layer: MatrixLayer,
  figures: MatrixFigures,
  room: number,
): Line[] {
  const grid = gridOf(state, layer, figures);
  const spare = state.size.rows >= HIGH ? 1 : 0;
  const blanks = Array<Line>(spare).fill(BLANK);
  const height = Math.max(1, room - HEADING_ROWS - 2 - 2 * spare);
  const rows = figures.themes.flatMap((row, i) => [
    ...(spare > 0 && i > 0 && groupBegins(figures.themes, i) ? [{ i: -1, line: BLANK }] : []),
    { i, line: themeRow(layer, grid, row, i) },
  ]);
  const fits = rows.length <= height;
  const listed = fits ? rows : rows.filter(({ i }) => i >= 0);
  const here = listed.findIndex(({ i }) => i === layer.row);
  const from = Math.max(0, Math.min(here - Math.floor(height / 2), listed.length - height));
  return [
    ...blanks,
    ...headings(layer, figures, grid),
    ...blanks,
    ...listed.slice(from, from + height).map(({ line }) => line),
    BLANK,
    new LineBuilder()
      .at(grid.names + 4, heatLegend(grid.steps).join('   '), { role: 'muted' })
      .build(),
  ];
}

/** A theme that has children, and what stands at the top behind some, begins a group. */
const groupBegins = (themes: readonly CodebookRow[], i: number): boolean =>
  themes[i]?.depth === 0 && ((themes[i]?.hasChildren ?? false) || (themes[i - 1]?.depth ?? 0) > 0);

function gridOf({ size }: ReaderState, layer: MatrixLayer, figures: MatrixFigures): Grid {
  const isWide = size.columns >= WIDE;
  const [names, width] = isWide ? [30, 11] : [22, 9];
  const end = size.columns - 2;
  const count = columnsOf(layer, figures).length;
  const shown = Math.max(1, Math.floor((end - ALL - names) / width));
  const middle = Math.min(layer.column, count - 1) - Math.floor(shown / 2);
  const from = Math.max(0, Math.min(middle, count - shown));
  const isPairs = layer.view === 'pairs';
  const counts = isPairs ? pairCounts(figures, layer.near) : figures.counts;
  const totals = isPairs
    ? figures.themes.map(({ theme }) => passagesOnce(figures, theme.id))
    : counts.map(row => row.reduce((sum, n) => sum + n, 0));
  const most = counts.reduce((top, row) => row.reduce((a, b) => Math.max(a, b), top), 0);
  const columnTotals = Array.from({ length: count }, (_, column) =>
    counts.reduce((sum, row) => sum + (row[column] ?? 0), 0),
  );
  return {
    names,
    width,
    from,
    to: Math.min(from + shown, count),
    end,
    steps: heatSteps(most),
    counts,
    totals,
    whole: (row, column) => (isPairs ? totals[row] : columnTotals[column]) ?? 0,
  };
}

/** Where a column ends. */
const edge = ({ names, width, from }: Grid, column: number): number =>
  names + width * (column - from + 1) - 1;

function headings(layer: MatrixLayer, figures: MatrixFigures, grid: Grid): Line[] {
  const columns = columnsOf(layer, figures);
  const lines = Array.from({ length: HEADING_ROWS }, () => new LineBuilder());
  for (let column = grid.from; column < grid.to; column++) {
    const one = columns[column];
    if (!one) continue;
    const name = 'mark' in one ? `${one.mark} ${one.name}` : one.title;
    const look: Look =
      column === layer.column ? { role: 'current', bold: true } : { role: 'muted' };
    const rows = headingOf(visibleLine(name), grid.width - 2);
    for (const [i, words] of rows.entries())
      lines[HEADING_ROWS - rows.length + i]?.endingAt(edge(grid, column), words, look);
  }
  const isAll = layer.column >= columns.length;
  const more = grid.to < columns.length ? '› ' : '';
  lines[HEADING_ROWS - 1]?.endingAt(
    grid.end,
    `${more}all`,
    isAll ? { role: 'current', bold: true } : { role: 'muted' },
  );
  if (grid.from > 0) lines[HEADING_ROWS - 1] = withLeft(lines[HEADING_ROWS - 1]);
  return lines.map(line => line.build());
}

/** Columns lie to the left as well: what the last heading row says where names stand below. */
function withLeft(line: LineBuilder | undefined): LineBuilder {
  const pieces = line?.build() ?? [];
  const [first, ...rest] = pieces;
  const made = new LineBuilder().at(2, '‹', { role: 'muted' });
  if (!first) return made;
  made.push(first.text.slice(3), first.look);
  for (const { text, look } of rest) made.push(text, look);
  return made;
}

function headingOf(name: string, width: number): string[] {
  const words = name.split(/\s+/).map(word => shorten(word, width));
  const rows = wrappedWords(words.join(' '), width).map(row => row.trimEnd());
  if (rows.length <= HEADING_ROWS) return rows;
  const last = shorten(`${rows[HEADING_ROWS - 1]} ${rows[HEADING_ROWS]}`, width);
  return [...rows.slice(0, HEADING_ROWS - 1), last];
}

function themeRow(
  layer: MatrixLayer,
  grid: Grid,
  { theme, depth }: CodebookRow,
  row: number,
): Line {
  const isHere = row === layer.row;
  const indent = 2 + 2 * depth;
  const look: Look = isHere ? HERE : { role: depth === 0 ? 'current' : 'rest' };
  const line = new LineBuilder().at(0, isHere ? '▌' : ' ', { role: 'current' });
  line.at(indent, theme.mark, { theme: theme.colour });
  line.at(indent + 2, shorten(visibleLine(theme.name), grid.names - indent - 3), look);
  const heat: Look = depth === 0 ? { theme: theme.colour } : { role: 'rest' };
  for (let column = grid.from; column < grid.to; column++) {
    const isCell = isHere && column === layer.column;
    pushCell(line, edge(grid, column), cellOf(layer, grid, row, column), { isCell, heat });
  }
  const total = String(grid.totals[row] ?? 0);
  const isAll = isHere && layer.column >= (grid.counts[row]?.length ?? 0);
  return isAll
    ? line.endingAt(grid.end + 1, `[${total}]`, HERE).build()
    : line.endingAt(grid.end, total, { role: 'muted' }).build();
}

const HERE: Look = { role: 'current', bold: true };

/** The shades of a cell and its number; without shades what stands where there is no number. */
interface Cell {
  shades: string;
  words: string;
}

function cellOf(layer: MatrixLayer, grid: Grid, row: number, column: number): Cell {
  if (layer.view === 'pairs' && column === row) return { shades: '', words: ' ' };
  const count = grid.counts[row]?.[column] ?? 0;
  if (count === 0) return { shades: '', words: '·' };
  const shades = (HEAT[heatOf(count, grid.steps)] ?? '').repeat(3);
  const words = layer.shares ? percent(count, grid.whole(row, column)) : String(count);
  return { shades, words: words.padStart(layer.shares ? 4 : 3) };
}

const percent = (count: number, of: number): string =>
  `${of === 0 ? 0 : Math.max(1, Math.round((100 * count) / of))}%`;

/** A cell that ends at a column; the one at the cursor stands in brackets. */
function pushCell(
  line: LineBuilder,
  end: number,
  { shades, words }: Cell,
  { isCell, heat }: { isCell: boolean; heat: Look },
): void {
  const start = end - cells(shades + words);
  line.at(isCell ? start - 1 : start, isCell ? '[' : '', HERE);
  line
    .push(shades, heat)
    .push(words, isCell ? HERE : { role: shades === '' ? 'muted' : 'current' });
  if (isCell) line.push(']', HERE);
}
