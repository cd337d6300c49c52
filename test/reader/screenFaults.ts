import stringWidth from 'string-width';
import type { ReaderState } from '../../src/reader/state.ts';
import { screenOf } from '../../src/reader/views/screen.ts';

/** Whatever a terminal could obey, or what would break a row. */
export const CONTROL =
  /[\u0000-\u001f\u007f-\u009f\u200e\u200f\u2028-\u202e\u2066-\u206f\u061c\ufeff]|[\u{e0000}-\u{e007f}]/u;

/** What is wrong with the screen of a state, in words: its size, a row's width, control characters, a field off the screen. */
export function screenFaults(state: ReaderState, screen = screenOf(state)): string[] {
  const { columns, rows } = state.size;
  const { lines, field } = screen;
  const faults: string[] = [];
  if (lines.length !== rows) faults.push(`${lines.length} lines on ${rows} rows`);
  for (const [row, line] of lines.entries()) {
    const words = line.map(piece => piece.text).join('');
    const width = widthOf(words);
    if (width > columns) faults.push(`row ${row} takes ${width} of ${columns} cells: ${words}`);
    if (CONTROL.test(words))
      faults.push(`row ${row} has a control character: ${JSON.stringify(words)}`);
  }
  if (field && !(inside(field.row, field.rows, rows) && inside(field.column, field.width, columns)))
    faults.push(`the field is off the screen: ${JSON.stringify(field)}`);
  return faults;
}

const known = new Map<string, number>();

/** Cells of a row. Rules and blank rows come again and again, and measuring is slow. */
function widthOf(words: string): number {
  const width = known.get(words) ?? stringWidth(words);
  if (known.size < 10_000) known.set(words, width);
  return width;
}

const inside = (from: number, size: number, limit: number): boolean =>
  from >= 0 && size >= 1 && from + size <= limit;
