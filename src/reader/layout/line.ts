import { toAscii } from '../../model/plainGlyphs.ts';
import {
  groundCodes,
  type Palette,
  type Role,
  roleStyle,
  styleCodes,
  themeCodes,
} from './palette.ts';
import { reduced, transition } from './sgr.ts';
import { cells, cutToCells } from './width.ts';

/** How a piece of a line looks. */
export interface Look {
  role?: Role;
  /** A theme's colour, over the role's foreground. */
  theme?: string;
  bold?: boolean;
  italic?: boolean;
  underline?: boolean;
  /** The ground of the focused row. */
  row?: boolean;
}

export interface Piece {
  text: string;
  look: Look;
}

/** One row of the screen: pieces side by side from column 0. */
export type Line = readonly Piece[];

export const BLANK: Line = [];

/** Builds one row by columns (from 0). What would overlap what stands there already is pushed right. */
export class LineBuilder {
  private readonly pieces: Piece[] = [];
  private column = 0;
  private base: Look;

  constructor(base: Look = {}) {
    this.base = base;
  }

  /** Text from a column on; the gap before it is filled with spaces. */
  at(column: number, text: string, look: Look = {}): this {
    if (column > this.column) this.push(' '.repeat(column - this.column), {});
    return this.push(text, look);
  }

  /** Text that ends before a column. */
  endingAt(column: number, text: string, look: Look = {}): this {
    return this.at(column - cells(text), text, look);
  }

  /** Text right behind what stands there. */
  push(text: string, look: Look = {}): this {
    if (text !== '') this.pieces.push({ text, look: { ...this.base, ...look } });
    this.column += cells(text);
    return this;
  }

  /** What follows is on the plain ground again: a focused row ends at its pane's edge. */
  offFocus(): this {
    this.base = {};
    return this;
  }

  /** How many cells are filled. */
  get width(): number {
    return this.column;
  }

  /** The row; with `width`, filled with spaces so that its ground reaches that far. */
  build(width = 0): Line {
    if (width > this.column) this.push(' '.repeat(width - this.column), {});
    return this.pieces;
  }
}

/** A line cut to a width: the screen never shows more than it has, whatever a name's length. */
export function clip(line: Line, width: number): Line {
  const kept: Piece[] = [];
  let left = width;
  for (const piece of line) {
    const size = cells(piece.text);
    if (size <= left) kept.push(piece);
    else kept.push({ ...piece, text: cutToCells(piece.text, left) });
    left -= size;
    if (left <= 0) break;
  }
  return kept;
}

/** The words of a line without its looks. */
export const plain = (line: Line): string =>
  line
    .map(piece => piece.text)
    .join('')
    .trimEnd();

/**
 * A line as terminal text. Its pieces hold no control characters: they went through `visible`. A palette
 * with a ground of its own paints it on all `columns`.
 */
export function paint(line: Line, palette: Palette, columns = 0): string {
  const ground = groundCodes(palette);
  if (ground.length > 0) return painted(filled(line, columns), palette, ground);
  return painted(line, palette, ground);
}

function filled(line: Line, columns: number): Line {
  const width = line.reduce((sum, piece) => sum + cells(piece.text), 0);
  return width < columns ? [...line, { text: ' '.repeat(columns - width), look: {} }] : line;
}

function painted(line: Line, palette: Palette, ground: readonly string[]): string {
  let words = '';
  let style: readonly string[] = [];
  for (const { text, look } of line) {
    if (text === '') continue;
    const next = transition(style, styleOf(look, palette, ground));
    words += next.codes + (palette.ascii ? toAscii(text) : text);
    style = next.style;
  }
  return words + transition(style, []).codes;
}

const MOST_STYLES = 500;
const styles = new Map<string, readonly string[]>();

/** The reduced codes of a look. There are few looks, and each frame asks for them a hundred times. */
function styleOf(look: Look, palette: Palette, ground: readonly string[]): readonly string[] {
  const { role, theme, bold, italic, underline, row } = look;
  const name = `${palette.mode} ${palette.depth} ${role} ${theme} ${bold} ${italic} ${underline} ${row}`;
  const found = styles.get(name);
  if (found) return found;
  if (styles.size >= MOST_STYLES) styles.clear();
  const style = reduced([...ground, ...lookCodes(look, palette)]);
  styles.set(name, style);
  return style;
}

function lookCodes(look: Look, palette: Palette): string[] {
  const codes = look.row ? styleCodes(roleStyle('row', palette), palette) : [];
  if (look.role) codes.push(...styleCodes(roleStyle(look.role, palette), palette));
  if (look.theme !== undefined) codes.push(...themeCodes(look.theme, palette));
  if (look.bold) codes.push('1');
  if (look.italic) codes.push('3');
  if (look.underline) codes.push('4');
  // Bold and dim share one switch in terminals: what is to be bright must not be dim.
  return look.row || look.bold ? codes.filter(code => code !== '2') : codes;
}
