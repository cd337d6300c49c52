import { activeThemes } from '../../model/codebook.ts';
import { visibleLine } from '../../model/visible.ts';
import type { LayerOf } from '../layer.ts';
import { drawerRule } from '../layout/bars.ts';
import { BLANK, type Line, LineBuilder } from '../layout/line.ts';
import { countOf, markedIn } from '../layout/marks.ts';
import { clusters, shorten } from '../layout/width.ts';
import { type PickerItem, pickerItems } from '../pickerItems.ts';
import { drawerHeight } from '../select.ts';
import type { ReaderState } from '../state.ts';
import type { Drawer } from './frame.ts';
import { type Draw, detailBelow, detailBeside } from './pickerDetail.ts';

type Picker = LayerOf<'picker'>;
const PANE = 58;

/** The themes to choose from, what is typed, and what the theme at hand means. */
export function pickerDrawer(state: ReaderState, layer: Picker): Drawer {
  const { columns } = state.size;
  const isWide = columns >= 100;
  const height = drawerHeight(state);
  const items = pickerItems(state.codebook, layer.query);
  const total = activeThemes(state.codebook).length;
  const shown = items.filter(item => item.kind === 'theme').length;
  const lines: Line[] = [
    drawerRule(
      columns,
      `Tag ¶ ${(state.reading?.place.current ?? 0) + 1}`,
      `${shown} of ${total} themes`,
    ),
  ];
  const body = isWide
    ? wideBody(state, layer, items, height - 1)
    : narrowBody(state, layer, items, height - 1);
  lines.push(...body);
  while (lines.length < height) lines.push(BLANK);
  const prompt = isWide ? 2 : 1;
  const field = {
    row: prompt,
    column: 4,
    width: (isWide ? PANE : columns) - 8,
    rows: 1,
    value: layer.query,
    placeholder: '',
  };
  return { lines: lines.slice(0, height), field };
}

const prompt = () => new LineBuilder().at(2, '›', { role: 'current' });

function narrowBody(
  state: ReaderState,
  layer: Picker,
  items: readonly PickerItem[],
  rows: number,
): Line[] {
  const below = detailBelow(state, layer, items, rows - 1);
  const list = listRows(state, layer, items, below.list, state.size.columns);
  const under = below.rows.map(text => new LineBuilder().at(5, text, { role: 'rest' }).build());
  return [prompt().build(), ...list.map(row => row.build()), BLANK, ...under];
}

function wideBody(
  state: ReaderState,
  layer: Picker,
  items: readonly PickerItem[],
  rows: number,
): Line[] {
  const list = listRows(state, layer, items, rows - 4, PANE - 2);
  const left = [new LineBuilder(), prompt(), new LineBuilder(), ...list];
  while (left.length < rows) left.push(new LineBuilder());
  const item = items[layer.cursor];
  const right =
    item?.kind === 'theme'
      ? detailBeside(state, layer, item, countIn(state, item.theme.id), PANE + 4, rows - 2)
      : createDetail(item);
  return left.slice(0, rows).map((line, i) => {
    if (i === 0 || i === rows - 1) return line.build();
    line.offFocus().at(PANE, '│', { role: 'hair' });
    right[i - 1]?.(line);
    return line.build();
  });
}

function createDetail(item: PickerItem | undefined): Draw[] {
  if (!item) return [];
  return [line => line.at(PANE + 4, 'Enter makes this theme and tags with it.', { role: 'muted' })];
}

/** The part of the list around the cursor, the offer to create a theme apart from the rest where there is room. */
function listRows(
  state: ReaderState,
  layer: Picker,
  items: readonly PickerItem[],
  room: number,
  end: number,
): LineBuilder[] {
  const size = Math.max(1, room);
  const from = Math.max(0, Math.min(layer.cursor - size + 1, items.length - size));
  const rows: LineBuilder[] = [];
  for (const [i, item] of items.slice(from, from + size).entries()) {
    const isSpare = size > items.length && i > 0 && end === PANE - 2;
    if (item.kind === 'create' && isSpare) rows.push(new LineBuilder());
    rows.push(itemRow(state, item, from + i === layer.cursor, end));
  }
  return rows;
}

function itemRow(state: ReaderState, item: PickerItem, isHere: boolean, end: number): LineBuilder {
  const line = new LineBuilder(isHere ? { row: true } : {}).at(0, isHere ? '▌' : ' ', {
    role: 'current',
  });
  if (item.kind === 'create') {
    line.at(2, '+', { role: 'current' }).at(5, 'create ', { role: 'muted' });
    line
      .push(shorten(visibleLine(item.name), end - 30), { role: 'current' })
      .push(' as a new theme', { role: 'muted' });
  } else themeRow(state, line, item, isHere, end);
  return isHere ? line.at(end, '') : line;
}

function themeRow(
  state: ReaderState,
  line: LineBuilder,
  { theme, parent, matched }: Extract<PickerItem, { kind: 'theme' }>,
  isHere: boolean,
  end: number,
): void {
  line.at(2, theme.mark, { theme: theme.colour }).at(5, '');
  const name = shorten(visibleLine(theme.name), end - 18);
  let at = 0;
  for (const letter of clusters(name)) {
    const isMatch = touches(matched, at, letter.length);
    at += letter.length;
    line.push(letter, {
      role: isHere || isMatch ? 'current' : 'rest',
      bold: isHere || isMatch,
      underline: isMatch,
    });
  }
  if (parent !== null)
    line.push(shorten(`  in ${visibleLine(parent)}`, end - 12 - line.width), { role: 'muted' });
  const look = { role: isHere ? 'current' : 'muted' } as const;
  const isNarrow = end !== PANE - 2;
  line.at(end - (isNarrow ? 9 : 8), theme.key === null ? '' : String(theme.key), look);
  line.endingAt(end - 2, String(countIn(state, theme.id)), look);
}

/** Whether one of the offsets lies in a stretch. */
const touches = (offsets: ReadonlySet<number>, from: number, length: number): boolean =>
  Array.from({ length }, (_, i) => from + i).some(offset => offsets.has(offset));

const countIn = ({ reading, codebook }: ReaderState, id: string): number =>
  reading ? countOf(markedIn(reading.transcript, reading.placed).counts, codebook, id) : 0;
