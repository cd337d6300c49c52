import { visibleLine } from '../../model/visible.ts';
import { countsOf, partAt, partBlocks } from '../../project/import/review.ts';
import type { ReviewLayer } from '../importLayer.ts';
import { header, rule } from '../layout/bars.ts';
import { BLANK, type Line, type Look } from '../layout/line.ts';
import { scopeOf } from '../select.ts';
import type { ReaderState } from '../state.ts';
import { factBar, keyRow } from './bottom.ts';
import type { Screen } from './frame.ts';
import { metaRows } from './reviewMeta.ts';
import { blockRows } from './reviewRows.ts';
import { wordsPane } from './reviewWords.ts';

const BADGES = { field: 'TYPING', split: 'SPLIT' } as const;

/** An import before it is written: what is known of the text, its paragraphs, and the words of one of them. */
export function reviewScreen(state: ReaderState, layer: ReviewLayer): Screen {
  const { columns, rows } = state.size;
  const meta = metaRows(state, layer);
  const top: Line[] = [
    header(columns, 'Import', [visibleLine(layer.source)], placeWords(layer)),
    rule(columns),
    ...(rows >= 30 ? [BLANK] : []),
  ];
  const pane = wordsPane(state, layer);
  const bottom: Line[] = [
    rule(columns),
    factBar(state, factOf(layer), ...statusOf(state, layer)),
    keyRow(state, scopeOf(state), layer.asks && BADGES[layer.asks.kind]),
  ];
  const above = [...top, ...meta.lines, rule(columns)];
  const room = Math.max(1, rows - above.length - pane.length - bottom.length);
  const body = blockRows(state, layer, room);
  while (body.length < room) body.push(BLANK);
  const field = meta.field && { ...meta.field, row: meta.field.row + top.length };
  return { lines: [...above, ...body, ...pane, ...bottom], field };
}

function placeWords({ review, cursor }: ReviewLayer): string {
  const place = `${cursor + 1} of ${review.blocks.length}`;
  return review.parts.length === 1
    ? place
    : `transcript ${partAt(review, cursor) + 1} of ${review.parts.length} · ${place}`;
}

/** How much is kept; of several transcripts, of the one at the cursor. */
function factOf({ review, cursor }: ReviewLayer): string {
  const { kept, out } = countsOf(partBlocks(review, partAt(review, cursor)));
  return `${kept} kept · ${out} left out`;
}

function statusOf({ message }: ReaderState, { notes, writing }: ReviewLayer): [string, Look] {
  if (message) return [visibleLine(message.text), { role: message.warns ? 'warn' : 'muted' }];
  if (writing) return ['writing…', { role: 'muted' }];
  return [visibleLine(notes[0] ?? 'nothing is written yet'), { role: 'muted' }];
}
