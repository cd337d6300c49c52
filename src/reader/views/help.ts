import type { HelpItem } from '../helpItems.ts';
import { helpItems } from '../helpItems.ts';
import { header, heavyRule, rule } from '../layout/bars.ts';
import { BLANK, type Line, LineBuilder } from '../layout/line.ts';
import { cells, shorten } from '../layout/width.ts';
import { pinnedThemes } from '../select.ts';
import type { Layer, ReaderState } from '../state.ts';
import { bottomBar, keyRow } from './bottom.ts';
import type { Screen } from './frame.ts';

type Help = Extract<Layer, { kind: 'help' }>;

/** A column's rows: a group's name, its keys, a blank. */
type Cell =
  | { kind: 'blank' }
  | { kind: 'group'; name: string }
  | { kind: 'item'; item: HelpItem; index: number }
  | { kind: 'mark'; mark: string; means: string };

const LEAST_COLUMN = 38;

/** Every key of a page, filtered by what is typed; with something typed, Enter does the one at the cursor. */
export function helpScreen(state: ReaderState, layer: Help): Screen {
  const { columns, rows } = state.size;
  const items = helpItems(layer.scope, layer.query);
  const cellsOfPage = pageCells(state, items, layer.query === '');
  const room = rows - 5 - 4;
  const count = Math.max(1, Math.min(3, Math.floor((columns - 4) / LEAST_COLUMN)));
  const grid = inColumns(cellsOfPage, count, room, cursorCell(cellsOfPage, layer));
  const width = Math.floor((columns - 4) / count);
  const lines: Line[] = [header(columns, 'Help', [layer.scope], ''), rule(columns), BLANK];
  lines.push(
    new LineBuilder().at(2, '›', { role: 'current' }).build(),
    BLANK,
    ...gridRows(grid, width, room, layer),
  );
  while (lines.length < rows - 3) lines.push(BLANK);
  lines.length = rows - 3;
  lines.push(heavyRule(columns), bottomBar(state), keyRow(state, 'help', 'HELP'));
  return {
    lines,
    field: {
      row: 3,
      column: 4,
      width: columns - 6,
      rows: 1,
      value: layer.query,
      placeholder: 'type to find a key or an action',
    },
  };
}

function pageCells(state: ReaderState, items: readonly HelpItem[], withMarks: boolean): Cell[] {
  const list: Cell[] = [];
  for (const [index, item] of items.entries()) {
    if (items[index - 1]?.group !== item.group) {
      if (list.length > 0) list.push({ kind: 'blank' });
      list.push({ kind: 'group', name: item.group }, { kind: 'blank' });
    }
    list.push({ kind: 'item', item, index });
  }
  if (items.length === 0) list.push({ kind: 'group', name: 'No key and no action of that name.' });
  return withMarks
    ? [
        ...list,
        { kind: 'blank' },
        { kind: 'group', name: 'Marks' },
        { kind: 'blank' },
        ...marks(state),
      ]
    : list;
}

function marks({ codebook }: ReaderState): Cell[] {
  const themes = pinnedThemes(codebook)
    .slice(0, 4)
    .map(theme => theme.mark)
    .join(' ');
  const rows: [string, string][] = [
    [themes, 'themes'],
    ['★', 'key quotation'],
    ['↳', 'memo'],
    ['?', 'not certain: you decide'],
    ['│ ┃', 'map, and what is shown'],
  ];
  return rows.map(([mark, means]) => ({ kind: 'mark', mark, means }));
}

const cursorCell = (list: readonly Cell[], { cursor }: Help): number =>
  Math.max(
    0,
    list.findIndex(cell => cell.kind === 'item' && cell.index === cursor),
  );

/** Columns of even height, at most `room` rows; from the one with the cursor on where they do not all fit. */
function inColumns(list: readonly Cell[], count: number, room: number, cursor: number): Cell[][] {
  let columns = cutIntoColumns(list, room);
  for (let height = Math.ceil(list.length / count); height < room; height++) {
    const even = cutIntoColumns(list, height);
    if (even.length > count) continue;
    columns = even;
    break;
  }
  const from = Math.max(0, Math.min(columnWith(columns, cursor), columns.length - count));
  return columns.slice(from, from + count);
}

/** A group's name does not end a column, and no column begins with a blank. */
function cutIntoColumns(list: readonly Cell[], height: number): Cell[][] {
  const columns: Cell[][] = [];
  for (let from = 0; from < list.length; ) {
    while (list[from]?.kind === 'blank') from++;
    let to = Math.min(list.length, from + Math.max(1, height));
    while (to < list.length && to > from + 1 && isHeading(list[to - 1])) to--;
    columns.push(list.slice(from, to));
    from = to;
  }
  return columns;
}

const isHeading = (cell: Cell | undefined): boolean =>
  cell?.kind === 'group' || cell?.kind === 'blank';

/** The index of the column that holds a cell, counted over all columns; -1 if none does. */
function columnWith(columns: readonly Cell[][], cell: number): number {
  let before = 0;
  for (const [i, column] of columns.entries()) {
    before += column.length;
    if (before > cell) return i;
  }
  return -1;
}

function gridRows(grid: readonly Cell[][], width: number, room: number, layer: Help): Line[] {
  return Array.from({ length: room }, (_, row) => {
    const line = new LineBuilder();
    for (const [i, column] of grid.entries())
      drawCell(line, column[row], 2 + i * width, width - 2, layer);
    return line.build();
  });
}

const KEYS_WIDTH = 12;

function drawCell(
  line: LineBuilder,
  cell: Cell | undefined,
  column: number,
  width: number,
  layer: Help,
): void {
  if (!cell || cell.kind === 'blank') return;
  if (cell.kind === 'group') {
    line.at(column, shorten(cell.name, width), { role: 'current', bold: true });
    return;
  }
  const [keys, does] =
    cell.kind === 'mark' ? [cell.mark, cell.means] : [cell.item.keys, cell.item.does];
  const isHere = cell.kind === 'item' && layer.query !== '' && cell.index === layer.cursor;
  if (isHere) line.at(column - 2, '▌', { role: 'current' });
  line.at(column, keys, { role: 'current', bold: isHere });
  const start = column + Math.max(KEYS_WIDTH, cells(keys) + 2);
  line.at(start, shorten(does, column + width - start), {
    role: isHere ? 'current' : 'rest',
    bold: isHere,
  });
}
