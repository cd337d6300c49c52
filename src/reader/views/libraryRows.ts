import type { Theme } from '../../model/codebook.ts';
import type { TextSummary, Unreadable } from '../../model/library.ts';
import { visibleLine } from '../../model/visible.ts';
import { type Line, LineBuilder, type Look } from '../layout/line.ts';
import { summedCount } from '../layout/marks.ts';
import { shorten } from '../layout/width.ts';
import { SORT_WORDS } from '../librarySort.ts';
import { libraryRows } from '../libraryTexts.ts';
import { pinnedThemes } from '../select.ts';
import type { ReaderState } from '../state.ts';
import { shownDate } from './dates.ts';

const BAR = 12;

/** Where things stand in a row. */
export interface Columns {
  isWide: boolean;
  title: number;
  date: number;
  paragraphs: number;
  tagged: number;
  percent: number;
  themes: readonly { theme: Theme; column: number }[];
}

/** Columns from the right edge: the title takes what is left. The last cell of each column, or its first for bars. */
export function columnsOf({ size, codebook }: ReaderState): Columns {
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

export function headings(state: ReaderState, columns: Columns): Line {
  const look: Look = { role: 'muted' };
  const words = `transcript   ${SORT_WORDS[state.librarySort]}`;
  const line = new LineBuilder().at(2, shorten(words, columns.title), look);
  if (columns.isWide) line.endingAt(columns.date, 'date', look);
  line.endingAt(columns.paragraphs + 0, '¶', look).at(columns.tagged, 'tagged', look);
  for (const { theme, column } of columns.themes)
    line.at(column, theme.mark, { theme: theme.colour });
  return line.build();
}

/** The two rows of a transcript, or of a file that cannot be read, by its place in the list. */
export function entryRows(state: ReaderState, columns: Columns, index: number): [Line, Line] {
  const isHere = index === state.library.cursor;
  const { texts, unreadable } = libraryRows(state);
  const text = texts[index];
  return text
    ? textRows(state, columns, text, isHere)
    : unreadableRows(state, unreadable[index - texts.length], isHere);
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
    first.endingAt(
      column + 1,
      countCell(summedCount(text.byTheme, state.codebook, theme.id)),
      plain,
    );
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
  if (text.unread !== undefined) return reasonRow(state, text.unread, NOT_READ, isHere);
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
      [date, speaker].filter(Boolean).join(' · ') || originOf(text),
      Math.min(end, columns.isWide ? end : 48) - 2,
    ),
    { role: 'rest' },
  );
  if (columns.isWide)
    line.at(columns.tagged, placeWords(places[text.id], text.paragraphs), { role: 'rest' });
  return repair ? line.endingAt(size.columns - 2, repair, { role: 'warn' }) : line;
}

/** Where it is from, for one that says neither who speaks nor when; its file, where the title is another. */
const originOf = ({ id, title, file, source }: TextSummary): string =>
  visibleLine(source ?? (title === id ? '' : file));

/** Where the reader was in a transcript: nowhere yet, at a paragraph, or at its end. */
function placeWords(place: number | undefined, count: number): string {
  if (place === undefined) return 'new';
  return place + 1 >= count ? 'read' : `at ¶ ${place + 1}`;
}

const NOT_READ = '! tags cannot be read';

/** Why something of an entry cannot be read, without the way to the file; with a word about it at the right. */
function reasonRow({ size }: ReaderState, message: string, word: string, isHere: boolean) {
  const reason = visibleLine(message.replace(/^.*[\\/](?=[^\\/]*: )/, ''));
  const room = size.columns - 4 - (word === '' ? 0 : word.length + 2);
  const line = rowStart(isHere).at(2, shorten(reason, room), { role: 'rest' });
  return word === '' ? line : line.endingAt(size.columns - 2, word, { role: 'warn' });
}

function unreadableRows(
  state: ReaderState,
  one: Unreadable | undefined,
  isHere: boolean,
): [Line, Line] {
  const { columns } = state.size;
  const width = isHere ? columns : 0;
  const first = rowStart(isHere).at(2, shorten(visibleLine(one?.file ?? ''), columns - 24), {
    role: 'current',
    bold: isHere,
  });
  first.endingAt(columns - 2, '! cannot be read', { role: 'warn' });
  return [first.build(width), reasonRow(state, one?.fault.message ?? '', '', isHere).build(width)];
}
