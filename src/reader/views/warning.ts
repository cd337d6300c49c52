import { type Line, LineBuilder } from '../layout/line.ts';
import { cells } from '../layout/width.ts';
import type { ReaderState } from '../state.ts';
import { statusLook, statusWords } from './bottom.ts';
import type { Screen } from './frame.ts';
import { wrappedWords } from './themeDetail.ts';

const MOST_ROWS = 4;
/** The row of keys stays under it. */
const BELOW = 1;

/**
 * A warning that is longer than its row goes on over the rows above it: what it advises stands at its
 * end. One that is longer still loses words in the middle.
 */
export function withWarning(state: ReaderState, screen: Screen): Screen {
  const look = statusLook(state);
  const room = state.size.columns - 4;
  const words = look.role === 'warn' ? statusWords(state) : '';
  if (cells(words) <= room) return screen;
  const rows = wrappedWords(words, room);
  const shown =
    rows.length <= MOST_ROWS ? rows : [...rows.slice(0, MOST_ROWS - 1), ...rows.slice(-1)];
  const lines = shown.map((row): Line => new LineBuilder().at(2, row, look).build());
  const end = screen.lines.length - BELOW;
  return {
    ...screen,
    lines: [...screen.lines.slice(0, end - lines.length), ...lines, ...screen.lines.slice(end)],
  };
}
