import { visible } from '../../model/visible.ts';
import { clusterCells, clusters, isSimple } from './width.ts';

/** One row of wrapped text: what of the text it shows, in UTF-16 offsets, half-open. */
export interface TextRow {
  start: number;
  end: number;
}

const SHORT_LINE = 40;
const LIST_MARK = /^\s|^(?:[•*+‣·–—-]|\p{N}{1,3}[.)])\s/u;
// East Asian scripts part their lines between any two characters.
const BREAKS_ANYWHERE =
  /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}\p{Script=Lao}\p{Script=Khmer}]/u;

/**
 * Wraps the text from `start` to `end` to rows of at most `width` cells. Offsets are exact, so that
 * passages and hits can be drawn; white space at a break belongs to no row. No-break spaces do not
 * break; a word longer than a row is cut between grapheme clusters. A line end of the text stays one
 * where the line is short or the next begins like a list, else the lines flow together.
 */
export function wrap(text: string, start: number, end: number, width: number): TextRow[] {
  const rows = new Rows(text, Math.max(1, width));
  let at = start;
  while (at < end) {
    const gapEnd = endOfGap(text, at, end);
    if (gapEnd > at && keepsLineEnd(text, at, gapEnd, rows.lineStart)) rows.breakHere(gapEnd);
    const wordEnd = endOfWord(text, gapEnd, end);
    if (wordEnd > gapEnd) rows.word(gapEnd, wordEnd);
    at = wordEnd;
  }
  return rows.finish(start);
}

class Rows {
  /** Where the text's own line begins, which is not always where a row does. */
  lineStart: number;
  private readonly done: TextRow[] = [];
  private readonly text: string;
  private readonly width: number;
  private row: TextRow | null = null;
  private filled = 0;

  constructor(text: string, width: number) {
    this.text = text;
    this.width = width;
    this.lineStart = -1;
  }

  word(start: number, end: number): void {
    if (this.lineStart < 0) this.lineStart = start;
    const word = this.text.slice(start, end);
    const size = cellsOf(word);
    const gap = this.row ? gapCells(this.text, this.row.end, start) : 0;
    if (this.row && this.filled + gap + size <= this.width) this.extend(end, gap + size);
    else if (size > this.width || BREAKS_ANYWHERE.test(word)) this.pieces(start, word, gap);
    else this.begin(start, end, size);
  }

  /** Ends the row: the text's own line ends here, the next begins at `lineStart`. */
  breakHere(lineStart: number): void {
    this.flush();
    this.lineStart = lineStart;
  }

  finish(start: number): TextRow[] {
    this.flush();
    return this.done.length > 0 ? this.done : [{ start, end: start }];
  }

  private pieces(start: number, word: string, gap: number): void {
    let at = start;
    let space = gap;
    for (const cluster of clusters(word)) {
      const size = clusterCells(visible(cluster));
      if (this.row && this.filled + space + size <= this.width)
        this.extend(at + cluster.length, space + size);
      else this.begin(at, at + cluster.length, size);
      at += cluster.length;
      space = 0;
    }
  }

  private begin(start: number, end: number, size: number): void {
    this.flush();
    this.row = { start, end };
    this.filled = size;
  }

  private extend(end: number, size: number): void {
    if (this.row) this.row.end = end;
    this.filled += size;
  }

  private flush(): void {
    if (this.row) this.done.push(this.row);
    this.row = null;
    this.filled = 0;
  }
}

function cellsOf(word: string): number {
  if (isSimple(word)) return word.length;
  let width = 0;
  for (const cluster of clusters(word)) width += clusterCells(visible(cluster));
  return width;
}

const SPACE = 32;
const WIDE_SPACE = 0x3000;
const isWhite = (unit: number): boolean =>
  unit === SPACE ||
  (unit >= 9 && unit <= 13) ||
  unit === 0x1680 ||
  (unit >= 0x2000 && unit <= 0x200a && unit !== 0x2007) ||
  unit === 0x205f ||
  unit === WIDE_SPACE;

const FIRST_MARK = 0x300;
const JOINS = /[\p{M}\p{Grapheme_Extend}\p{Emoji_Modifier}\u200D]/uy;

/** White space where a row may end. A space that carries a mark is one cluster with it, and stays. */
function isGap(text: string, at: number): boolean {
  const unit = text.charCodeAt(at);
  if (!isWhite(unit)) return false;
  if (unit < SPACE || !(text.charCodeAt(at + 1) >= FIRST_MARK)) return true;
  JOINS.lastIndex = at + 1;
  return !JOINS.test(text);
}

function endOfGap(text: string, from: number, end: number): number {
  let at = from;
  while (at < end && isGap(text, at)) at++;
  return at;
}

function endOfWord(text: string, from: number, end: number): number {
  let at = from;
  while (at < end && !isGap(text, at)) at++;
  return at;
}

/** Cells of white space inside a row: the ideographic one takes two. */
function gapCells(text: string, from: number, to: number): number {
  let size = to - from;
  for (let at = from; at < to; at++) if (text.charCodeAt(at) === WIDE_SPACE) size++;
  return size;
}

function keepsLineEnd(text: string, gapStart: number, gapEnd: number, lineStart: number): boolean {
  const newline = text.lastIndexOf('\n', gapEnd - 1);
  if (newline < gapStart) return false;
  return gapStart - lineStart < SHORT_LINE || LIST_MARK.test(text.slice(newline + 1, gapEnd + 6));
}
