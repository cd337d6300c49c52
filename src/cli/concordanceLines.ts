import { type Theme, themeById } from '../model/codebook.ts';
import { visibleLine } from '../model/visible.ts';
import type { SearchHit } from '../project/search.ts';
import { cellsOf, cut, cutStart, pad, prepareCells } from './cells.ts';
import type { Session } from './session.ts';
import { themeWords } from './words.ts';

/** A line's parts, visible and on one line. */
interface Row {
  text: string;
  paragraph: string;
  before: string;
  match: string;
  after: string;
  themes: string;
}

const GAP = 2;
/** Cells that the words of themes may take at most, and that the words around a hit must keep. */
const MOST_THEMES = 28;
const LEAST_WORDS = 24;

/** Hits under the ids of their transcripts, aligned on the keyword: paragraph, words, themes. */
export async function concordanceLines(
  session: Session,
  hits: readonly SearchHit[],
  themes: readonly Theme[],
): Promise<string[]> {
  const rows = hits.map(hit => rowOf(hit, themes));
  await prepareCells(rows.flatMap(row => Object.values(row)));
  const columns = columnsOf(session.width, rows);
  return rows.flatMap((row, i) => [
    ...(row.text === rows[i - 1]?.text ? [] : [session.bold(cut(row.text, session.width))]),
    line(session, columns, row),
  ]);
}

function rowOf(hit: SearchHit, themes: readonly Theme[]): Row {
  return {
    text: visibleLine(hit.text),
    paragraph: String(hit.paragraph),
    before: oneLine(hit.before),
    match: oneLine(hit.match),
    after: oneLine(hit.after),
    themes: hit.themes.map(id => shownTheme(themes, id)).join(' · '),
  };
}

/** Mark and name; where many would not fit their marks still do, for the marks come first. */
const shownTheme = (themes: readonly Theme[], id: string): string =>
  themeById({ version: 1, themes: [...themes] }, id) ? themeWords(themes, id) : `? ${id}`;

const oneLine = (words: string): string => visibleLine(words.replace(/\s+/g, ' '));

interface Columns {
  paragraph: number;
  before: number;
  /** The hit and what follows it. */
  rest: number;
  themes: number;
}

function columnsOf(width: number, rows: readonly Row[]): Columns {
  const widest = (of: (row: Row) => string) =>
    rows.reduce((most, row) => Math.max(most, cellsOf(of(row))), 0);
  const paragraph = widest(row => row.paragraph);
  const room = width - paragraph - GAP;
  const themes = Math.min(
    widest(row => row.themes),
    MOST_THEMES,
    room - LEAST_WORDS - GAP,
  );
  const shown = Math.max(0, themes);
  const words = room - (shown > 0 ? shown + GAP : 0);
  const before = Math.min(
    widest(row => row.before),
    Math.floor(words * 0.42),
  );
  const rest = Math.min(
    words - before,
    widest(row => row.match + row.after),
  );
  return { paragraph, before, rest, themes: shown };
}

function line(session: Session, columns: Columns, row: Row): string {
  const match = cut(row.match, columns.rest);
  const after = cut(row.after, columns.rest - cellsOf(match));
  const beside = columns.themes > 0 ? session.dim(cut(row.themes, columns.themes)) : '';
  const tail = beside === '' ? after : pad(after, columns.rest - cellsOf(match) + GAP);
  const number = session.dim(pad(row.paragraph, columns.paragraph, true));
  const before = pad(cutStart(row.before, columns.before), columns.before, true);
  return `${number}${' '.repeat(GAP)}${before}${session.bold(match)}${tail}${beside}`.trimEnd();
}
