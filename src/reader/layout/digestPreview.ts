import type { OutlineBlock, OutlineKind, PreviewBody } from '../../model/outline.ts';
import { visible, visibleLine } from '../../model/visible.ts';
import type { Size } from './geometry.ts';
import type { Line, Look, Piece } from './line.ts';
import { cells, cutToCells, shorten } from './width.ts';
import { wrap } from './wrap.ts';

/** The column at which the form ends and the preview begins, where both have room. */
export const DIGEST_PANE = 44;
const WIDE = 100;
/** Words of quotations begin here; before them the bar. */
const INDENT = 2;

export const hasBothPanes = ({ columns }: Size): boolean => columns >= WIDE;

/** Cells of the preview on a screen of a size. */
export const previewWidth = (size: Size): number =>
  hasBothPanes(size) ? size.columns - DIGEST_PANE - 6 : size.columns - 4;

/** Rows of the preview on a screen of a size: beside the form two are for its name. */
export const previewRoom = (size: Size): number =>
  size.rows - 5 - (size.rows >= 30 ? 1 : 0) - (hasBothPanes(size) ? 2 : 0);

/** A row of the preview, and the part of the document that it stands in, from 1. */
export interface PreviewRow {
  line: Line;
  part: number;
  /** A key quotation begins here: its star stands left of the line. */
  star: boolean;
}

/** So many parts a preview has; 0 for a text that has none. */
export const partsOf = (body: PreviewBody): number =>
  body.kind === 'text' ? 0 : 1 + body.blocks.filter(block => block.kind === 'part').length;

/** Rows that were made before: only what is scrolled to is wrapped, and once. */
const made = new WeakMap<PreviewBody, { width: number; rows: Rows }>();

/** The first `most` rows of a digest as it will look, in a width of cells. */
export function previewRows(body: PreviewBody, width: number, most: number): readonly PreviewRow[] {
  const known = made.get(body);
  const rows = known?.width === width ? known.rows : new Rows(body, width);
  if (rows !== known?.rows) made.set(body, { width, rows });
  return rows.upTo(most);
}

class Rows {
  private readonly done: PreviewRow[] = [];
  private readonly left: Iterator<PreviewRow>;

  constructor(body: PreviewBody, width: number) {
    this.left = body.kind === 'text' ? textRows(body.text, width) : blockRows(body.blocks, width);
  }

  upTo(most: number): readonly PreviewRow[] {
    while (this.done.length < most) {
      const next = this.left.next();
      if (next.done) break;
      this.done.push(next.value);
    }
    return this.done.slice(0, most);
  }
}

/** A text for programs: its own lines, long ones wrapped. */
function* textRows(text: string, width: number): Generator<PreviewRow> {
  for (const line of visible(text).split('\n'))
    for (const words of wrapped(line, width)) yield row([{ text: words, look: { role: 'rest' } }]);
}

const row = (line: Line, part = 1, star = false): PreviewRow => ({ line, part, star });

function* blockRows(blocks: readonly OutlineBlock[], width: number): Generator<PreviewRow> {
  let part = 1;
  for (const [i, block] of blocks.entries()) {
    const before = blocks[i - 1];
    if (block.kind === 'part') part++;
    if (before && !isClose(before, block)) yield row([], part);
    const isKey = block.kind === 'key quote';
    for (const [n, line] of linesOf(block, width).entries())
      yield row(line, part, isKey && n === 0);
  }
}

const CLOSE: ReadonlySet<OutlineKind> = new Set(['source', 'memo']);

/** What belongs to a quotation stands under it; so do rows of a table, and a rule under its theme. */
const isClose = (before: OutlineBlock, { kind }: OutlineBlock): boolean =>
  CLOSE.has(kind) ||
  (kind === 'row' && before.kind === 'row') ||
  (kind === 'rule' && before.kind !== 'row');

function linesOf(block: OutlineBlock, width: number): Piece[][] {
  switch (block.kind) {
    case 'quote':
    case 'key quote':
      return quoteLines(block, width);
    case 'row':
      return [[{ text: tableWords(block, width), look: { role: 'rest' } }]];
    case 'part':
    case 'heading':
      return [headingLine(block, width)];
    default: {
      const indent = CLOSE.has(block.kind) ? INDENT : 0;
      const words = block.words.replace(/^— /, '');
      return wrapped(visible(words), width - indent).map(line => [
        { text: ' '.repeat(indent), look: {} },
        { text: line, look: LOOKS[block.kind] },
      ]);
    }
  }
}

/** Cells between two columns of a table, and the fewest of its first one and of another. */
const GAP = 2;
const NARROWEST_FIRST = 14;
const NARROWEST = 4;

/** A row of a table: names at the left, cut where there is no room; numbers at the right, none of them cut. */
function tableWords({ words, table }: OutlineBlock, width: number): string {
  if (!table) return shorten(visibleLine(words), width);
  const shown = columnsIn(table, width);
  const [first = 0] = table.widths;
  const left = width - shown.reduce((sum, { room }) => sum + room + GAP, 0);
  const name = shorten(
    visibleLine(table.cells[0] ?? ''),
    Math.min(first, Math.max(NARROWEST, left)),
  );
  const start = name + ' '.repeat(Math.max(0, Math.min(first, left) - cells(name)));
  const numbers = shown.map(({ cell, room }) => {
    const drawn = shorten(visibleLine(cell), room);
    return ' '.repeat(GAP + room - cells(drawn)) + drawn;
  });
  return cutToCells(start + numbers.join(''), width);
}

/**
 * The columns of numbers that have room, each with its cells: where there are too many, the first ones and
 * the last, which has the sums, and `…` for those between.
 */
function columnsIn(table: NonNullable<OutlineBlock['table']>, width: number) {
  const all = table.widths.slice(1).map((room, i) => ({ cell: table.cells[i + 1] ?? '', room }));
  const least = Math.max(1, Math.floor((width - NARROWEST_FIRST) / (NARROWEST + GAP)));
  const kept =
    all.length <= least
      ? all
      : [...all.slice(0, Math.max(0, least - 2)), { cell: '…', room: 1 }, ...all.slice(-1)];
  const most = Math.floor((width - NARROWEST_FIRST) / Math.max(1, kept.length)) - GAP;
  return kept.map(one => ({ ...one, room: Math.min(one.room, Math.max(NARROWEST, most)) }));
}

const BRIGHT: Look = { role: 'current', bold: true };
const LOOKS: Readonly<Record<OutlineKind, Look>> = {
  title: BRIGHT,
  part: BRIGHT,
  heading: BRIGHT,
  words: { role: 'muted' },
  rule: { role: 'rest', italic: true },
  quote: { role: 'current' },
  'key quote': { role: 'current' },
  source: { role: 'muted' },
  memo: { role: 'rest', italic: true },
  row: { role: 'rest' },
};

function headingLine({ words, theme, kind }: OutlineBlock, width: number): Piece[] {
  const mark: Piece[] = theme
    ? [
        { text: visibleLine(theme.mark), look: { theme: theme.colour } },
        { text: ' ', look: {} },
      ]
    : [];
  const room = width - mark.reduce((sum, piece) => sum + cells(piece.text), 0);
  return [...mark, { text: shorten(visibleLine(words), room), look: LOOKS[kind] }];
}

function quoteLines({ words, kind }: OutlineBlock, width: number): Piece[][] {
  return wrapped(visible(words), width - INDENT).map(line => [
    { text: '▏ ', look: { role: 'muted' } },
    { text: line, look: LOOKS[kind] },
  ]);
}

/** Every line of a text wrapped by itself; an empty one is a row. */
function wrapped(text: string, width: number): string[] {
  return text.split('\n').flatMap(line => {
    const rows = wrap(line, 0, line.length, Math.max(8, width));
    const words = rows.map(({ start, end }) => line.slice(start, end).replace(/\t/g, ' '));
    return words.length === 0 ? [''] : words;
  });
}
