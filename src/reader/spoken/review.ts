import { visibleLine } from '../../model/visible.ts';
import { countsOf, partAt, partBlocks } from '../../project/import/review.ts';
import type { ReviewLayer } from '../importLayer.ts';
import type { ReaderState } from '../state.ts';
import { wordsOf } from '../views/reviewRows.ts';
import { sentence } from './words.ts';

/** The paragraph at the cursor of an import, whether it is kept, and how much of the text is. */
export function reviewLines(_: ReaderState, layer: ReviewLayer): string[] {
  const { review, cursor, asks, source } = layer;
  const one = review.blocks[cursor];
  const part = partAt(review, cursor);
  const { kept, out } = countsOf(partBlocks(review, part));
  const transcript = review.parts.length === 1 ? '' : `Transcript ${part + 1}. `;
  const place = `${transcript}${cursor + 1} of ${review.blocks.length}`;
  const words = one ? `${kindAndState(layer)}: ${wordsOf(one)}` : 'nothing';
  const split =
    one && asks?.kind === 'split'
      ? [sentence(`Split before: ${visibleLine(one.text.slice(asks.at, asks.at + SHOWN))}`)]
      : [];
  return [
    ...split,
    sentence(`${place}: ${words}`),
    sentence(`Import of ${visibleLine(source)}: ${kept} kept, ${out} left out`),
  ];
}

/** What is told of the second half, in UTF-16 units. */
const SHOWN = 120;

function kindAndState({ review, cursor }: ReviewLayer): string {
  const { kind = 'paragraph', drop = null } = review.blocks[cursor] ?? {};
  return drop === null ? `${kind}, kept` : `${kind}, left out (${visibleLine(drop)})`;
}

/** What the field that is open is for. */
export const reviewField = ({ asks }: ReviewLayer): string =>
  asks?.kind === 'field' ? `${asks.field[0]?.toUpperCase()}${asks.field.slice(1)}` : 'Words';
