import type { Theme } from '../../model/codebook.ts';
import { visibleLine } from '../../model/visible.ts';
import { keyFor } from '../keymap/shown.ts';
import type { LayerOf } from '../layer.ts';
import type { LineBuilder } from '../layout/line.ts';
import { shorten } from '../layout/width.ts';
import type { PickerItem } from '../pickerItems.ts';
import type { ReaderState } from '../state.ts';
import { definitionRows, firstRows, limitRows } from './themeDetail.ts';

type Picker = LayerOf<'picker'>;
type ThemeItem = Extract<PickerItem, { kind: 'theme' }>;

/** What draws its part of a row, from the pane's column on. */
export type Draw = (line: LineBuilder) => void;

const LABEL = 9;
/** Rows of a definition under the list, where there is one pane. */
const DEFINITION_ROWS = 3;
/** Where limits are read under the list, it keeps as many rows. */
const LIST_BESIDE_LIMITS = 2;

/** Rows of the list under which a theme is explained, and what explains it. */
export interface Below {
  list: number;
  rows: readonly string[];
}

/**
 * Below 100 columns: the definition of the theme at the cursor, and with each Tab more of what it includes
 * and excludes, until all was shown.
 */
export function detailBelow(
  { size }: ReaderState,
  layer: Picker,
  items: readonly PickerItem[],
  room: number,
): Below {
  const item = items[layer.cursor];
  const none = Math.max(1, Math.min(items.length, room - 1));
  if (item?.kind !== 'theme') return { list: none, rows: [] };
  const width = size.columns - 12;
  const list = Math.max(1, Math.min(items.length, LIST_BESIDE_LIMITS));
  const limits = pagesOf(limitRows(item.theme, width - LABEL), room - list - 1);
  const page = layer.turns % (1 + limits.length);
  if (page > 0)
    return {
      list,
      rows: (limits[page - 1] ?? []).map(([label, text]) => `${label.padEnd(LABEL)}${text}`),
    };
  const definition = definitionRows(item.theme, width);
  const beside = Math.max(
    1,
    Math.min(items.length, room - 1 - Math.min(DEFINITION_ROWS, definition.length)),
  );
  return { list: beside, rows: firstRows(definition, Math.max(0, room - 1 - beside), width) };
}

type Labelled = readonly [label: string, text: string];

/** Rows in pages; a field that goes on on the next page has its label there too. */
function pagesOf(rows: readonly Labelled[], size: number): Labelled[][] {
  const pages: Labelled[][] = [];
  if (size < 1) return pages;
  let name = '';
  for (const [i, [label, text]] of rows.entries()) {
    if (label !== '') name = label;
    if (i % size === 0) pages.push([]);
    pages.at(-1)?.push([i % size === 0 ? name : label, text]);
  }
  return pages;
}

/** What a theme is, in a pane of its own from a column on; Tab turns it where it is longer than the pane. */
export function detailBeside(
  state: ReaderState,
  { turns }: Picker,
  item: ThemeItem,
  count: number,
  column: number,
  room: number,
): Draw[] {
  const end = state.size.columns - 6;
  const head = [heading(item.theme, count, column, end), () => undefined];
  const rows = explained(item.theme, column, end - column);
  const left = room - head.length;
  if (rows.length <= left) return [...head, ...rows];
  const size = Math.max(1, left - 1);
  const page = turns % Math.ceil(rows.length / size);
  // The last page is a full one: what is read begins with its label.
  const from = Math.min(page * size, rows.length - size);
  const more = from + size < rows.length ? 'goes on' : 'from the beginning';
  const words = `${keyFor(state.keymap, 'themes', 'tab')}  ${more}`;
  return [
    ...head,
    ...rows.slice(from, from + size),
    line => line.at(column, words, { role: 'muted' }),
  ];
}

function heading(theme: Theme, count: number, column: number, end: number): Draw {
  const key = theme.key === null ? '' : ` · key ${theme.key}`;
  const facts = `${count} ${count === 1 ? 'tag' : 'tags'} here${key}`;
  const name = shorten(visibleLine(theme.name), end - column - facts.length - 4);
  return line => {
    line
      .at(column, theme.mark, { theme: theme.colour })
      .at(column + 2, name, { role: 'current', bold: true });
    line.endingAt(end, facts, { role: 'muted' });
  };
}

function explained(theme: Theme, column: number, width: number): Draw[] {
  const rows = definitionRows(theme, width).map(
    (text): Draw =>
      line =>
        line.at(column, text, { role: 'current' }),
  );
  for (const [label, text] of limitRows(theme, width - LABEL)) {
    if (label !== '') rows.push(() => undefined);
    rows.push(line =>
      line.at(column, label, { role: 'muted' }).at(column + LABEL, text, { role: 'rest' }),
    );
  }
  return rows;
}
