import type { HelpItem } from '../helpItems.ts';
import { helpItems } from '../helpItems.ts';
import type { LayerOf } from '../layer.ts';
import { header, heavyRule, rule } from '../layout/bars.ts';
import { BLANK, type Line, LineBuilder } from '../layout/line.ts';
import { cells, shorten } from '../layout/width.ts';
import { pinnedThemes } from '../select.ts';
import type { ReaderState } from '../state.ts';
import { bottomBar, keyRow } from './bottom.ts';
import type { Screen } from './frame.ts';
import { wrappedWords } from './themeDetail.ts';

type Help = LayerOf<'help'>;

/** A column's rows: a group's name, its keys, a blank. */
type Cell =
  | { kind: 'blank' }
  | { kind: 'group'; name: string }
  | { kind: 'item'; item: HelpItem; does: string; index: number }
  /** What an item does, where one row has no room for all of it. */
  | { kind: 'more'; does: string; index: number }
  | { kind: 'mark'; mark: string; means: string };

const LEAST_COLUMN = 38;
/** Cells between two columns, and of the keys before what they do. */
const BETWEEN = 2;
const KEYS_WIDTH = 12;
const keysWidth = (keys: string): number => Math.max(KEYS_WIDTH, cells(keys) + 2);

const CHANGE = 'every key can be changed: settings';

/** Every key of a page, filtered by what is typed; Enter does the one at the cursor. */
export function helpScreen(state: ReaderState, layer: Help): Screen {
  const { columns, rows } = state.size;
  const items = helpItems(state.keymap, layer.scope, layer.query);
  const room = rows - 5 - 4;
  const count = Math.max(1, Math.min(3, Math.floor((columns - 4) / LEAST_COLUMN)));
  const width = Math.floor((columns - 4) / count);
  const groups = pageGroups(state, items, layer.query === '', width - BETWEEN);
  const all = inColumns(groups, count, room);
  const from = firstColumn(all, count, layer);
  const grid = all.slice(from, from + count);
  const part = `part ${Math.ceil(from / count) + 1} of ${Math.ceil(all.length / count)}`;
  const lines: Line[] = [
    header(columns, 'Help', [layer.scope], all.length > count ? `${part} · ${CHANGE}` : CHANGE),
    rule(columns),
    BLANK,
  ];
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

/** Each group's name, a blank and its keys; without a filter the marks as well. */
function pageGroups(
  state: ReaderState,
  items: readonly HelpItem[],
  withMarks: boolean,
  width: number,
): Cell[][] {
  const groups = new Map<string, Cell[]>();
  for (const [index, item] of items.entries()) {
    const known = groups.get(item.group);
    const rows = itemRows(item, index, width);
    if (known) known.push(...rows);
    else groups.set(item.group, [...named(item.group), ...rows]);
  }
  if (items.length === 0) return [[{ kind: 'group', name: 'No key and no action of that name.' }]];
  return [...groups.values(), ...(withMarks ? [[...named('Marks'), ...marks(state)]] : [])];
}

/** An item in as many rows as its words take: nothing that a key does is cut. */
function itemRows(item: HelpItem, index: number, width: number): Cell[] {
  const [does = '', ...more] = wrappedWords(item.does, Math.max(1, width - keysWidth(item.keys)));
  return [
    { kind: 'item', item, does, index },
    ...more.map((rest): Cell => ({ kind: 'more', does: rest, index })),
  ];
}

const named = (name: string): Cell[] => [{ kind: 'group', name }, { kind: 'blank' }];

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

/** Columns of even height, at most `room` rows, no group parted where it need not be; without the blanks under names where that saves one. */
function inColumns(groups: readonly Cell[][], count: number, room: number): Cell[][] {
  const roomy = evenColumns(groups, count, room);
  if (roomy.length <= count) return roomy;
  const tight = evenColumns(
    groups.map(group => group.filter(({ kind }) => kind !== 'blank')),
    count,
    room,
  );
  return tight.length < roomy.length ? tight : roomy;
}

function evenColumns(groups: readonly Cell[][], count: number, room: number): Cell[][] {
  const size = groups.reduce((sum, group) => sum + group.length + 1, 0);
  const tallest = Math.max(...groups.map(group => group.length));
  for (let height = Math.max(tallest, Math.ceil(size / count)); height < room; height++) {
    const even = cutIntoColumns(groups, height);
    if (even.length <= count) return even;
  }
  return cutIntoColumns(groups, Math.max(1, room));
}

function cutIntoColumns(groups: readonly Cell[][], height: number): Cell[][] {
  const columns: Cell[][] = [];
  for (const group of groups) {
    const last = columns.at(-1);
    if (last && last.length + 1 + group.length <= height) last.push({ kind: 'blank' }, ...group);
    else columns.push(...partsOf(group, height));
  }
  return columns;
}

const LEAST_WITH_NAME = 4;

/** A group that is taller than a column in several; where next to nothing fits, without its name. */
function partsOf(group: readonly Cell[], height: number): Cell[][] {
  if (group.length <= height) return [[...group]];
  const shown = height < LEAST_WITH_NAME ? group.filter(isEntry) : group;
  const parts: Cell[][] = [];
  for (let from = 0; from < shown.length; ) {
    const to = partEnd(shown, from, height);
    parts.push(shown.slice(from, to));
    from = to;
  }
  return parts;
}

/** Where a part ends: before an item that would go on in the next one, unless it is taller than a part. */
function partEnd(cells: readonly Cell[], from: number, height: number): number {
  let to = Math.min(from + height, cells.length);
  while (to > from && cells[to]?.kind === 'more') to--;
  return to > from ? to : Math.min(from + height, cells.length);
}

const isEntry = ({ kind }: Cell): boolean => kind !== 'group' && kind !== 'blank';

/** The index of the first column that is shown, so that the one with the cursor is. */
function firstColumn(columns: readonly Cell[][], count: number, { cursor }: Help): number {
  const here = columns.findIndex(column =>
    column.some(cell => cell.kind === 'item' && cell.index === cursor),
  );
  return Math.max(0, Math.min(here, columns.length - count));
}

function gridRows(grid: readonly Cell[][], width: number, room: number, layer: Help): Line[] {
  return Array.from({ length: room }, (_, row) => {
    const line = new LineBuilder();
    for (const [i, column] of grid.entries())
      drawCell(line, column[row], 2 + i * width, width - BETWEEN, layer);
    return line.build();
  });
}

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
  const isHere = 'index' in cell && cell.index === layer.cursor;
  if (isHere) line.at(column - 2, '▌', { role: 'current' });
  const keys = keysOf(cell);
  line.at(column, keys, { role: 'current', bold: isHere });
  const start = column + keysWidth(keys);
  const does = cell.kind === 'mark' ? cell.means : cell.does;
  line.at(start, shorten(does, column + width - start), {
    role: isHere ? 'current' : 'rest',
    bold: isHere,
  });
}

function keysOf(cell: Exclude<Cell, { kind: 'blank' | 'group' }>): string {
  if (cell.kind === 'item') return cell.item.keys;
  return cell.kind === 'mark' ? cell.mark : '';
}
