import { type Theme, themeById } from '../../model/codebook.ts';
import { visibleLine } from '../../model/visible.ts';
import { type CodebookRow, codebookRows } from '../codebookRows.ts';
import type { CodebookLayer } from '../layer.ts';
import { LineBuilder, type Look } from '../layout/line.ts';
import { countOf } from '../layout/marks.ts';
import type { Role } from '../layout/palette.ts';
import { cells, shorten } from '../layout/width.ts';
import type { ReaderState } from '../state.ts';
import { libraryCounts } from './bottom.ts';
import type { Field } from './frame.ts';

/** From this width on the panes stand beside each other. */
export const WIDE = 100;

/** Whether the keys that move scroll the pane of the theme. */
export const isDetailFocused = ({ pane, doing }: CodebookLayer): boolean =>
  pane === 'theme' && doing === null;

/** What stands in a pane, and where words are typed in it. */
export interface Pane {
  rows: LineBuilder[];
  field: Field | null;
}

/** Columns of the tree: the digit, the bar of how often, and the count's end. */
interface Columns {
  key: number;
  bar: number;
  tags: number;
  end: number;
}

const columnsOf = (columns: number): Columns =>
  columns >= WIDE
    ? { key: 37, bar: 42, tags: 54, end: 56 }
    : { key: columns - 21, bar: columns - 16, tags: columns - 4, end: columns - 2 };

/** How often a theme was used, over the library. */
export const countHere = (state: ReaderState, { id }: Theme): number =>
  countOf(libraryCounts(state), state.codebook, id);

/** The heading and the part of the tree around the cursor. */
export function treePane(state: ReaderState, layer: CodebookLayer, room: number): Pane {
  const columns = columnsOf(state.size.columns);
  const look: Look = { role: 'muted' };
  const heading = new LineBuilder()
    .at(2, 'theme', look)
    .at(columns.key - 1, 'key', look)
    .endingAt(columns.tags, 'tags', look);
  const all = treeRows(state, layer, columns, room - 2);
  const spare = state.size.rows >= 30 ? [new LineBuilder()] : [];
  const size = room - 1 - spare.length;
  const here = all.findIndex(({ isHere }) => isHere);
  const from = Math.max(0, Math.min(here - Math.floor(size / 2), all.length - size));
  const rows = [heading, ...spare, ...all.slice(from, from + size).map(({ row }) => row)];
  const { doing } = layer;
  if (doing?.kind !== 'add' && doing?.kind !== 'split') return { rows, field: null };
  const field: Field = {
    row: here - from + 1 + spare.length,
    column: 6,
    width: columns.end - 8,
    rows: 1,
    value: doing.draft,
    placeholder: doing.kind === 'add' ? 'name of the new theme' : 'name of the other theme',
  };
  return { rows, field };
}

interface TreeRow {
  row: LineBuilder;
  isHere: boolean;
}

/** One row a theme; where there is room, with a gap before each that stands at the top. */
function treeRows(
  state: ReaderState,
  layer: CodebookLayer,
  columns: Columns,
  room: number,
): TreeRow[] {
  const rows = codebookRows(state.codebook);
  const isAdding = layer.doing?.kind === 'add' || layer.doing?.kind === 'split';
  const most = Math.max(1, ...rows.map(({ theme }) => countHere(state, theme)));
  const drawn = rows.map((row, index): TreeRow => {
    const isHere = index === layer.cursor && !isAdding;
    return { row: themeRow(state, layer, row, { columns, most, isHere }), isHere };
  });
  const starts = rows.map(({ depth, theme }, i) => {
    const follows = theme.status === 'merged' && rows[i - 1]?.theme.status === 'merged';
    return i > 0 && depth === 0 && !follows;
  });
  const gaps = starts.filter(Boolean).length;
  const isAiry = state.size.rows >= 30 && drawn.length + gaps + 2 <= room;
  const spaced = drawn.flatMap((row, i) => (isAiry && starts[i] ? [blankRow(), row] : [row]));
  if (!isAdding) return spaced;
  const behind =
    layer.doing?.kind === 'split' ? spaced.indexOf(drawn[layer.cursor] as TreeRow) : -1;
  const added = [...(isAiry && behind === -1 ? [blankRow()] : []), addingRow(columns)];
  return behind === -1 ? [...spaced, ...added] : spaced.toSpliced(behind + 1, 0, ...added);
}

const blankRow = (): TreeRow => ({ row: new LineBuilder(), isHere: false });

const addingRow = ({ end }: Columns): TreeRow => ({
  row: new LineBuilder({ row: true })
    .at(0, '▌', { role: 'current' })
    .at(4, '+', { role: 'current' })
    .at(end, ''),
  isHere: true,
});

const BAR = 8;

/** How a row is drawn: where, against the most tags that a theme has, and whether the cursor is there. */
interface RowLook {
  columns: Columns;
  most: number;
  isHere: boolean;
}

function themeRow(
  state: ReaderState,
  layer: CodebookLayer,
  row: CodebookRow,
  drawn: RowLook,
): LineBuilder {
  const { columns, isHere } = drawn;
  const line = new LineBuilder(isHere ? { row: true } : {}).at(
    0,
    isHere && !isDetailFocused(layer) ? '▌' : ' ',
    {
      role: 'current',
    },
  );
  nameCells(line, row, wordsBehind(state, layer, row.theme), drawn);
  if (row.theme.status !== 'merged') numberCells(line, state, row.theme, drawn);
  return isHere ? line.at(columns.end, '') : line;
}

const DEEPEST = 6;

function nameCells(
  line: LineBuilder,
  { theme, depth, hasChildren }: CodebookRow,
  words: string,
  { columns, isHere }: RowLook,
): void {
  const indent = 2 + 2 * Math.min(depth, DEEPEST);
  const isGone = theme.status === 'merged';
  const muted: Look = { role: isHere ? 'current' : 'muted' };
  if (hasChildren) line.at(indent, '▾', { role: 'muted' });
  line.at(indent + 2, isGone ? '×' : theme.mark, isGone ? muted : { theme: theme.colour });
  const end = isGone ? columns.end : columns.key - 1;
  const room = end - indent - 5 - (words === '' ? 0 : Math.min(cells(words), end / 2) + 2);
  const look = theme.status === 'active' ? { role: brightness(depth, isHere) } : muted;
  line.at(indent + 4, shorten(visibleLine(theme.name), room), { ...look, bold: isHere });
  if (words !== '') line.push(`  ${shorten(words, end - line.width - 3)}`, muted);
}

const brightness = (depth: number, isHere: boolean): Role =>
  isHere || depth === 0 ? 'current' : 'rest';

function numberCells(
  line: LineBuilder,
  state: ReaderState,
  theme: Theme,
  { columns, most, isHere }: RowLook,
): void {
  const look: Look = { role: isHere ? 'current' : 'muted' };
  const count = countHere(state, theme);
  const bar = count === 0 ? 0 : Math.max(1, Math.round((count / most) * BAR));
  line
    .at(columns.key, theme.key === null ? '' : String(theme.key), look)
    .at(columns.bar, '━'.repeat(bar), look)
    .endingAt(columns.tags, String(count), look);
}

/** What stands behind a name: what became of the theme, or that it is being merged. */
function wordsBehind({ codebook }: ReaderState, { doing }: CodebookLayer, theme: Theme): string {
  if (doing?.kind === 'merge' && doing.source === theme.id) return 'into …';
  if (theme.status === 'retired') return 'retired';
  if (theme.status === 'active') return '';
  const target = themeById(codebook, theme.id)?.name ?? theme.mergedInto ?? '';
  return `merged into ${visibleLine(target)}`;
}
