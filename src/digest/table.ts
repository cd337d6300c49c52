import type { Table, TableRow } from 'mdast';
import stringWidth from 'string-width';
import type { ThemePart } from './arrange.ts';
import type { DigestText } from './input.ts';
import { oneLine, text } from './nodes.ts';

/** Cells; a table that is wider is turned if that makes it narrower. */
const WIDEST = 100;

/** What a table says before it is drawn: words above and beside the counts. */
interface Counts {
  corner: string;
  columns: string[];
  rows: { name: string; counts: number[] }[];
}

/**
 * How often each theme was tagged in each transcript, with totals. Themes are rows and transcripts
 * columns, unless that takes more than 100 cells and the other way round takes fewer.
 */
export function countTable(parts: readonly ThemePart[], texts: readonly DigestText[]): Table {
  const upright: Counts = {
    corner: 'Theme',
    columns: texts.map(source => oneLine(source.title)),
    rows: parts.map(({ theme, counts }) => ({
      name: oneLine(`${theme.mark} ${theme.name}`),
      counts,
    })),
  };
  const turned = turn(upright);
  const fits = widthOf(upright) <= WIDEST || widthOf(upright) <= widthOf(turned);
  return draw(withTotals(fits ? upright : turned));
}

const turn = ({ columns, rows }: Counts): Counts => ({
  corner: 'Transcript',
  columns: rows.map(row => row.name),
  rows: columns.map((name, index) => ({ name, counts: rows.map(row => row.counts[index] ?? 0) })),
});

/** Cells that the table takes as text, without its totals; 3 for each column's rule and padding. */
function widthOf({ corner, columns, rows }: Counts): number {
  const first = Math.max(...[corner, ...rows.map(row => row.name)].map(name => stringWidth(name)));
  return columns.reduce((sum, name) => sum + 3 + stringWidth(name), first + 3);
}

/** A total only where there is something to add up. */
function withTotals({ corner, columns, rows }: Counts): Counts {
  const across = columns.length > 1;
  const down = {
    name: 'All',
    counts: columns.map((_, index) => sum(rows.map(row => row.counts[index] ?? 0))),
  };
  const all = rows.length > 1 ? [...rows, down] : rows;
  return {
    corner,
    columns: across ? [...columns, 'All'] : columns,
    rows: all.map(({ name, counts }) => ({
      name,
      counts: across ? [...counts, sum(counts)] : counts,
    })),
  };
}

const sum = (counts: readonly number[]) => counts.reduce((total, count) => total + count, 0);

function draw({ corner, columns, rows }: Counts): Table {
  return {
    type: 'table',
    align: [null, ...columns.map(() => 'right' as const)],
    children: [
      tableRow([corner, ...columns]),
      ...rows.map(({ name, counts }) => tableRow([name, ...counts.map(String)])),
    ],
  };
}

const tableRow = (cells: readonly string[]): TableRow => ({
  type: 'tableRow',
  children: cells.map(cell => ({ type: 'tableCell', children: [text(cell)] })),
});
