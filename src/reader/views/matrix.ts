import { themeById } from '../../model/codebook.ts';
import type { Passage } from '../../model/passage.ts';
import { visibleLine } from '../../model/visible.ts';
import { keyFor } from '../keymap/shown.ts';
import { header, rule } from '../layout/bars.ts';
import { BLANK, type Line, LineBuilder } from '../layout/line.ts';
import { cells, shorten } from '../layout/width.ts';
import {
  cellAt,
  columnsOf,
  type MatrixFigures,
  matrixFigures,
  NEARNESSES,
} from '../matrixFigures.ts';
import type { MatrixLayer } from '../matrixLayer.ts';
import { scopeOf } from '../select.ts';
import type { ReaderState } from '../state.ts';
import { passagesOfCell } from '../themePassages.ts';
import { factBar, keyRow, statusLook, statusWords } from './bottom.ts';
import type { Screen } from './frame.ts';
import { coverageRows } from './matrixCoverage.ts';
import { gridRows } from './matrixGrid.ts';
import { stripRows } from './matrixStrips.ts';

const PANE = 8;
const PANE_LOW = 4;

/** Themes by transcript or by theme as heat cells, where they stand, or what is not tagged. */
export function matrixScreen(state: ReaderState, layer: MatrixLayer): Screen {
  const { columns, rows } = state.size;
  const figures = matrixFigures(state, layer.coder);
  const least = layer.view === 'coverage' ? 0 : rows >= 30 ? PANE : PANE_LOW;
  const body = bodyRows(state, layer, figures, rows - 5 - least).slice(0, rows - 5 - least);
  // What the figure does not need shows more of the passages.
  const pane = least === 0 ? 0 : Math.max(least, rows - 5 - body.length - 1);
  const room = rows - 5 - pane;
  while (body.length < room) body.push(BLANK);
  const lines: Line[] = [
    header(columns, 'Matrix', [viewWords(layer)], totals(layer, figures)),
    rule(columns),
    ...body,
    ...(pane > 0 ? paneRows(state, layer, pane) : []),
    rule(columns),
    factBar(state, factOf(state, layer, figures), statusWords(state), statusLook(state)),
    keyRow(state, scopeOf(state), null),
  ];
  return { lines, field: null };
}

function bodyRows(state: ReaderState, layer: MatrixLayer, figures: MatrixFigures, room: number) {
  if (layer.view === 'coverage') return coverageRows(state, layer, figures, room);
  if (layer.view === 'where') return stripRows(state, layer, figures, room);
  return gridRows(state, layer, figures, room);
}

const counted = (n: number, noun: string): string => `${n} ${noun}${n === 1 ? '' : 's'}`;

/** What is shown, in words. */
export function viewWords({ view, near }: MatrixLayer): string {
  if (view === 'texts') return 'themes × transcripts';
  if (view === 'where') return 'where themes stand';
  if (view === 'coverage') return 'what is not read or tagged';
  return `themes ${NEARNESSES[near]?.words ?? ''}`;
}

const totals = ({ coder }: MatrixLayer, figures: MatrixFigures): string =>
  `${counted(figures.counted.length, 'tag')} · ${coder === null ? 'all coders' : visibleLine(coder)}`;

/** What the number at the cursor counts, as the words of a heading: its theme and what it stands in or with. */
export function cellWords(state: ReaderState, layer: MatrixLayer): [mark: string, words: string] {
  const figures = matrixFigures(state, layer.coder);
  const theme = figures.themes[layer.row]?.theme;
  if (!theme) return ['', ''];
  const column = columnsOf(layer, figures)[layer.column];
  const name = visibleLine(theme.name);
  if (!column) return [theme.mark, `${name} in all transcripts`];
  if (!('mark' in column)) return [theme.mark, `${name} in ${visibleLine(column.title)}`];
  const near = NEARNESSES[layer.near]?.words ?? '';
  return [theme.mark, `${name} and ${column.mark} ${visibleLine(column.name)}, ${near}`];
}

/** The passages behind the number at the cursor, as many as there is room for. */
function paneRows(state: ReaderState, layer: MatrixLayer, height: number): Line[] {
  const found = cellAt(state, layer);
  const passages = found ? passagesOfCell(state, found.theme, found.cell) : [];
  const spare = height > PANE_LOW ? 1 : 0;
  const room = height - 1 - spare;
  const shown = passages.length > room ? room - 1 : passages.length;
  const isPair = (found?.cell.beside ?? null) !== null;
  const rows = passages
    .slice(0, shown)
    .map((passage, i) => paneRow(state, passage, { isFirst: i === 0, isPair }));
  if (passages.length > shown)
    rows.push(
      new LineBuilder().at(15, `${passages.length - shown} more`, { role: 'muted' }).build(),
    );
  const lines = [paneRule(state, layer, passages.length), ...Array(spare).fill(BLANK), ...rows];
  while (lines.length < height) lines.push(BLANK);
  return lines.slice(0, height);
}

/** Where it stands, its words and who tagged it; of a pair also with what. */
function paneRow(
  { codebook, size }: ReaderState,
  { placed, paragraph, quote }: Passage,
  { isFirst, isPair }: { isFirst: boolean; isPair: boolean },
): Line {
  const { coder, theme } = placed.annotation;
  const right = visibleLine(coder);
  const end = size.columns - 2;
  const mark = isPair ? themeById(codebook, theme ?? '') : undefined;
  const place = paragraph === null ? '?' : `¶ ${paragraph + 1}`;
  const line = new LineBuilder().endingAt(11, place, { role: 'muted' });
  if (mark) line.at(12, mark.mark, { theme: mark.colour });
  const words = visibleLine(quote.slice(0, MOST_QUOTED).replace(/\s+/g, ' '));
  return line
    .at(15, shorten(words, end - 15 - cells(right) - 3), { role: isFirst ? 'current' : 'rest' })
    .endingAt(end, right, { role: 'muted' })
    .build();
}

/** UTF-16 units of a quotation that are looked at for one row. */
const MOST_QUOTED = 500;

function paneRule(state: ReaderState, layer: MatrixLayer, count: number): Line {
  const { columns } = state.size;
  const [mark, words] = cellWords(state, layer);
  const right = ` ${counted(count, 'passage')} `;
  const colour = matrixFigures(state, layer.coder).themes[layer.row]?.theme.colour ?? 'grey';
  const line = new LineBuilder().push('── ', { role: 'hair' }).push(mark, { theme: colour });
  line.push(` ${shorten(words, columns - cells(right) - 12)} `, { role: 'current', bold: true });
  const left = Math.max(0, columns - line.width - cells(right) - 2);
  return line
    .push('─'.repeat(left), { role: 'hair' })
    .push(right, { role: 'muted' })
    .push('──', { role: 'hair' })
    .build();
}

/** What the numbers mean, and what is in none of them. */
function factOf(state: ReaderState, layer: MatrixLayer, figures: MatrixFigures): string {
  if (state.passages.known === null) return 'reading the transcripts …';
  const { uncertain, unknown } = figures;
  const parts = [
    uncertain > 0 && `${uncertain} not certain where`,
    unknown > 0 && `${unknown} of unknown themes`,
  ].filter(part => part !== false);
  const left = parts.length > 0 ? `? left out: ${parts.join(', ')} · ` : '';
  const near = keyFor(state.keymap, 'matrix', 'nearness');
  const meaning = {
    texts: 'one passage with two themes counts in both rows',
    pairs: `pairs of passages ${NEARNESSES[layer.near]?.words ?? ''} · ${near} nearer or further`,
    where: 'from the first paragraph to the last',
    coverage: `${keyFor(state.keymap, 'matrix', 'choose')} goes to the first paragraph that is not tagged`,
  }[layer.view];
  return left + meaning;
}
