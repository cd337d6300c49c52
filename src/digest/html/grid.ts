import type { Element } from 'hast';
import { s } from 'hastscript';
import type { Theme } from '../../model/codebook.ts';
import { visibleLine } from '../../model/visible.ts';
import { colourClass } from './marked.ts';

/** What a grid of shaded cells shows: a row a theme. */
export interface Grid {
  /** What it is, for those who do not see it; its numbers follow in words. */
  said: string;
  columns: readonly string[];
  rows: readonly GridRow[];
  /** What the darkest cell counts. */
  most: number;
  /** Squares filled by how much they count, or discs of that area. */
  shape: 'square' | 'disc';
}

export interface GridRow {
  theme: Theme;
  name: string;
  counts: readonly number[];
  /** A column that means nothing in this row. */
  empty?: number | undefined;
}

const LABELS = 270;
const HEAD = 30;
const ROW = 34;
const WIDEST_CELL = 90;
const WIDTH = 1000;
const LONGEST_NAME = 26;

/** The grid as a picture; what its cells say in numbers stands in a table beside it. */
export function gridPicture(grid: Grid): Element {
  const cell = Math.min(WIDEST_CELL, (WIDTH - LABELS) / Math.max(1, grid.columns.length));
  const height = HEAD + grid.rows.length * ROW;
  return s('svg.grid', { viewBox: `0 0 ${WIDTH} ${height}`, role: 'img', ariaLabel: grid.said }, [
    ...grid.columns.map((name, i) =>
      s('text', { x: round(LABELS + (i + 0.5) * cell), y: 20, textAnchor: 'middle' }, name),
    ),
    ...grid.rows.flatMap((row, i) => rowOf(grid, row, i, cell)),
  ]);
}

function rowOf(grid: Grid, row: GridRow, index: number, cell: number): Element[] {
  const top = HEAD + index * ROW;
  const label = `${visibleLine(row.theme.mark)} ${shortened(row.name)}`;
  return [
    s('text', { className: [colourClass(row.theme)], x: 0, y: top + 23 }, label),
    s('line.base', {
      x1: LABELS,
      x2: round(LABELS + grid.columns.length * cell),
      y1: top + ROW,
      y2: top + ROW,
    }),
    ...row.counts.flatMap((count, column) =>
      count === 0 || column === row.empty
        ? []
        : [mark(grid, row.theme, count, LABELS + column * cell, top, cell)],
    ),
  ];
}

/** A cell as much filled, or as large, as its count is of the highest one. */
function mark(
  { shape, most }: Grid,
  theme: Theme,
  count: number,
  x: number,
  y: number,
  cell: number,
): Element {
  const share = count / Math.max(1, most);
  const className = [colourClass(theme)];
  if (shape === 'square')
    return s('rect', {
      className,
      x: round(x + 2),
      y: y + 3,
      width: round(Math.max(1, cell - 4)),
      height: ROW - 6,
      fillOpacity: round(0.15 + 0.85 * share),
    });
  const radius = (Math.min(cell, ROW) / 2 - 1) * Math.sqrt(share);
  return s('circle', { className, cx: round(x + cell / 2), cy: y + ROW / 2, r: round(radius) });
}

const shortened = (name: string): string => {
  const letters = Array.from(name);
  return letters.length > LONGEST_NAME ? `${letters.slice(0, LONGEST_NAME - 1).join('')}…` : name;
};

const round = (value: number): number => Math.round(value * 100) / 100;
