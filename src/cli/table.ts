import { cellsOf, cut, pad, prepareCells } from './cells.ts';

/** A column of a table: its heading, and how its cells stand. */
export interface Column {
  heading: string;
  /** Numbers stand at the right. */
  right?: boolean;
  /** May be cut, down to so many cells, when the line is too long. */
  shrinksTo?: number;
}

/** A row's cells and the lines above and below it, all of them visible; the lines are cut to the width. */
export interface Row {
  above?: readonly string[];
  cells: readonly string[];
  below?: readonly string[];
}

/** Cells in a line, and how headings and lines beside the rows are set off. */
export interface Look {
  width: number;
  bold(text: string): string;
  dim(text: string): string;
}

const GAP = 2;

/**
 * Aligned lines, the heading first. Columns that may shrink do so, the widest first, until a line
 * fits into the width; ids and numbers are never cut.
 */
export async function tableLines(
  columns: readonly Column[],
  rows: readonly Row[],
  look: Look,
): Promise<string[]> {
  await prepareCells(textsIn(rows));
  const widths = fitted(columns, naturalWidths(columns, rows), look.width);
  const line = (cells: readonly string[]) =>
    columns
      .map((column, i) => pad(cut(cells[i] ?? '', widths[i] ?? 0), widths[i] ?? 0, column.right))
      .join(' '.repeat(GAP))
      .trimEnd();
  const lines = [look.dim(line(columns.map(column => column.heading)))];
  for (const { above = [], cells, below = [] } of rows) {
    for (const words of above) lines.push(look.bold(cut(words, look.width)));
    lines.push(line(cells));
    for (const words of below) lines.push(look.dim(cut(words, look.width)));
  }
  return lines;
}

function* textsIn(rows: readonly Row[]): Generator<string> {
  for (const { above = [], cells, below = [] } of rows) {
    yield* above;
    yield* cells;
    yield* below;
  }
}

function naturalWidths(columns: readonly Column[], rows: readonly Row[]): number[] {
  return columns.map((column, i) =>
    rows.reduce(
      (most, row) => Math.max(most, cellsOf(row.cells[i] ?? '')),
      cellsOf(column.heading),
    ),
  );
}

function fitted(columns: readonly Column[], natural: readonly number[], width: number): number[] {
  const widths = natural.slice();
  const least = (i: number) => Math.max(columns[i]?.shrinksTo ?? widths[i] ?? 0, 1);
  let over = widths.reduce((sum, cells) => sum + cells + GAP, -GAP) - width;
  while (over > 0) {
    const spare = widths.map((cells, i) => cells - least(i));
    const widest = spare.indexOf(Math.max(...spare));
    if ((spare[widest] ?? 0) <= 0) return widths;
    widths[widest] = (widths[widest] ?? 0) - 1;
    over--;
  }
  return widths;
}
