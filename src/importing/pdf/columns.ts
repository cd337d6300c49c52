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
/** So many of the lines may run over the gap: titles, tables, words over the whole width. */
const MOST_ACROSS = 0.3;

/**
 * Puts the lines of a page in the order in which they are read: where there are columns, down each of
 * them in turn, and a line over the whole width parts what stands above it from what stands below.
 * The right column comes first in a script that runs from right to left.
 */
export function readingOrder(lines: readonly Line[], height: number): Stretch[] {
  if (lines.length === 0) return [];
  const stretchOf = (some: Line[]): Stretch => ({
    lines: some,
    left: Math.min(...some.map(({ x }) => x)),
    right: Math.max(...some.map(({ right }) => right)),
    height,
  });
  const gaps = gapsOf(lines);
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
function joinedRows(lines: readonly Line[]): Line[] {
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
  };
}

/** The middles of the gaps between columns, from left to right; none where there is one column. */
function gapsOf(lines: readonly Line[]): number[] {
  const left = Math.min(...lines.map(({ x }) => x));
  const width = Math.max(...lines.map(({ right }) => right)) - left;
  const size = median(lines.map(line => line.size));
  const found = emptyBands(lines, left, width).filter(
    band => band.to - band.from >= size * NARROWEST_GAP,
  );
  const gaps: number[] = [];
  for (const { from, to } of found) {
    const since = gaps.at(-1) ?? Number.NEGATIVE_INFINITY;
    if (isColumn(lines, since, (from + to) / 2, width)) gaps.push((from + to) / 2);
  }
  while (gaps.length > 0 && !isColumn(lines, gaps.at(-1) ?? 0, Number.POSITIVE_INFINITY, width))
    gaps.pop();
  return gaps;
}

function isColumn(lines: readonly Line[], from: number, to: number, width: number): boolean {
  const inside = lines.filter(line => line.x >= from && line.right <= to);
  if (inside.length < FEWEST_LINES) return false;
  const widest = Math.max(...inside.map(({ x, right }) => right - x));
  return (
    widest >= width * NARROWEST_COLUMN &&
    median(inside.map(({ text }) => text.length)) >= FEWEST_LETTERS
  );
}

/** Stretches of the width that hardly any line runs over, with lines on both sides. */
function emptyBands(lines: readonly Line[], left: number, width: number) {
  const most = Math.max(1, lines.length * MOST_ACROSS);
  const edges = lines.flatMap(({ x, right }) => [
    { at: x, by: 1 },
    { at: right, by: -1 },
  ]);
  edges.sort((a, b) => a.at - b.at);
  const bands: { from: number; to: number }[] = [];
  let across = 0;
  let from = left;
  for (const { at, by } of edges) {
    const before = across;
    across += by;
    if (before <= most && across > most) bands.push({ from, to: at });
    if (before > most && across <= most) from = at;
  }
  return bands.filter(band => band.from > left && band.to < left + width);
}

export function median(values: readonly number[]): number {
  return values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)] ?? 0;
}
