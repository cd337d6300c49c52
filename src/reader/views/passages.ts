import { type Theme, themeById } from '../../model/codebook.ts';
import type { Passage } from '../../model/passage.ts';
import { visibleLine } from '../../model/visible.ts';
import { keyFor } from '../keymap/shown.ts';
import type { PassagesLayer, SplitTask } from '../layer.ts';
import { header, rule } from '../layout/bars.ts';
import { BLANK, type Line, LineBuilder, type Look } from '../layout/line.ts';
import { cells, shorten } from '../layout/width.ts';
import { NEARNESSES } from '../matrixFigures.ts';
import { scopeOf } from '../select.ts';
import type { ReaderState } from '../state.ts';
import { passagesIn } from '../themePassages.ts';
import { factBar, keyRow, statusLook, statusWords } from './bottom.ts';
import { shownDay } from './dates.ts';
import type { Screen } from './frame.ts';
import { quoteRows } from './themeDetail.ts';

const INDENT = 6;
const QUOTE_ROWS = 2;

/** What is tagged with a theme, passage by passage with its source; in a split with the side it goes to. */
export function passagesScreen(state: ReaderState, layer: PassagesLayer): Screen {
  const { columns, rows } = state.size;
  const passages = passagesIn(state, layer);
  const cursor = Math.max(0, Math.min(layer.cursor, passages.length - 1));
  const spare = rows >= 30 ? 1 : 0;
  const block = 1 + QUOTE_ROWS + spare;
  const room = Math.max(1, Math.floor((rows - 5) / block));
  const from = Math.max(0, Math.min(cursor - Math.floor(room / 2), passages.length - room));
  const body = passages
    .slice(from, from + room)
    .flatMap((passage, i) => passageRows(state, layer, passage, from + i === cursor, block));
  while (body.length < rows - 5) body.push(BLANK);
  const theme = themeById(state.codebook, layer.theme);
  const lines: Line[] = [
    header(columns, nameOf(theme), factsOf(state, layer), totals(layer, passages)),
    rule(columns, passages.length === 0 ? 0 : (cursor + 1) / passages.length),
    ...body.slice(0, rows - 5),
    rule(columns),
    factBar(state, factOf(state, layer, passages), statusWords(state), statusLook(state)),
    keyRow(state, scopeOf(state), layer.split ? 'SPLIT' : null),
  ];
  return { lines, field: null };
}

/** What is listed: where, with what and whose, as far as there is room. */
function factsOf(state: ReaderState, { split, cell }: PassagesLayer): string[] {
  if (split) return ['split'];
  if (!cell) return ['passages'];
  const { text, beside, coder } = cell;
  const near = NEARNESSES.find(one => sameNearness(one.near, beside?.near))?.words;
  const title = state.library.texts.find(({ id }) => id === text)?.title ?? text;
  const other = beside && `and ${nameOf(themeById(state.codebook, beside.theme))}`;
  const facts = [
    other && `${other}, ${near}`,
    title && `in ${visibleLine(title)}`,
    coder && `of ${visibleLine(coder)}`,
  ].filter(Boolean);
  return [facts.join(' '), other ?? 'passages'];
}

const sameNearness = (a: unknown, b: unknown): boolean => JSON.stringify(a) === JSON.stringify(b);

const nameOf = (theme: Theme | undefined): string =>
  theme ? `${theme.mark} ${visibleLine(theme.name)}` : '';

const counted = (n: number, noun: string): string => `${n} ${noun}${n === 1 ? '' : 's'}`;

/** How much is listed; a number of pairs has as many passages as stand in them, each listed once. */
function totals({ cell }: PassagesLayer, passages: readonly Passage[]): string {
  const texts = new Set(passages.map(({ placed }) => placed.annotation.text));
  const pairs = cell?.beside ? `${counted(cell.beside.pairs, 'pair')}: ` : '';
  return `${pairs}${counted(passages.length, 'passage')} in ${counted(texts.size, 'transcript')}`;
}

function passageRows(
  state: ReaderState,
  layer: PassagesLayer,
  passage: Passage,
  isHere: boolean,
  height: number,
): Line[] {
  const { columns } = state.size;
  const look: Look = { role: isHere ? 'current' : 'rest', bold: isHere };
  const bar = (line: LineBuilder) => line.at(0, isHere ? '▌' : ' ', { role: 'current' });
  const row = () => bar(new LineBuilder(isHere ? { row: true } : {}));
  const quoted = quoteRows(passage.quote, columns - INDENT - 2, QUOTE_ROWS).map(words =>
    row().at(INDENT, words, { role: isHere ? 'current' : 'rest' }),
  );
  const lines = [sourceRow(row(), state, layer, passage, look), ...quoted].map(line =>
    line.build(isHere ? columns : 0),
  );
  while (lines.length < height) lines.push(BLANK);
  return lines;
}

/** The star, the source, and at the right who tagged it and when, or its side. */
function sourceRow(
  line: LineBuilder,
  state: ReaderState,
  { split, cell }: PassagesLayer,
  { placed: { annotation }, title, paragraph }: Passage,
  look: Look,
): LineBuilder {
  const { coder, created, key, memo } = annotation;
  const right = split
    ? sideOf(split, annotation.id)
    : `${visibleLine(coder)} · ${shownDay(created, state.timeZone)}`;
  const end = state.size.columns - 2;
  const room = end - INDENT - cells(right) - 2;
  const place = paragraph === null ? ' ?' : `, ¶ ${paragraph + 1}`;
  const name = shorten(visibleLine(title), room - cells(place));
  const pair = cell?.beside ? themeById(state.codebook, annotation.theme ?? '') : undefined;
  if (pair) line.at(INDENT - 4, pair.mark, { theme: pair.colour });
  if (key) line.at(INDENT - 2, '★', { role: 'current' });
  line.at(INDENT, name + place, look);
  const left = end - line.width - cells(right) - 2;
  if (memo !== null && left > 8)
    line.push(shorten(`  ↳ ${visibleLine(memo)}`, left), { role: 'muted', italic: true });
  const goes = split?.going.has(annotation.id) ?? false;
  return line.endingAt(end, right, goes ? { role: 'current', bold: true } : { role: 'muted' });
}

const LONGEST_NAME = 24;

const sideOf = ({ into, going }: SplitTask, id: string): string =>
  going.has(id) ? `→ ${shorten(visibleLine(into), LONGEST_NAME)}` : 'stays';

/** What there is, or what the next Enter would do. */
function factOf(state: ReaderState, layer: PassagesLayer, passages: readonly Passage[]): string {
  const { split } = layer;
  if (state.passages.known === null && passages.length === 0) return 'reading the transcripts …';
  if (passages.length === 0) return 'nothing is tagged with it';
  if (!split)
    return `${counted(passages.length, 'passage')}${layer.cell?.coder ? '' : ', everybody’s'}`;
  const into = visibleLine(split.into);
  const over = counted(split.going.size, 'passage');
  return split.asked
    ? `gives ${over} of ${passages.length} to ${into} · ${keyFor(state.keymap, 'split', 'choose')} again`
    : `${over} of ${passages.length} to ${into}, the others stay`;
}
