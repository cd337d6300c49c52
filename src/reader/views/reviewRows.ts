import { visibleLine } from '../../model/visible.ts';
import { partAt, type ReviewBlock } from '../../project/import/review.ts';
import type { ReviewLayer } from '../importLayer.ts';
import { type Line, LineBuilder, type Look } from '../layout/line.ts';
import { cells, shorten } from '../layout/width.ts';
import type { ReaderState } from '../state.ts';

/** Cells of a screen that has room for what kind of paragraph it is. */
const WIDE = 60;
const KIND_CELLS = 9;
/** The least that is shown of a paragraph's words, and the most of a reason. */
const LEAST_WORDS = 20;
const MOST_REASON = 30;
/** What stands in a row is never longer, in UTF-16 units. */
const LONGEST = 600;

/** The paragraphs around the cursor, a row each, with a row before each further transcript. */
export function blockRows(state: ReaderState, layer: ReviewLayer, room: number): Line[] {
  const { review, cursor } = layer;
  const count = review.blocks.length;
  const from = Math.max(0, Math.min(cursor - Math.floor(room / 2), count - room));
  const rows: Line[] = [];
  let here = 0;
  for (let i = from; i < Math.min(from + room, count); i++) {
    const part = partAt(review, i);
    if (part > 0 && review.parts[part]?.from === i) rows.push(partRow(state, layer, part));
    if (i === cursor) here = rows.length;
    rows.push(blockRow(state, layer, i));
  }
  // Rows between transcripts may have pushed the cursor out of sight.
  const first = Math.max(0, here - room + 1);
  return rows.slice(first, first + room);
}

function partRow({ size }: ReaderState, { review }: ReviewLayer, part: number): Line {
  const title = review.parts[part]?.meta.title ?? '';
  const words = visibleLine(`transcript ${part + 1}  ${title.slice(0, LONGEST)}`);
  return new LineBuilder()
    .at(2, '── ', { role: 'hair' })
    .push(shorten(words.trimEnd(), size.columns - 8), { role: 'current', bold: true })
    .build();
}

function blockRow({ size }: ReaderState, layer: ReviewLayer, index: number): Line {
  const { blocks } = layer.review;
  const one = blocks[index] as ReviewBlock;
  const isHere = index === layer.cursor;
  const digits = Math.max(3, String(blocks.length).length);
  const line = new LineBuilder(isHere ? { row: true } : {})
    .at(0, isHere ? '▌' : ' ', { role: 'current' })
    .endingAt(2 + digits, String(index + 1), { role: isHere ? 'current' : 'muted' })
    .at(3 + digits, one.drop === null ? ' ' : '-', { role: 'current' });
  const column = 5 + digits;
  const kind = size.columns >= WIDE ? KIND_CELLS : 0;
  if (kind > 0) line.at(column, kindOf(one), { role: 'muted' });
  const end = size.columns - 2;
  const reason = reasonIn(one, end - column - kind);
  const room = end - column - kind - (reason === '' ? 0 : cells(reason) + 2);
  line.at(column + kind, shorten(wordsOf(one), room), lookOf(one, isHere));
  if (reason !== '') line.endingAt(end, reason, { role: isHere ? 'current' : 'muted' });
  return line.build(isHere ? size.columns : 0);
}

/** Why a block is left out, where there is room for it beside some words. */
function reasonIn({ drop }: ReviewBlock, room: number): string {
  const reason = shorten(visibleLine(drop ?? ''), MOST_REASON);
  return cells(reason) + 2 + LEAST_WORDS <= room ? reason : '';
}

function lookOf({ kind, drop }: ReviewBlock, isHere: boolean): Look {
  if (drop !== null) return { role: 'rest' };
  return { ...(isHere ? { role: 'current' } : {}), bold: kind === 'heading' };
}

const kindOf = ({ kind }: ReviewBlock): string => (kind === 'paragraph' ? 'text' : kind);

/** The words of a block in one line, who speaks and when before them. */
export function wordsOf({ speaker, time, text }: ReviewBlock): string {
  const label = `${time === null ? '' : `[${time}] `}${speaker === null ? '' : `${speaker}: `}`;
  return visibleLine(`${label}${text.slice(0, LONGEST)}`.replace(/\s+/g, ' '));
}
