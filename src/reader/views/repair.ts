import { themeById } from '../../model/codebook.ts';
import type { Doubt } from '../../model/doubt.ts';
import { visibleLine } from '../../model/visible.ts';
import { keyFor } from '../keymap/shown.ts';
import { header, rule } from '../layout/bars.ts';
import { BLANK, type Line, LineBuilder } from '../layout/line.ts';
import { shorten } from '../layout/width.ts';
import type { RepairLayer } from '../repairLayer.ts';
import {
  abreast,
  doubtAt,
  settledCount,
  shownCandidates,
  standingOf,
  waitingIndexes,
} from '../repairs.ts';
import { scopeOf } from '../select.ts';
import type { ReaderState } from '../state.ts';
import { factBar, keyRow, statusLook, statusWords } from './bottom.ts';
import { shownDay } from './dates.ts';
import type { Screen } from './frame.ts';
import { lay, markedRows, placeRows } from './repairPlaces.ts';
import { candidatesWords, reasonOf, STANDING } from './repairWords.ts';
import { wrappedWords } from './themeDetail.ts';

const INDENT = 13;
const TALL = 30;

/** An annotation whose place is not certain: what it was on, and what may be it now. */
export function repairScreen(state: ReaderState, layer: RepairLayer): Screen {
  const { columns, rows } = state.size;
  const doubt = doubtAt(layer);
  const room = rows - 5;
  const body = doubt ? doubtRows(state, layer, doubt, room) : emptyRows(layer);
  while (body.length < room) body.push(BLANK);
  const settled = settledCount(state, layer);
  const waiting = waitingIndexes(state, layer).length;
  const share = settled + waiting === 0 ? 0 : settled / (settled + waiting);
  const count = layer.found?.length ?? 0;
  const place = count === 0 ? '' : `${layer.cursor + 1} of ${count}`;
  const lines: Line[] = [
    header(columns, 'Repair', [titleOf(state, layer, doubt)], place),
    rule(columns, share),
    ...body.slice(0, room),
    rule(columns),
    factBar(state, factOf(state, layer, doubt), statusWords(state), statusLook(state)),
    keyRow(state, scopeOf(state), 'REPAIR'),
  ];
  return { lines, field: null };
}

function titleOf({ size }: ReaderState, { text }: RepairLayer, doubt: Doubt | undefined): string {
  const where = text === null ? 'all transcripts' : 'this transcript';
  if (!doubt) return where;
  return shorten(visibleLine(doubt.title), size.columns - 30);
}

function emptyRows({ found }: RepairLayer): Line[] {
  const words = found === null ? 'Reading the transcripts …' : 'Nothing to repair.';
  const says = (text: string, bold: boolean) =>
    new LineBuilder().at(INDENT, text, { role: bold ? 'current' : 'muted', bold }).build();
  return [
    BLANK,
    BLANK,
    says(words, true),
    BLANK,
    ...(found === null ? [] : [says('Each of your tags has a certain place.', false)]),
  ];
}

function doubtRows(state: ReaderState, layer: RepairLayer, doubt: Doubt, room: number): Line[] {
  const isTall = room >= TALL - 5;
  const spare: Line[] = isTall ? [BLANK] : [];
  const top = [...spare, nameRow(state, layer, doubt), ...spare, ...wasRows(state, layer, doubt)];
  const hints = hintRows(state, doubt);
  const left = room - top.length - 1 - (isTall ? hints.length : 0);
  const shown = [...top, BLANK, ...placesRows(state, layer, Math.max(1, left))];
  return shown.length + hints.length <= room ? [...shown, ...hints] : shown;
}

/** The theme, whose tag it is, and why its place is not certain, or what was done about it. */
function nameRow(state: ReaderState, layer: RepairLayer, doubt: Doubt): Line {
  const { annotation } = doubt.placed;
  const theme = annotation.theme === null ? undefined : themeById(state.codebook, annotation.theme);
  const name = theme ? visibleLine(theme.name) : (annotation.theme ?? 'memo');
  const standing = standingOf(state, layer, doubt);
  const line = new LineBuilder()
    .at(2, standing === 'open' ? '?' : ' ', { role: 'warn' })
    .push(theme?.mark ?? '·', theme ? { theme: theme.colour } : { role: 'muted' })
    .push(` ${shorten(name, 30)}`, { role: 'current', bold: true });
  if (annotation.key) line.push(' ★', { role: 'current' });
  line.push(
    `   ${visibleLine(annotation.coder)}, ${shownDay(annotation.created, state.timeZone)}   `,
    { role: 'muted' },
  );
  const why = standing === 'open' ? reasonOf(doubt) : STANDING[standing];
  return line.push(shorten(why, state.size.columns - 2 - line.width), { role: 'warn' }).build();
}

/** The stored quotation, what is gone of it in the first place shown, and the memo. */
function wasRows(state: ReaderState, layer: RepairLayer, { placed, near }: Doubt): Line[] {
  const { columns, rows } = state.size;
  const { selector, memo } = placed.annotation;
  const [first] = shownCandidates(layer, state.size);
  const most = rows >= TALL ? 5 : rows >= 20 ? 3 : 1;
  const label = near === null ? 'was' : `was ~¶ ${near + 1}`;
  const quoted = markedRows(
    selector?.exact ?? '',
    first?.changes.gone ?? [],
    columns - INDENT - 2,
    most,
    { role: 'rest' },
  );
  const lines = quoted.map((pieces, i) => {
    const line = new LineBuilder();
    if (i === 0) line.at(2, shorten(label, INDENT - 3), { role: 'muted' });
    return lay(line, INDENT, pieces).build();
  });
  if (memo !== null && rows >= TALL)
    lines.push(
      new LineBuilder()
        .at(INDENT, shorten(`↳ ${visibleLine(memo)}`, columns - INDENT - 2), {
          role: 'muted',
          italic: true,
        })
        .build(),
    );
  return lines;
}

/** The places side by side, as many as there is room for. */
function placesRows(state: ReaderState, layer: RepairLayer, room: number): Line[] {
  const { columns } = state.size;
  const shown = shownCandidates(layer, state.size);
  const isPair = abreast(state.size) === 2 && shown.length > 1;
  const middle = Math.floor(columns / 2) - 1;
  const width = isPair ? middle - 7 : columns - 8;
  const columnsOf = shown.map((one, i) => placeRows(one, String(i + 1), width, room));
  const height = Math.min(room, Math.max(0, ...columnsOf.map(rows => rows.length)));
  return Array.from({ length: height }, (_, i) => {
    const line = new LineBuilder().at(0, '▌', { role: 'current' });
    lay(line, 4, columnsOf[0]?.[i] ?? []);
    if (isPair) lay(line.at(middle, '│', { role: 'hair' }), middle + 4, columnsOf[1]?.[i] ?? []);
    return line.build();
  });
}

/** What can be done, in sentences, where there is room for them. */
function hintRows(state: ReaderState, { placed: { anchor }, candidates }: Doubt): Line[] {
  const says = (column: number, text: string) =>
    new LineBuilder()
      .at(column, shorten(text, state.size.columns - column - 2), { role: 'muted' })
      .build();
  const key = (command: 'point' | 'keepIt' | 'removeIt') => keyFor(state.keymap, 'repair', command);
  const until =
    anchor?.kind === 'similar'
      ? 'Until you accept it, its quotation has a ? in digests.'
      : 'Until you choose, the tag is kept as it was and left out of digests.';
  return [
    BLANK,
    ...wrappedWords(
      candidates.length > 0 ? `Changed words are bold and underlined. ${until}` : until,
      state.size.columns - 4,
    ).map(row => says(2, row)),
    BLANK,
    says(2, `or         ${key('point')} point to the place yourself`),
    says(INDENT, `${key('keepIt')} keep it as it is: listed last here, and no problem any more`),
    says(INDENT, `${key('removeIt')} remove it (undo brings it back)`),
  ];
}

/** What it is, how many places there are, and how much is left. */
function factOf(state: ReaderState, layer: RepairLayer, doubt: Doubt | undefined): string {
  if (!doubt) return layer.found === null ? 'reading' : 'nothing is left to repair';
  const settled = settledCount(state, layer);
  const waiting = waitingIndexes(state, layer).length;
  const abreastNow = shownCandidates(layer, state.size).length;
  const { candidates } = doubt;
  const which =
    candidates.length > abreastNow
      ? ` (${layer.from + 1}${abreastNow > 1 ? `–${layer.from + abreastNow}` : ''} here)`
      : '';
  const kind = doubt.placed.anchor?.kind ?? '';
  return `${settled} settled, ${waiting} to go · ${kind} · ${candidatesWords(doubt)}${which}`;
}
