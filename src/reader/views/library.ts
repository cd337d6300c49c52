import type { Theme } from '../../model/codebook.ts';
import type { TextSummary } from '../../model/library.ts';
import { visibleLine } from '../../model/visible.ts';
import { header, rule } from '../layout/bars.ts';
import { BLANK, type Line, LineBuilder, type Look } from '../layout/line.ts';
import { shorten } from '../layout/width.ts';
import { drawerHeight, pinnedThemes } from '../select.ts';
import type { ReaderState } from '../state.ts';
import { bottomBar, keyRow } from './bottom.ts';
import { shownDate } from './dates.ts';
import type { Screen } from './frame.ts';

const BAR = 12;
const ROWS_EACH = 3;

/** The transcripts of the project, two rows and a blank each. */
export function libraryScreen(state: ReaderState): Screen {
  const { columns, rows } = state.size;
  const lines: Line[] = [libraryHeader(state), rule(columns)];
  const room = rows - 5 - drawerHeight(state);
  const body = libraryBody(state, room);
  while (body.length < rows - 5) body.push(BLANK);
  lines.push(
    ...body.slice(0, rows - 5),
    rule(columns),
    bottomBar(state),
    keyRow(state, 'library', null),
  );
  return { lines, field: null };
}

function libraryHeader({ size, project, library }: ReaderState): Line {
  const { texts, loading } = library;
  const sum = (of: (text: TextSummary) => number) =>
    texts.reduce((total, text) => total + of(text), 0);
  const parts = [counted(texts.length, 'transcript')];
  if (size.columns >= 100)
    parts.push(
      counted(
        sum(text => text.paragraphs),
        'paragraph',
      ),
    );
  parts.push(counted(sum(tagsOf), 'tag'));
  const nothing = texts.length === 0 && library.unreadable.length === 0;
  const right = loading
    ? `reading${loading.total > 0 ? ` ${loading.done} of ${loading.total}` : '…'}`
    : nothing
      ? 'no transcripts yet'
      : parts.join(' · ');
  return header(size.columns, 'Library', [visibleLine(project)], right);
}

const counted = (n: number, noun: string): string => `${n} ${noun}${n === 1 ? '' : 's'}`;
const tagsOf = ({ byTheme }: TextSummary): number =>
  Object.values(byTheme).reduce((a, b) => a + b, 0);

function libraryBody(state: ReaderState, rows: number): Line[] {
  const { texts, unreadable, loading } = state.library;
  if (texts.length + unreadable.length === 0) return loading ? [] : emptyBody();
  const columns = columnsOf(state);
  const body: Line[] = [];
  if (state.size.rows >= 30) body.push(BLANK);
  body.push(headings(state, columns), BLANK);
  const room = Math.max(1, Math.floor((rows - body.length + 1) / ROWS_EACH));
  const from = firstRow(state, room);
  for (let i = from; i < Math.min(from + room, texts.length + unreadable.length); i++) {
    body.push(...entryRows(state, columns, i), BLANK);
  }
  if (body.length + 2 < rows && !loading)
    body.push(
      BLANK,
      new LineBuilder()
        .at(2, 'A .txt or .md file dropped into texts/ appears here.', { role: 'muted' })
        .build(),
    );
  return body;
}

function emptyBody(): Line[] {
  const row = (text: string, look: Look) => new LineBuilder().at(13, text, look).build();
  return [
    BLANK,
    BLANK,
    BLANK,
    row('Nothing to read yet.', { role: 'current', bold: true }),
    BLANK,
    row('Put a .txt or .md file into texts/.', { role: 'rest' }),
    row('It appears here the next time you come.', { role: 'rest' }),
    BLANK,
    row('The codebook has four themes to start with.', { role: 'rest' }),
  ];
}

/** The first transcript shown, so that the cursor is in sight. */
function firstRow({ library }: ReaderState, room: number): number {
  const count = library.texts.length + library.unreadable.length;
  return Math.max(0, Math.min(library.cursor - Math.floor(room / 2), count - room));
}

interface Columns {
  isWide: boolean;
  title: number;
  date: number;
  paragraphs: number;
  tagged: number;
  percent: number;
  themes: readonly { theme: Theme; column: number }[];
}

/** Columns from the right edge: the title takes what is left. The last cell of each column, or its first for bars. */
function columnsOf({ size, codebook }: ReaderState): Columns {
  const isWide = size.columns >= 100;
  const pace = isWide ? 5 : 4;
  const most = Math.max(0, Math.floor((size.columns - (isWide ? 80 : 52)) / pace));
  const pinned = pinnedThemes(codebook).slice(0, Math.min(9, most));
  const last = size.columns - (isWide ? 6 : 5);
  const themes = pinned.map((theme, i) => ({
    theme,
    column: last - pace * (pinned.length - 1 - i),
  }));
  const first = themes[0]?.column ?? last + pace;
  if (isWide)
    return {
      isWide,
      title: first - 51,
      date: first - 33,
      paragraphs: first - 26,
      tagged: first - 22,
      percent: first - 5,
      themes,
    };
  return {
    isWide,
    title: first - 19,
    date: 0,
    paragraphs: first - 12,
    tagged: first - 10,
    percent: first - 4,
    themes,
  };
}

function headings(_state: ReaderState, columns: Columns): Line {
  const look: Look = { role: 'muted' };
  const line = new LineBuilder().at(2, 'transcript', look);
  if (columns.isWide) line.endingAt(columns.date, 'date', look);
  line.endingAt(columns.paragraphs + 0, '¶', look).at(columns.tagged, 'tagged', look);
  for (const { theme, column } of columns.themes)
    line.at(column, theme.mark, { theme: theme.colour });
  return line.build();
}

function entryRows(state: ReaderState, columns: Columns, index: number): [Line, Line] {
  const isHere = index === state.library.cursor;
  const text = state.library.texts[index];
  return text
    ? textRows(state, columns, text, isHere)
    : unreadableRows(state, index - state.library.texts.length, isHere);
}

const rowStart = (isHere: boolean) =>
  new LineBuilder(isHere ? { row: true } : {}).at(0, isHere ? '▌' : ' ', { role: 'current' });

function textRows(
  state: ReaderState,
  columns: Columns,
  text: TextSummary,
  isHere: boolean,
): [Line, Line] {
  const width = isHere ? state.size.columns : 0;
  const plain: Look = { role: isHere ? 'current' : 'rest' };
  const first = rowStart(isHere).at(2, shorten(visibleLine(text.title), columns.title), {
    role: 'current',
    bold: isHere,
  });
  if (columns.isWide && text.date)
    first.endingAt(columns.date, shorten(shownDate(visibleLine(text.date)), 14), plain);
  first.endingAt(columns.paragraphs, String(text.paragraphs), plain);
  if (columns.isWide) taggedBar(first, columns.tagged, text.tagged, isHere);
  first.endingAt(columns.percent, `${Math.round(text.tagged * 100)}%`, plain);
  for (const { theme, column } of columns.themes)
    first.endingAt(column + 1, countCell(text.byTheme[theme.id] ?? 0), plain);
  return [first.build(width), secondRow(state, columns, text, isHere).build(width)];
}

const countCell = (count: number): string => (count === 0 ? '·' : String(count));

function taggedBar(line: LineBuilder, column: number, share: number, isHere: boolean): void {
  const heavy = share === 0 ? 0 : Math.max(1, Math.floor(share * BAR));
  line
    .at(column, '━'.repeat(heavy), { role: isHere ? 'current' : 'rest' })
    .push('─'.repeat(BAR - heavy), { role: 'hair' });
}

function secondRow(
  state: ReaderState,
  columns: Columns,
  text: TextSummary,
  isHere: boolean,
): LineBuilder {
  const { size, places } = state;
  const speaker = visibleLine(text.speaker ?? '');
  const date = text.date && !columns.isWide ? shownDate(visibleLine(text.date)) : '';
  const repair = text.toRepair > 0 ? `? ${text.toRepair} to repair` : '';
  const end = columns.isWide
    ? columns.tagged - 2
    : size.columns - 4 - (repair ? repair.length + 1 : 0);
  const line = rowStart(isHere).at(
    2,
    shorten(
      [date, speaker].filter(Boolean).join(' · '),
      Math.min(end, columns.isWide ? end : 48) - 2,
    ),
    { role: 'rest' },
  );
  if (columns.isWide)
    line.at(columns.tagged, placeWords(places[text.id], text.paragraphs), { role: 'rest' });
  return repair ? line.endingAt(size.columns - 2, repair, { role: 'warn' }) : line;
}

/** Where the reader was in a transcript: nowhere yet, at a paragraph, or at its end. */
function placeWords(place: number | undefined, count: number): string {
  if (place === undefined) return 'new';
  return place + 1 >= count ? 'read' : `at ¶ ${place + 1}`;
}

function unreadableRows(
  { size, library }: ReaderState,
  index: number,
  isHere: boolean,
): [Line, Line] {
  const one = library.unreadable[index];
  const width = isHere ? size.columns : 0;
  const first = rowStart(isHere).at(2, shorten(visibleLine(one?.file ?? ''), size.columns - 24), {
    role: 'current',
    bold: isHere,
  });
  first.endingAt(size.columns - 2, '! cannot be read', { role: 'warn' });
  const reason = visibleLine(one?.fault.message.replace(/^.*[\\/](?=[^\\/]*: )/, '') ?? '');
  return [
    first.build(width),
    rowStart(isHere)
      .at(2, shorten(reason, size.columns - 4), { role: 'rest' })
      .build(width),
  ];
}
