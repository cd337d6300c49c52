import type { Line } from './lines.ts';

/** Lines that are read one after the other, and the edges of the column in which they stand. */
export interface Stretch {
  lines: Line[];
  left: number;
  right: number;
  /** Of its page. */
  height: number;
}

/** A gap between columns is so wide, in heights of the usual font, and so many lines stand beside it. */
const NARROWEST_GAP = 0.9;
const FEWEST_LINES = 4;
/** A column takes so much of the width of the text, and its lines hold so many letters, or it is a list of names. */
const NARROWEST_COLUMN = 0.18;
const FEWEST_LETTERS = 14;
const MOSTLY = 0.6;
/** So many of the lines may run over the gap: titles, tables, words over the whole width. */
const MOST_ACROSS = 0.3;

/**
 * Puts the lines of a page in the order in which they are read: where there are columns, down each of
 * them in turn, and a line over the whole width parts what stands above it from what stands below.
 * The right column comes first in a script that runs from right to left. `gaps` are those of `columnGaps`.
 */
export function readingOrder(
  lines: readonly Line[],
  height: number,
  gaps: readonly number[],
): Stretch[] {
  if (lines.length === 0) return [];
  const stretchOf = (some: Line[]): Stretch => ({
    lines: some,
    left: Math.min(...some.map(({ x }) => x)),
    right: Math.max(...some.map(({ right }) => right)),
    height,
  });
  if (gaps.length === 0) return [stretchOf(joinedRows(lines))];
  const edges = [Number.NEGATIVE_INFINITY, ...gaps, Number.POSITIVE_INFINITY];
  const isRtl = lines.filter(line => line.isRtl).length * 2 > lines.length;
  const stretches: Stretch[] = [];
  let columns = edges.slice(1).map((): Line[] => []);
  const flush = () => {
    const filled = columns.filter(column => column.length > 0);
    for (const column of isRtl ? filled.reverse() : filled)
      stretches.push(stretchOf(joinedRows(column)));
    columns = edges.slice(1).map((): Line[] => []);
  };
  for (const line of lines) {
    const column = edges.findIndex(
      (edge, index) => line.x >= edge && line.right <= (edges[index + 1] ?? edge),
    );
    if (column === -1) {
      flush();
      const last = stretches.at(-1);
      if (last && belongsTo(last, line)) stretches.splice(-1, 1, stretchOf([...last.lines, line]));
      else stretches.push(stretchOf([line]));
    } else columns[column]?.push(line);
  }
  flush();
  return stretches;
}

/** Whether a line over the whole width belongs to the lines before it. */
function belongsTo({ lines, left, right }: Stretch, line: Line): boolean {
  if (lines.some(one => one.right < line.x || one.x > line.right)) return false;
  const isNear = line.y - (lines.at(-1)?.y ?? 0) < line.size * 2.5;
  return isNear && right - left > (line.right - line.x) * 0.7;
}

/** Parts of lines on one baseline are one line in a column: a number and its words, a name and a speech. */
export function joinedRows(lines: readonly Line[]): Line[] {
  const rows: Line[] = [];
  for (const line of lines) {
    const last = rows.at(-1);
    if (last === undefined || Math.abs(last.y - line.y) > Math.min(last.size, line.size) * 0.4)
      rows.push(line);
    else rows[rows.length - 1] = joined(last, line);
  }
  return rows;
}

function joined(a: Line, b: Line): Line {
  const main = b.text.length > a.text.length ? b : a;
  const [first, second] = a.x < b.x !== main.isRtl ? [a, b] : [b, a];
  return {
    ...main,
    text: `${first.text} ${second.text}`,
    x: Math.min(a.x, b.x),
    right: Math.max(a.right, b.right),
    isArtifact: a.isArtifact && b.isArtifact,
    isNote: first.isNote,
    cells:
      a.cells + b.cells - (Math.max(b.x - a.right, a.x - b.right) > CELL_GAP * main.size ? 0 : 1),
  };
}

/** Cells of a table stand so far apart, in heights of the font. */
const CELL_GAP = 1.8;

/**
 * The middles of the gaps between the columns of each page, from left to right; none where there is one
 * column. A page on which one of the columns holds too few lines to tell, the last one say, has those of
 * a page near it, if its lines keep to them.
 */
export function columnGaps(pages: readonly (readonly Line[])[]): number[][] {
  const found = pages.map(lines => (lines.length === 0 ? [] : gapsOf(lines)));
  return found.map((gaps, index) => {
    if (gaps.length > 0) return gaps;
    const near = [-1, -2, 1, 2].map(step => found[index + step] ?? []);
    return near.find(some => some.length > 0 && keepTo(pages[index] ?? [], some)) ?? [];
  });
}

/** Whether lines stand in columns: on both sides of each gap, and few of them over one. */
function keepTo(lines: readonly Line[], gaps: readonly number[]): boolean {
  return gaps.every(gap => {
    const left = lines.filter(({ right }) => right <= gap).length;
    const right = lines.filter(({ x }) => x >= gap).length;
    const most = lines.length * MOST_ACROSS;
    return left > 0 && right > 0 && lines.length - left - right <= most;
  });
}

function gapsOf(lines: readonly Line[], width = extentOf(lines)): number[] {
  const gap = bestGap(lines, width);
  if (gap === null) return [];
  const left = lines.filter(({ right }) => right <= gap);
  const right = lines.filter(({ x }) => x >= gap);
  return [...gapsOf(left, width), gap, ...gapsOf(right, width)];
}

const extentOf = (lines: readonly Line[]) =>
  Math.max(...lines.map(({ right }) => right)) - Math.min(...lines.map(({ x }) => x));

/** The middle of the gap that the fewest lines run over, with a column on both sides of it. */
function bestGap(lines: readonly Line[], width: number): number | null {
  const narrowest = NARROWEST_GAP * median(lines.map(({ size }) => size));
  const most = Math.max(1, lines.length * MOST_ACROSS);
  const gaps = spansOf(lines)
    .filter(({ from, to, across }) => to - from >= narrowest && across <= most)
    .sort((a, b) => a.across - b.across || b.to - b.from - (a.to - a.from));
  for (const { from, to } of gaps) {
    const middle = (from + to) / 2;
    const left = lines.filter(({ right }) => right <= middle);
    const right = lines.filter(({ x }) => x >= middle);
    if (isColumn(left, width) && isColumn(right, width)) return middle;
  }
  return null;
}

/** The width in pieces, each with how many lines run over it. */
function spansOf(lines: readonly Line[]): { from: number; to: number; across: number }[] {
  const edges = lines.flatMap(({ x, right }) => [
    { at: x, by: 1 },
    { at: right, by: -1 },
  ]);
  edges.sort((a, b) => a.at - b.at);
  const spans: { from: number; to: number; across: number }[] = [];
  let across = 0;
  for (const [index, { at, by }] of edges.entries()) {
    across += by;
    spans.push({ from: at, to: edges[index + 1]?.at ?? at, across });
  }
  return spans;
}

/** Whether some lines are a column of running text: the labels of a figure do not count for or against. */
function isColumn(inside: readonly Line[], width: number): boolean {
  const long = inside.filter(({ text }) => text.length >= FEWEST_LETTERS);
  const letters = (some: readonly Line[]) => some.reduce((sum, { text }) => sum + text.length, 0);
  const widest = Math.max(0, ...long.map(({ x, right }) => right - x));
  return (
    long.length >= FEWEST_LINES &&
    widest >= width * NARROWEST_COLUMN &&
    letters(long) >= letters(inside) * MOSTLY
  );
}

export function median(values: readonly number[]): number {
  return values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)] ?? 0;
}
