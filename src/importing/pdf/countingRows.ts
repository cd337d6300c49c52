import { median } from './columns.ts';
import type { Line, Page } from './lines.ts';

/** Rows count on over so many pages at least, and stand at one height but for so many points. */
const FEWEST_PAGES = 3;
const WOBBLE = 8;
const NUMBERS = /^(\d{1,4})(?![.)\d])|(?:^|\s)(\d{1,4})$/g;

/** The lines of the first or the last row of a page. */
interface Row {
  index: number;
  y: number;
  lines: readonly Line[];
  /** By how much the numbers at its ends run ahead of the page's own. */
  offsets: readonly number[];
}

/**
 * Running heads and feet that change with the chapter: the first or the last row of several pages, at
 * one height, with a number at an end that counts on from page to page.
 */
export function countingRows(pages: readonly Page[]): Set<Line> {
  const found = new Set<Line>();
  for (const edge of ['first', 'last'] as const) {
    const rows = pages.map(({ index, lines }) => rowAt(edge, index, lines));
    for (const row of counting(rows)) for (const line of row.lines) found.add(line);
  }
  return found;
}

function rowAt(edge: 'first' | 'last', index: number, lines: readonly Line[]): Row {
  const heights = lines.map(({ y }) => y);
  const y = edge === 'first' ? Math.min(...heights) : Math.max(...heights);
  const inRow = lines.filter(line => Math.abs(line.y - y) < line.size * 0.6);
  const words = inRow
    .toSorted((a, b) => a.x - b.x)
    .map(({ text }) => text)
    .join(' ');
  // A title, on a slide say, is larger than the text; a running head is not.
  const usual = median(lines.map(({ size }) => size));
  const isTitle = inRow.some(({ size }) => size > usual * 1.05);
  const found = isTitle ? [] : [...words.matchAll(NUMBERS)];
  const numbers = found.map(([, first, last]) => Number(first ?? last));
  return { index, y, lines: inRow, offsets: numbers.map(number => number - index) };
}

function counting(rows: readonly Row[]): Row[] {
  const byPlace = new Map<string, Row[]>();
  for (const row of rows) {
    for (const offset of new Set(row.offsets)) {
      for (const half of [0, 0.5]) {
        const place = `${offset} ${half} ${Math.floor(row.y / WOBBLE + half)}`;
        byPlace.set(place, [...(byPlace.get(place) ?? []), row]);
      }
    }
  }
  return [...byPlace.values()].filter(found => found.length >= FEWEST_PAGES).flat();
}
