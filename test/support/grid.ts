import graphemes from '@xterm/addon-unicode-graphemes';
import xterm from '@xterm/headless';

export interface Size {
  columns: number;
  rows: number;
}

/** One cell of a screen. The second half of a wide character has the width 0 and no text. */
export interface Cell extends Style {
  text: string;
  width: number;
}

/** How a cell is drawn. A colour is `#rrggbb`, `palette 0` … `palette 255`, or `null` for the terminal's own. */
export interface Style {
  colour: string | null;
  ground: string | null;
  bold: boolean;
  dim: boolean;
  italic: boolean;
  underline: boolean;
  inverse: boolean;
  struck: boolean;
}

type BufferCell = NonNullable<ReturnType<xterm.IBufferLine['getCell']>>;

/** A terminal without a window: what is written into it becomes cells, as in a real one. */
export class Grid {
  readonly terminal: xterm.Terminal;

  constructor({ columns, rows }: Size) {
    this.terminal = new xterm.Terminal({ cols: columns, rows, allowProposedApi: true });
    // Without it emoji and joined letters get the widths of Unicode 6.
    this.terminal.loadAddon(new graphemes.UnicodeGraphemesAddon());
  }

  get size(): Size {
    return { columns: this.terminal.cols, rows: this.terminal.rows };
  }

  /** Resolves when the terminal has taken everything in. */
  write(data: string): Promise<void> {
    return new Promise(resolve => this.terminal.write(data, resolve));
  }

  resize({ columns, rows }: Size): void {
    this.terminal.resize(columns, rows);
  }

  /** The rows of the screen as plain text, without white space at their ends. */
  lines(): string[] {
    return Array.from({ length: this.terminal.rows }, (_, row) => this.line(row));
  }

  text(): string {
    return this.lines().join('\n');
  }

  /** The cells of one row, from 0. */
  cells(row: number): Cell[] {
    const line = this.bufferLine(row);
    return Array.from({ length: this.terminal.cols }, (_, column) =>
      cellOf(line?.getCell(column) ?? this.terminal.buffer.active.getNullCell()),
    );
  }

  /**
   * How the first place on the screen that shows `words` is drawn, by its first cell. Throws an Error
   * with the whole screen if the words are nowhere on one row.
   */
  styleOf(words: string): Style {
    const place = this.find(words);
    if (!place) throw new Error(`'${words}' is not on the screen:\n${this.text()}`);
    const { text: _text, width: _width, ...style } = this.cells(place.row)[place.column] ?? blank;
    return style;
  }

  /** Row and column, both from 0, of the first place that shows `words`. */
  find(words: string): { row: number; column: number } | null {
    for (let row = 0; row < this.terminal.rows; row++) {
      const column = columnOf(this.cells(row), words);
      if (column !== -1) return { row, column };
    }
    return null;
  }

  get cursor(): { row: number; column: number } {
    const { cursorX, cursorY } = this.terminal.buffer.active;
    return { row: cursorY, column: cursorX };
  }

  get alternateScreen(): boolean {
    return this.terminal.buffer.active.type === 'alternate';
  }

  /** Whether the program is in the middle of a frame (synchronised output). */
  get midFrame(): boolean {
    return this.terminal.modes.synchronizedOutputMode;
  }

  private line(row: number): string {
    return this.bufferLine(row)?.translateToString(true) ?? '';
  }

  private bufferLine(row: number): xterm.IBufferLine | undefined {
    const buffer = this.terminal.buffer.active;
    return buffer.getLine(buffer.viewportY + row);
  }
}

const blank: Cell = {
  text: ' ',
  width: 1,
  colour: null,
  ground: null,
  bold: false,
  dim: false,
  italic: false,
  underline: false,
  inverse: false,
  struck: false,
};

function cellOf(cell: BufferCell): Cell {
  return {
    text: cell.getWidth() === 0 ? '' : cell.getChars() || ' ',
    width: cell.getWidth(),
    colour: colourOf(cell.isFgRGB(), cell.isFgPalette(), cell.getFgColor()),
    ground: colourOf(cell.isBgRGB(), cell.isBgPalette(), cell.getBgColor()),
    bold: cell.isBold() !== 0,
    dim: cell.isDim() !== 0,
    italic: cell.isItalic() !== 0,
    underline: cell.isUnderline() !== 0,
    inverse: cell.isInverse() !== 0,
    struck: cell.isStrikethrough() !== 0,
  };
}

function colourOf(rgb: boolean, palette: boolean, value: number): string | null {
  if (rgb) return `#${value.toString(16).padStart(6, '0')}`;
  return palette ? `palette ${value}` : null;
}

/** The column of the cell where `words` begin in a row; -1 if they are not in it. */
function columnOf(cells: readonly Cell[], words: string): number {
  const index = cells
    .map(cell => cell.text)
    .join('')
    .indexOf(words);
  if (index === -1) return -1;
  let length = 0;
  return cells.findIndex(cell => {
    length += cell.text.length;
    return length > index;
  });
}
