import type { Range } from '../../model/annotation.ts';
import { type Candidate, percent } from '../../model/doubt.ts';
import { visibleLine } from '../../model/visible.ts';
import type { LineBuilder, Look, Piece } from '../layout/line.ts';
import { cells, shorten } from '../layout/width.ts';
import { wrap } from '../layout/wrap.ts';
import { movedWords } from './repairWords.ts';

/** UTF-16 units of a quotation that are looked at for each cell that can be shown of it. */
const UNITS_A_CELL = 4;
const CHANGED: Look = { bold: true, underline: true };

/** Words as at most so many rows, the ranges in them bold and underlined; longer ones end in `…`. */
export function markedRows(
  text: string,
  marked: readonly Range[],
  width: number,
  most: number,
  look: Look,
): Piece[][] {
  const looked = Math.min(text.length, UNITS_A_CELL * width * most);
  const rows = wrap(text, 0, looked, Math.max(1, width - 2));
  const isCut = rows.length > most || looked < text.length;
  return rows.slice(0, most).map((row, i) => {
    const pieces = piecesOf(text, row, marked, look);
    if (isCut && i === Math.min(rows.length, most) - 1) pieces.push({ text: ' …', look });
    return pieces;
  });
}

function piecesOf(text: string, row: Range, marked: readonly Range[], look: Look): Piece[] {
  const pieces: Piece[] = [];
  let at = row.start;
  const push = (to: number, how: Look) => {
    if (to > at) pieces.push({ text: visibleLine(text.slice(at, to)), look: how });
    at = Math.max(at, to);
  };
  for (const { start, end } of marked) {
    if (end <= row.start || start >= row.end) continue;
    push(Math.max(row.start, start), look);
    push(Math.min(row.end, end), { ...look, ...CHANGED });
  }
  push(row.end, look);
  return pieces;
}

/** Words of a row, laid from a column on. */
export function lay(line: LineBuilder, column: number, pieces: readonly Piece[]): LineBuilder {
  line.at(column, '');
  for (const { text, look } of pieces) line.push(text, look);
  return line;
}

const BAR = 12;
const WITH_BAR = 44;

/** A place: its number and paragraph, its words, how well they fit. As many rows as there is room for. */
export function placeRows(
  { paragraph, quote, changes, fit, taken }: Candidate,
  key: string,
  width: number,
  room: number,
): Piece[][] {
  const title: Piece[] = [
    { text: key, look: { role: 'current', bold: true } },
    { text: `   now ¶ ${paragraph + 1}`, look: { role: 'current' } },
    { text: taken ? ', tagged with it already' : '', look: { role: 'warn' } },
  ];
  const fits = fitRows(fit, width);
  const spare = room - 1 - fits.length;
  const gap = spare > 4 ? 1 : 0;
  const words = markedRows(quote, changes.added, width - 1, Math.max(1, spare - 2 * gap), {
    role: 'current',
  });
  const indented = words.map(row => [{ text: ' ', look: {} }, ...row]);
  const blank = Array.from({ length: gap }, (): Piece[] => []);
  return [title, ...blank, ...indented, ...blank, ...fits].slice(0, room);
}

function fitRows({ quotation, before, after, moved }: Candidate['fit'], width: number): Piece[][] {
  const rows: Piece[][] = [];
  const share = (name: string, value: number | null) => {
    if (value !== null) rows.push(shareRow(name, value, width));
  };
  share('quotation', quotation);
  share('before it', before);
  share('after it', after);
  if (moved !== null)
    rows.push([{ text: shorten(` moved       ${movedWords(moved)}`, width), look: MUTED }]);
  return rows;
}

const MUTED: Look = { role: 'muted' };

function shareRow(name: string, share: number, width: number): Piece[] {
  const words = ` ${name.padEnd(11)} ${String(percent(share)).padStart(3)}% the same`;
  const pieces: Piece[] = [{ text: shorten(words, width), look: MUTED }];
  if (width < WITH_BAR || cells(words) + 3 + BAR > width) return pieces;
  const full = Math.floor(share * BAR);
  return [
    ...pieces,
    { text: `   ${'━'.repeat(full)}`, look: MUTED },
    { text: '─'.repeat(BAR - full), look: { role: 'hair' } },
  ];
}
