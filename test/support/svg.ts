import type { Cell, Grid, Style } from './grid.ts';

/** The colours that a picture gives to what the program leaves to the terminal. */
export interface Colours {
  text: string;
  ground: string;
}

export const DARK: Colours = { text: '#d8d6d0', ground: '#14161b' };
export const LIGHT: Colours = { text: '#24262b', ground: '#fbfaf6' };

/** The size of a cell in SVG units, and the letters in it; DejaVu Sans Mono is 0.602 as wide as high. */
const CELL = { width: 8.4, height: 18, font: 14, baseline: 13.5 };
const MARGIN = 12;
const FONTS = "'DejaVu Sans Mono',ui-monospace,SFMono-Regular,Menlo,Consolas,monospace";

/** A screen as an SVG document with `title` for those who cannot see it. The same screen gives the same bytes. */
export function svgOf(grid: Grid, title: string, colours: Colours = DARK): string {
  const { columns, rows } = grid.size;
  const width = round(columns * CELL.width + 2 * MARGIN);
  const height = rows * CELL.height + 2 * MARGIN;
  const lines = Array.from({ length: rows }, (_, row) => rowOf(grid.cells(row), row, colours));
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}" viewBox="0 0 ${width} ${height}" role="img" aria-label="${escaped(title)}">`,
    `<title>${escaped(title)}</title>`,
    `<rect width="100%" height="100%" rx="6" fill="${colours.ground}"/>`,
    `<g transform="translate(${MARGIN} ${MARGIN})" font-family="${FONTS}" font-size="${CELL.font}" xml:space="preserve">`,
    ...lines.filter(line => line !== ''),
    '</g>',
    '</svg>',
    '',
  ].join('\n');
}

/** Neighbouring cells that look alike and can be drawn as one piece of text. */
interface Run {
  column: number;
  width: number;
  text: string;
  paint: Paint;
}

interface Paint {
  colour: string;
  ground: string;
  attributes: string;
}

function rowOf(cells: readonly Cell[], row: number, colours: Colours): string {
  const runs = runsOf(cells, colours);
  const grounds = runs.filter(run => run.paint.ground !== colours.ground).map(run => fill(run));
  const marks = runs.filter(run => run.text.trim() !== '').map(run => draw(run));
  const pieces = [...grounds, ...marks].join('');
  return pieces && `<g transform="translate(0 ${row * CELL.height})">${pieces}</g>`;
}

function runsOf(cells: readonly Cell[], colours: Colours): Run[] {
  const runs: Run[] = [];
  cells.forEach((cell, column) => {
    if (cell.width === 0) return;
    const paint = paintOf(cell, colours);
    const last = runs.at(-1);
    if (last && joins(last.text, cell.text) && samePaint(last.paint, paint)) {
      last.text += cell.text;
      last.width += cell.width;
    } else runs.push({ column, width: cell.width, text: cell.text, paint });
  });
  return runs;
}

/** Plain letters are drawn together; anything else alone, so that a stand-in font cannot shift the rest. */
const PLAIN = /^[ -~\u00A0-\u024F]+$/;
/** Shapes that reach from one side of the cell to the other. */
const WHOLE = /^[─━░▒▓█]$/;
const joins = (before: string, after: string) =>
  (PLAIN.test(before) && PLAIN.test(after)) || (WHOLE.test(after) && before.endsWith(after));

const samePaint = (one: Paint, two: Paint) =>
  one.colour === two.colour && one.ground === two.ground && one.attributes === two.attributes;

function paintOf(style: Style, colours: Colours): Paint {
  const text = rgb(style.colour) ?? colours.text;
  const ground = rgb(style.ground) ?? colours.ground;
  const [colour, behind] = style.inverse ? [ground, text] : [text, ground];
  const attributes = [
    style.bold ? ' font-weight="bold"' : '',
    style.italic ? ' font-style="italic"' : '',
    lines(style),
    style.dim ? ' opacity="0.6"' : '',
  ].join('');
  return { colour, ground: behind, attributes };
}

function lines({ underline, struck }: Style): string {
  const names = [underline ? 'underline' : '', struck ? 'line-through' : ''].filter(Boolean);
  return names.length === 0 ? '' : ` text-decoration="${names.join(' ')}"`;
}

const fill = ({ column, width, paint }: Run) =>
  box(column * CELL.width, 0, width * CELL.width, CELL.height, paint.ground);

function draw(run: Run): string {
  const shape = SHAPES[run.text[0] ?? ''];
  const x = run.column * CELL.width;
  const width = run.width * CELL.width;
  if (shape) return shape(x, width, run.paint);
  const length = `textLength="${round(width)}" lengthAdjust="spacingAndGlyphs"`;
  return `<text x="${round(x)}" y="${CELL.baseline}" ${length} fill="${run.paint.colour}"${run.paint.attributes}>${escaped(run.text)}</text>`;
}

type Shape = (x: number, width: number, paint: Paint) => string;

const across =
  (thickness: number): Shape =>
  (x, width, { colour }) =>
    box(x, (CELL.height - thickness) / 2, width, thickness, colour);
const down =
  (thickness: number): Shape =>
  (x, _width, { colour }) =>
    box(x + (CELL.width - thickness) / 2, 0, thickness, CELL.height, colour);
const block =
  (part: number, strength = 1): Shape =>
  (x, width, { colour }) =>
    box(x, 0, width * part, CELL.height, colour, strength);

/** Rules and blocks are drawn as boxes: as letters they would leave gaps between the cells. */
const SHAPES: Readonly<Record<string, Shape>> = {
  '─': across(1),
  '━': across(2.4),
  '│': down(1),
  '┃': down(2.4),
  '▏': block(1 / 8),
  '▌': block(1 / 2),
  '░': block(1, 0.25),
  '▒': block(1, 0.5),
  '▓': block(1, 0.75),
  '█': block(1),
};

function box(x: number, y: number, width: number, height: number, colour: string, strength = 1) {
  const opacity = strength === 1 ? '' : ` opacity="${strength}"`;
  return `<rect x="${round(x)}" y="${round(y)}" width="${round(width)}" height="${round(height)}" fill="${colour}"${opacity}/>`;
}

/** The first sixteen of a terminal's palette: those of xterm. */
const SIXTEEN = [
  ...['#000000', '#cd0000', '#00cd00', '#cdcd00', '#0000ee', '#cd00cd', '#00cdcd', '#e5e5e5'],
  ...['#7f7f7f', '#ff0000', '#00ff00', '#ffff00', '#5c5cff', '#ff00ff', '#00ffff', '#ffffff'],
];
const STEPS = [0, 95, 135, 175, 215, 255];

/** `#rrggbb` of a colour as a grid names it; `null` stays `null`. */
function rgb(colour: string | null): string | null {
  const index = /^palette (\d+)$/.exec(colour ?? '')?.[1];
  return index === undefined ? colour : palette(Number(index));
}

/** Colour cube and grey ramp as xterm lays them out: 16 to 231, 232 to 255. */
function palette(index: number): string {
  if (index < 16) return SIXTEEN[index] ?? '#000000';
  if (index > 231) return hex(Array(3).fill(8 + (index - 232) * 10));
  const cube = index - 16;
  const steps = [Math.floor(cube / 36), Math.floor(cube / 6) % 6, cube % 6];
  return hex(steps.map(step => STEPS[step] ?? 0));
}

const hex = (parts: number[]) =>
  `#${parts.map(part => part.toString(16).padStart(2, '0')).join('')}`;

const round = (value: number) => Math.round(value * 100) / 100;

const ENTITIES: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
};
const escaped = (text: string) => text.replace(/[&<>"]/g, character => ENTITIES[character] ?? '');
