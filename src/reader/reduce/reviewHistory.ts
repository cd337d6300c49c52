import type { Change, Review } from '../../project/import/review.ts';
import type { ReviewLayer } from '../importLayer.ts';
import type { ReaderState } from '../state.ts';
import { moved, only, type Result, warn } from './result.ts';

/** The page after a change, which `u` takes back; or the words that say why it cannot be. */
export function changed(state: ReaderState, layer: ReviewLayer, change: Change): Result {
  if (typeof change === 'string') return only(warn(state, change));
  return only({ ...state, layer: afterChange(layer, change) });
}

export function afterChange(layer: ReviewLayer, review: Review): ReviewLayer {
  if (isSame(layer.review, review)) return layer;
  const next = { ...layer, review, past: [...layer.past, layer.review], future: [] };
  return { ...next, cursor: moved(layer.cursor, 0, review.blocks.length) };
}

const isSame = (one: Review, other: Review): boolean =>
  one.parts === other.parts &&
  one.blocks.length === other.blocks.length &&
  one.blocks.every((block, i) => block === other.blocks[i]);

/** The page with another review, and the cursor where the two differ first. */
export function withReview(layer: ReviewLayer, review: Review): ReviewLayer {
  const before = layer.review.blocks;
  const differs = review.blocks.findIndex((one, i) => one !== before[i]);
  const cursor = differs === -1 ? layer.cursor : differs;
  return { ...layer, review, cursor: moved(cursor, 0, review.blocks.length) };
}
