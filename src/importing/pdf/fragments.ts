/** Words of a page that were printed in one go, in points; y grows downwards, and is that of the baseline. */
export interface Fragment {
  text: string;
  x: number;
  right: number;
  y: number;
  /** Height of the font. */
  size: number;
  font: string;
  isRtl: boolean;
  /** Whether a space is printed after it. */
  isSpaced: boolean;
  /** Whether the file itself says that it is no content: running heads of tagged files. */
  isArtifact: boolean;
}

/** The words of a page as they were printed: upright, whichever way it lies on the paper. */
export interface PrintedPage {
  /** From 0. */
  index: number;
  width: number;
  height: number;
  fragments: readonly Fragment[];
  /** Words that were set across the others, a stamp at the edge say, those of each direction upright. */
  across: readonly (readonly Fragment[])[];
}

/** What pdf.js says of a piece of text, and of the marks around it. */
export type Item =
  | { str: string; dir: string; width: number; transform: number[]; fontName: string }
  | { type: string; tag?: string };

type Turn = 0 | 1 | 2 | 3;
const TURNS: readonly Turn[] = [0, 1, 2, 3];

interface Placed extends Fragment {
  turn: Turn;
}

/**
 * Makes fragments of the items of a page. `view` is the transform of the page onto a paper whose upper
 * left corner is 0, 0. Most of a page decides which way is up.
 */
export function pageOf(
  index: number,
  items: readonly Item[],
  view: { transform: readonly number[]; width: number; height: number },
): PrintedPage {
  const placed = placedItems(items, view.transform);
  const up = usualTurn(placed);
  const sideways = up % 2 === 1;
  const width = sideways ? view.height : view.width;
  const height = sideways ? view.width : view.height;
  const turned = (turn: Turn) =>
    placed.filter(one => one.turn === turn).map(one => upright(one, turn, view));
  const others = TURNS.filter(turn => turn !== up && placed.some(one => one.turn === turn));
  return { index, width, height, fragments: turned(up), across: others.map(turned) };
}

function placedItems(items: readonly Item[], view: readonly number[]): Placed[] {
  const placed: Placed[] = [];
  const marks: boolean[] = [];
  for (const item of items) {
    if ('str' in item) {
      const last = placed.at(-1);
      if (item.str.trim() !== '') placed.push(placedItem(item, view, marks.includes(true)));
      else if (item.str !== '' && item.width > 0 && last) last.isSpaced = true;
    } else if (item.type.startsWith('beginMarkedContent')) marks.push(item.tag === 'Artifact');
    else marks.pop();
  }
  return placed;
}

function placedItem(
  { str, dir, width, transform, fontName }: Extract<Item, { str: string }>,
  view: readonly number[],
  isArtifact: boolean,
): Placed {
  const [a, b, c, d, x, y] = multiplied(view, transform);
  const size = Math.hypot(c, d);
  // Down the page y grows, so a quarter turn to the left is one to the right.
  const turn = ((Math.round(Math.atan2(b, a) / (Math.PI / 2)) + 4) % 4) as Turn;
  return {
    text: str,
    x,
    y,
    right: x + width,
    size,
    font: fontName,
    isRtl: dir === 'rtl',
    isSpaced: false,
    isArtifact,
    turn,
  };
}

/** Turns a fragment so that its words run from left to right. */
function upright(
  { turn: _, ...fragment }: Placed,
  turn: Turn,
  { width, height }: { width: number; height: number },
): Fragment {
  const { x, y } = fragment;
  const [newX, newY] = [
    [x, y],
    [y, width - x],
    [width - x, height - y],
    [height - y, x],
  ][turn] as [number, number];
  return { ...fragment, x: newX, y: newY, right: newX + fragment.right - x };
}

function usualTurn(placed: readonly Placed[]): Turn {
  const letters = [0, 0, 0, 0];
  for (const { turn, text } of placed) letters[turn] = (letters[turn] ?? 0) + text.length;
  return letters.indexOf(Math.max(...letters)) as Turn;
}

type Matrix = [number, number, number, number, number, number];

/** The matrix that first does `second`, then `first` (PDF 32000-1, 8.3.4). */
function multiplied(first: readonly number[], second: readonly number[]): Matrix {
  const [a = 1, b = 0, c = 0, d = 1, e = 0, f = 0] = first;
  const [g = 1, h = 0, i = 0, j = 1, k = 0, l = 0] = second;
  return [
    a * g + c * h,
    b * g + d * h,
    a * i + c * j,
    b * i + d * j,
    a * k + c * l + e,
    b * k + d * l + f,
  ];
}
