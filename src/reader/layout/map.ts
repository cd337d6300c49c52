import type { Range } from '../../model/annotation.ts';
import type { Look, Piece } from './line.ts';

/** What the map at the right edge draws: the whole text in the rows of the screen. */
export interface MapInput {
  /** Rows of the map. */
  rows: number;
  /** Paragraphs of the text. */
  count: number;
  /** First and last paragraph shown, as indexes from 0. */
  shown: { first: number; last: number };
  /** In text order; `index` from 0. */
  marks: readonly { index: number; mark: string; look: Look }[];
  /** Rows with hits, and the row of the one that the search stands on. */
  hits: ReadonlySet<number>;
  here: number | null;
}

/** Rail and map of one row. */
export interface MapRow {
  rail: Piece;
  cell: Piece | null;
}

const BEFORE: MapRow = { rail: { text: '│', look: { role: 'hair' } }, cell: null };

/** The rows of rail and map. Where several themes fall into one row, the first of the text is drawn. */
export function mapRows(input: MapInput): MapRow[] {
  const rows: MapRow[] = Array.from({ length: input.rows }, () => BEFORE);
  const from = rowOf(input, input.shown.first);
  const to = input.count === 0 ? -1 : lastRowOf(input, input.shown.last);
  for (let row = from; row <= to; row++)
    rows[row] = { rail: { text: '┃', look: { role: 'current' } }, cell: null };
  for (const { index, mark, look } of input.marks)
    draw(rows, rowOf(input, index), { text: mark, look });
  for (const row of input.hits) draw(rows, row, { text: '═', look: { role: 'hitInMap' } }, true);
  if (input.here !== null) draw(rows, input.here, { text: '◄', look: { role: 'current' } }, true);
  return rows;
}

/** The map's row of a paragraph. */
export const rowOf = ({ rows, count }: Pick<MapInput, 'rows' | 'count'>, index: number): number =>
  Math.min(rows - 1, Math.floor((index * rows) / Math.max(1, count)));

/** The last of a paragraph's rows: where a text has fewer paragraphs than the map rows, each has several. */
const lastRowOf = (input: MapInput, index: number): number =>
  Math.max(
    rowOf(input, index),
    rowOf(input, index + 1) - 1,
    index + 1 >= input.count ? input.rows - 1 : 0,
  );

function draw(rows: MapRow[], row: number, cell: Piece, over = false): void {
  const found = rows[row];
  if (found && (over || found.cell === null)) rows[row] = { ...found, cell };
}

interface Worked {
  rows: number;
  basis: unknown;
  found: ReadonlySet<number>;
}

const workedOut = new WeakMap<readonly Range[], Worked>();

/**
 * The map's rows that hold hits; remembered for a list of hits, which may be long, and for `basis`,
 * what `rowAt` depends on. `rowAt` gives `null` for a hit that is not shown.
 */
export function hitRows(
  hits: readonly Range[],
  rows: number,
  rowAt: (offset: number) => number | null,
  basis: unknown,
): ReadonlySet<number> {
  const known = workedOut.get(hits);
  if (known?.rows === rows && known.basis === basis) return known.found;
  const found = new Set(hits.map(hit => rowAt(hit.start)).filter(row => row !== null));
  workedOut.set(hits, { rows, basis, found });
  return found;
}
