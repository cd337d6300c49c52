import { META_FIELDS, type MetaField, partAt, withField } from '../../project/import/review.ts';
import type { ReviewAsk, ReviewLayer } from '../importLayer.ts';
import type { KeyCommand } from '../keymap/keymap.ts';
import type { ReaderState } from '../state.ts';
import { only, type Result, warn } from './result.ts';
import { afterChange } from './reviewHistory.ts';

/** Opens a field of the transcript at the cursor. */
export const openField = (state: ReaderState, layer: ReviewLayer, field: MetaField): Result =>
  only({ ...state, layer: { ...layer, asks: asked(layer, field) } });

function asked({ review, cursor }: ReviewLayer, field: MetaField): ReviewAsk {
  const draft = review.parts[partAt(review, cursor)]?.meta[field] ?? '';
  return { kind: 'field', field, draft };
}

/** Tab and the arrows keep what is typed and go to another field. */
export function fieldKey(
  state: ReaderState,
  layer: ReviewLayer,
  { field, draft }: Extract<ReviewAsk, { kind: 'field' }>,
  command: KeyCommand,
): Result {
  const by = command === 'tab' ? 1 : command === 'previous' ? -1 : 0;
  const count = META_FIELDS.length;
  const other = META_FIELDS[(META_FIELDS.indexOf(field) + by + count) % count] ?? field;
  if (by === 0) return only(state);
  return fieldKept(state, layer, field, draft, other);
}

/** Keeps what is typed, unless it cannot be; then the field stays open. */
export function fieldKept(
  state: ReaderState,
  layer: ReviewLayer,
  field: MetaField,
  value: string,
  then: MetaField | null = null,
): Result {
  const change = withField(layer.review, partAt(layer.review, layer.cursor), field, value);
  if (typeof change === 'string') return only(warn(state, change));
  const next = { ...afterChange(layer, change), asks: null };
  const said = { ...state, message: null };
  return then === null ? only({ ...said, layer: next }) : openField(said, next, then);
}
