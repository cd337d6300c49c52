import type { Theme } from '../../model/codebook.ts';
import { queryWords } from '../../model/searchQuery.ts';
import { visibleLine } from '../../model/visible.ts';
import type { HitsLayer, HitsList, ListedHit } from '../hitsLayer.ts';
import { hitsInOrder, themesOfHit } from '../hitsList.ts';
import { header, rule } from '../layout/bars.ts';
import { BLANK, type Line, LineBuilder, type Look } from '../layout/line.ts';
import { cells, shorten, shortenStart } from '../layout/width.ts';
import type { ReaderState } from '../state.ts';
import { factBar, keyRow, statusLook, statusWords } from './bottom.ts';
import type { Screen } from './frame.ts';

const FRAME = 5;
const WIDE = 100;
const TITLE = 2;
const GAP = 2;

/** Columns of the list: cells, and where the keyword begins. */
interface Columns {
  title: number;
  place: number;
  before: number;
  match: number;
  end: number;
  marks: number;
}

/** Hits in all transcripts, one a row: where, the words before, the keyword, the words after, themes. */
export function hitsScreen(state: ReaderState, layer: HitsLayer): Screen {
  const { columns, rows } = state.size;
  const list = state.hits;
  const hits = hitsInOrder(list?.hits ?? [], layer.order);
  const cursor = Math.max(0, Math.min(layer.cursor, hits.length - 1));
  const room = Math.max(1, rows - FRAME);
  const from = Math.max(0, Math.min(cursor - Math.floor(room / 2), hits.length - room));
  const seen = hits.slice(from, from + room);
  const shown = columnsOf(columns, seen);
  const body = seen.map((hit, i) =>
    hitRow(state, shown, hit, { isHere: from + i === cursor, isNamed: isNamed(seen, i, layer) }),
  );
  if (list && hits.length === 0) body.push(nothing(list));
  while (body.length < room) body.push(BLANK);
  const here = hits[cursor];
  const lines: Line[] = [
    header(
      columns,
      list ? `“${visibleLine(queryWords(list.query))}”` : '',
      orderWords(layer),
      totals(list),
    ),
    rule(columns, hits.length === 0 ? 0 : (cursor + 1) / hits.length),
    ...body.slice(0, room),
    rule(columns),
    factBar(state, here ? factOf(state, here) : '', statusWords(state), statusLook(state)),
    keyRow(state, 'hits', null),
  ];
  return { lines, field: null };
}

function orderWords({ order }: HitsLayer): string[] {
  if (order === 'place') return ['in all transcripts'];
  return [`in all transcripts, by the words ${order}`, `by the words ${order}`];
}

/** How many there are, and how far the search is. */
function totals(list: HitsList | null): string {
  if (!list || list.problem !== null) return '';
  const hits = `${list.total} hit${list.total === 1 ? '' : 's'}`;
  if (!list.isWhole) return `looking… ${hits} · ${list.done} of ${list.of}`;
  const listed = list.hits.length < list.total ? `, ${list.hits.length} listed,` : '';
  return `${hits}${listed} in ${list.texts} transcript${list.texts === 1 ? '' : 's'}`;
}

function nothing({ problem, isWhole, query }: HitsList): Line {
  const words =
    problem !== null
      ? `! ${visibleLine(problem)}`
      : isWhole
        ? `No hits for “${visibleLine(queryWords(query))}”.`
        : 'looking…';
  return new LineBuilder()
    .at(TITLE + 4, words, { role: problem === null ? 'muted' : 'warn' })
    .build();
}

/** A title stands once for the hits that follow one another in its transcript. */
const isNamed = (seen: readonly ListedHit[], i: number, { order }: HitsLayer): boolean =>
  order !== 'place' || seen[i - 1]?.text !== seen[i]?.text;

function columnsOf(columns: number, seen: readonly ListedHit[]): Columns {
  const isWide = columns >= WIDE;
  const title = isWide ? 26 : 15;
  const most = seen.reduce((top, { paragraph }) => Math.max(top, paragraph + 1), 1);
  const place = 2 + String(most).length;
  const marks = isWide ? 8 : 4;
  const begin = TITLE + title + 1 + place + GAP;
  const end = columns - 2 - marks - 1;
  const match = begin + Math.floor((end - begin) * 0.44);
  return { title, place, before: match - begin, match, end, marks };
}

function hitRow(
  state: ReaderState,
  columns: Columns,
  hit: ListedHit,
  { isHere, isNamed }: { isHere: boolean; isNamed: boolean },
): Line {
  const look: Look = { role: isHere ? 'current' : 'rest' };
  const line = new LineBuilder(isHere ? { row: true } : {}).at(0, isHere ? '▌' : ' ', {
    role: 'current',
  });
  if (isNamed || isHere)
    line.at(TITLE, shorten(titleOf(state, hit), columns.title), { ...look, bold: isHere });
  const number = `¶ ${hit.paragraph + 1}`;
  line.endingAt(TITLE + columns.title + 1 + columns.place, number, { role: 'muted' });
  const before = shortenStart(visibleLine(hit.before), columns.before);
  line.endingAt(columns.match, before, look);
  const match = shorten(visibleLine(hit.match), columns.end - columns.match);
  line.push(match, { role: 'current', bold: true, underline: true });
  line.push(shorten(visibleLine(hit.after), columns.end - line.width), look);
  pushMarks(line, themesOfHit(state, hit), state.size.columns - 2, columns.marks);
  return line.build(isHere ? state.size.columns : 0);
}

/** As many marks as have room, flush right. */
function pushMarks(line: LineBuilder, themes: readonly Theme[], end: number, room: number): void {
  const shown: Theme[] = [];
  let width = 0;
  for (const theme of themes) {
    const size = cells(theme.mark) + (width > 0 ? 1 : 0);
    if (width + size > room) break;
    width += size;
    shown.push(theme);
  }
  for (const [i, theme] of shown.entries()) {
    if (i === 0) line.at(end - width, theme.mark, { theme: theme.colour });
    else line.push(' ').push(theme.mark, { theme: theme.colour });
  }
}

function titleOf({ library }: ReaderState, { text }: ListedHit): string {
  return visibleLine(library.texts.find(({ id }) => id === text)?.title ?? text);
}

/** The hit at the cursor: its transcript whole, and the names of its themes. */
function factOf(state: ReaderState, hit: ListedHit): string {
  const themes = themesOfHit(state, hit).map(({ mark, name }) => `${mark} ${visibleLine(name)}`);
  const tagged = themes.length > 0 ? themes.join(', ') : 'no theme';
  return `${titleOf(state, hit)}, ¶ ${hit.paragraph + 1} · ${tagged}`;
}
