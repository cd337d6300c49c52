import { visible, visibleLine } from '../../model/visible.ts';
import type { ReviewLayer } from '../importLayer.ts';
import { drawerRule } from '../layout/bars.ts';
import { BLANK, type Line, LineBuilder, type Look } from '../layout/line.ts';
import type { ReaderState } from '../state.ts';
import { wrappedWords } from './themeDetail.ts';

const LEFT = 2;
/** Where a split is to be. */
const MARK = '┃';
/** What is laid out of a long paragraph, in UTF-16 units: all that there is room for, and before a split some. */
const LAID_OUT = 4000;
const BEFORE = 300;

/** All words of the paragraph at the cursor, as far as there is room; with the place of a split. */
export function wordsPane(state: ReaderState, layer: ReviewLayer): Line[] {
  const { columns, rows } = state.size;
  const height = rows >= 30 ? 9 : rows >= 20 ? 5 : 0;
  const one = layer.review.blocks[layer.cursor];
  if (!one || height === 0) return [];
  const reason = one.drop === null ? 'kept' : `left out: ${visibleLine(one.drop)}`;
  const words = layer.asks?.kind === 'split' ? split(one.text, layer.asks.at) : one.text;
  const wrapped = wrappedWords(words.slice(0, LAID_OUT), columns - 2 * LEFT - 1);
  const at = wrapped.findIndex(row => row.includes(MARK));
  const from = layer.asks?.kind === 'split' ? Math.max(0, at - height + 3) : 0;
  const look: Look = one.drop === null ? { role: 'current' } : { role: 'rest' };
  const lines = [drawerRule(columns, titleOf(layer), reason)];
  const shown = wrapped.slice(from, from + height - 1);
  const goesOn = from + shown.length < wrapped.length;
  for (const [i, row] of shown.entries())
    lines.push(
      new LineBuilder()
        .at(LEFT, row, look)
        .push(goesOn && i === shown.length - 1 ? '…' : '', look)
        .build(),
    );
  while (lines.length < height) lines.push(BLANK);
  return lines;
}

function titleOf({ review, cursor }: ReviewLayer): string {
  const { speaker = null, page = null } = review.blocks[cursor] ?? {};
  const more = [speaker, page === null ? null : `page ${page}`].filter(words => words !== null);
  return [`¶ ${cursor + 1}`, ...more.map(visibleLine)].join(' · ');
}

/** The words with the mark of a split in them; of those before it only the last. */
const split = (text: string, at: number): string =>
  `${visible(text.slice(Math.max(0, at - BEFORE), at)).trimEnd()} ${MARK} ${visible(text.slice(at))}`;
