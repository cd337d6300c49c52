import { HEAT, heatLegend, heatOf, heatSteps } from '../model/heat.ts';
import { visibleLine } from '../model/visible.ts';
import type { FigureTheme } from '../project/figures/gather.ts';
import { cellsOf, cut, pad, prepareCells, wrap } from './cells.ts';
import type { Session } from './session.ts';

/** A table of counts with a theme a row, as it is drawn. */
export interface DrawnMatrix {
  /** Visible names. */
  columns: readonly string[];
  rows: readonly { theme: FigureTheme; counts: readonly number[]; last: number }[];
  /** The column at the right, and the row below for the columns and that one; `null`: none. */
  last: { heading: string; totals: readonly number[] | null };
  /** Where a cell cannot hold anything. */
  empty: 'diagonal' | null;
}

const GAP = 2;
const COLUMN = 9;
const MOST_NAME = 30;
const HEADING_LINES = 3;

/**
 * Aligned lines with heat cells and numbers. Columns that do not fit beside each other follow below, each
 * block with the names of the themes again; then what the shades stand for.
 */
export async function matrixLines(session: Session, matrix: DrawnMatrix): Promise<string[]> {
  const names = matrix.rows.map(({ theme }) => shownName(theme));
  await prepareCells([...names, ...matrix.columns]);
  const most = matrix.rows.reduce(
    (top, { counts }) => counts.reduce((a, b) => Math.max(a, b), top),
    0,
  );
  const steps = heatSteps(most);
  const width = Math.min(
    MOST_NAME,
    names.reduce((widest, name) => Math.max(widest, cellsOf(name)), 3),
  );
  const last = Math.max(cellsOf(matrix.last.heading), 4);
  const room = session.width - width - last - GAP;
  const atOnce = Math.max(1, Math.floor(room / (COLUMN + GAP)));
  const lines: string[] = [];
  for (let from = 0; from === 0 || from < matrix.columns.length; from += atOnce) {
    const to = Math.min(from + atOnce, matrix.columns.length);
    if (from > 0) lines.push('');
    lines.push(...blockLines(session, matrix, { names, width, last, steps, from, to }));
  }
  return [...lines, '', session.dim(heatLegend(steps).join('   '))];
}

interface Block {
  names: readonly string[];
  width: number;
  last: number;
  steps: readonly number[];
  /** Which columns, half-open. */
  from: number;
  to: number;
}

function blockLines(session: Session, matrix: DrawnMatrix, block: Block): string[] {
  const { names, width, last, steps, from, to } = block;
  const row = (name: string, cells: readonly string[], end: string) =>
    [
      pad(cut(name, width), width),
      ...cells.map(cell => pad(cell, COLUMN, true)),
      pad(end, last, true),
    ]
      .join(' '.repeat(GAP))
      .trimEnd();
  const headings = matrix.columns.slice(from, to).map(headingOf);
  const heads = Array.from({ length: HEADING_LINES }, (_, line) =>
    row(
      '',
      headings.map(heading => heading[line] ?? ''),
      line === HEADING_LINES - 1 ? matrix.last.heading : '',
    ),
  ).filter(line => line !== '');
  const body = matrix.rows.map(({ counts, last: end }, i) =>
    row(
      names[i] ?? '',
      counts
        .slice(from, to)
        .map((count, column) =>
          matrix.empty !== null && from + column === i ? '' : heatCell(count, steps),
        ),
      String(end),
    ),
  );
  const { totals } = matrix.last;
  const foot = totals && row('all', totals.slice(from, to).map(String), String(totals.at(-1) ?? 0));
  return [
    ...heads.map(line => session.dim(line)),
    ...body,
    ...(foot === null ? [] : [session.dim(foot)]),
  ];
}

const shownName = ({ depth, mark, name }: FigureTheme): string =>
  `${'  '.repeat(depth)}${mark} ${visibleLine(name)}`;

/** A name on the lowest of three lines, as much of it as these hold. */
function headingOf(name: string): string[] {
  const words = name.split(' ').map(word => cut(word, COLUMN));
  const lines = wrap(words.join(' '), COLUMN);
  const shown = lines.slice(0, HEADING_LINES);
  if (lines.length > HEADING_LINES)
    shown[HEADING_LINES - 1] = cut(`${shown[HEADING_LINES - 1]}${' …'}`, COLUMN);
  return [...Array<string>(HEADING_LINES - shown.length).fill(''), ...shown];
}

/** Three signs as dense as the count is high, and the count: readable without colour. */
function heatCell(count: number, steps: readonly number[]): string {
  if (count === 0) return '·';
  return `${(HEAT[heatOf(count, steps)] ?? '').repeat(3)} ${String(count).padStart(2)}`;
}
