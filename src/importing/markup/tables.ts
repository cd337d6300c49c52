import type { Element } from 'hast';
import type { ImportedBlock } from '../imported.ts';
import { elementsIn } from './tree.ts';

/** A row with more than this is read for its own sake: the table is a transcript, not a figure. */
const LONG_ROW = 300;
const LONGEST_NAME = 40;
const TIME = /^\[?((?:\d{1,2}:)?\d{1,2}:\d{2})(?:[.,]\d+)?\]?$/;

/**
 * A table as text: its rows in lines, its cells parted by two spaces, in one block; where the rows are long,
 * a block each, and a name or a time in the first cells of such a row is that of a speaker. `null` for
 * a table that only lays a page out: one column, or tables in its cells.
 *
 * `textOf` gives the paragraphs of a cell.
 */
export function tableBlocks(
  table: Element,
  textOf: (cell: Element) => string[],
): ImportedBlock[] | null {
  const rows = rowsOf(table);
  const columns = Math.max(0, ...rows.map(row => row.length));
  if (columns < 2 || tablesIn(table) > 1) return null;
  const cells = rows.map(row => row.map(cell => textOf(cell).join('\n')));
  const caption = captionOf(table).flatMap(textOf).map(plainBlock);
  const isLong = cells.some(row => row.join('').length > LONG_ROW);
  return [...caption, ...(isLong ? cells.flatMap(rowBlock) : wholeBlock(cells))];
}

function wholeBlock(cells: readonly string[][]): ImportedBlock[] {
  const lines = cells.filter(hasWords).map(lineOf);
  return lines.length > 0 ? [{ ...plainBlock(lines.join('\n')), kind: 'table' }] : [];
}

function rowBlock(cells: readonly string[], index: number): ImportedBlock[] {
  if (!hasWords(cells)) return [];
  const turn = index === 0 && cells.every(isShort) ? null : turnOf(cells);
  return [turn ?? { ...plainBlock(lineOf(cells)), kind: 'table' }];
}

/** A row that is a turn: a time, a name, or both, and then words in one cell. */
function turnOf(cells: readonly string[]): ImportedBlock | null {
  const rest = cells.filter(cell => cell !== '');
  const time = TIME.exec(rest[0] ?? '')?.[1] ?? null;
  if (time !== null) rest.shift();
  const speaker = rest.length === 2 && isShort(rest[0] ?? '') ? rest.shift() : null;
  if (rest.length !== 1 || (time === null && speaker === null)) return null;
  const name = speaker?.replace(/\s*:$/, '') ?? null;
  return { ...plainBlock(rest[0] ?? ''), speaker: name, time: time && fullTime(time) };
}

/** `HH:MM:SS` of a time with or without hours. */
const fullTime = (time: string) =>
  ['00', ...time.split(':')]
    .slice(-3)
    .map(part => part.padStart(2, '0'))
    .join(':');

const lineOf = (cells: readonly string[]) =>
  cells.map(cell => cell.replaceAll('\n', ' ')).join('  ');
const hasWords = (cells: readonly string[]) => cells.some(cell => cell !== '');
const isShort = (cell: string) => cell.length <= LONGEST_NAME && !cell.includes('\n');

const plainBlock = (text: string): ImportedBlock => ({
  kind: 'paragraph',
  level: 0,
  text,
  speaker: null,
  time: null,
  page: null,
  drop: null,
});

const named = (table: Element, ...names: string[]) =>
  [...elementsIn(table)].filter(({ tagName }) => names.includes(tagName));
const rowsOf = (table: Element) => named(table, 'tr').map(row => named(row, 'td', 'th'));
const tablesIn = (table: Element) => named(table, 'table').length;
const captionOf = (table: Element) => named(table, 'caption');
