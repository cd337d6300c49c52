import type { Placed } from '../../model/annotation.ts';
import { visible, visibleLine } from '../../model/visible.ts';
import type { Look, Piece } from '../layout/line.ts';
import { shorten } from '../layout/width.ts';
import { wrap } from '../layout/wrap.ts';
import type { ReaderState } from '../state.ts';
import { shownDay } from './dates.ts';

const ARROW = '↳ ';

/** The memos of a paragraph on one row under it; several are joined. */
export function memoLine(
  _state: ReaderState,
  memos: readonly Placed[],
  width: number,
  isCurrent: boolean,
): Piece[] {
  const words = memos.map(placed => visibleLine(placed.annotation.memo ?? '')).join(' · ');
  return [
    { text: ARROW, look: { role: isCurrent ? 'current' : 'rest' } },
    { text: shorten(words, width - 2), look: noteLook(isCurrent) },
  ];
}

/**
 * The memos of a paragraph in the margin, at most `rows` rows: cut with `…` where they are longer, else
 * with their coder and day in a last row of its own where there is room for one.
 */
export function marginNotes(
  state: ReaderState,
  memos: readonly Placed[],
  width: number,
  rows: number,
  isCurrent: boolean,
): Piece[][] {
  const lines: Piece[][] = [];
  for (const placed of memos) {
    const left = rows - lines.length;
    if (left <= 0) break;
    lines.push(...oneNote(state, placed, width, left, isCurrent));
  }
  return lines;
}

function oneNote(
  state: ReaderState,
  { annotation }: Placed,
  width: number,
  rows: number,
  isCurrent: boolean,
): Piece[][] {
  const memo = visible(annotation.memo ?? '');
  const inner = width - ARROW.length;
  const all = wrap(memo, 0, memo.length, inner).map(row =>
    memo.slice(row.start, row.end).replace(/\s/g, ' '),
  );
  const shown = all.slice(0, rows);
  if (all.length > rows)
    shown[rows - 1] = shorten(`${shown[rows - 1]} …`, inner).replace(/ ?…$/, '…');
  const lines: Piece[][] = shown.map((text, i) => [
    { text: i === 0 ? ARROW : '  ', look: { role: isCurrent ? 'current' : 'rest' } },
    { text, look: noteLook(isCurrent) },
  ]);
  if (all.length < rows)
    lines.push([
      {
        text: `  ${shorten(signature(state, annotation.coder, annotation.modified), inner)}`,
        look: { role: 'muted' },
      },
    ]);
  return lines;
}

const signature = ({ timeZone }: ReaderState, coder: string, modified: string): string =>
  `${visibleLine(coder)} · ${shownDay(modified, timeZone)}`;

const noteLook = (isCurrent: boolean): Look => ({
  role: isCurrent ? 'current' : 'rest',
  italic: true,
});
