import {
  beginOrNot,
  type Change,
  joinNext,
  keepOrDrop,
  markEnd,
  partBlocks,
  type Review,
} from '../../project/import/review.ts';
import type { ReviewLayer } from '../importLayer.ts';
import type { KeyCommand } from '../keymap/keymap.ts';
import type { Layer } from '../layer.ts';
import type { ReaderState } from '../state.ts';
import { doing, moved, only, type Result, warn } from './result.ts';
import { fieldKept, fieldKey, openField } from './reviewField.ts';
import { changed, withReview } from './reviewHistory.ts';
import { openSplit, splitKey } from './reviewSplit.ts';
import { rowsOfKeys } from './rows.ts';

const ROWS = rowsOfKeys(5, 10);

export function reviewKey(state: ReaderState, layer: ReviewLayer, command: KeyCommand): Result {
  if (layer.writing) return only(state);
  if (layer.asks?.kind === 'split') return splitKey(state, layer, layer.asks.at, command);
  if (layer.asks !== null) return fieldKey(state, layer, layer.asks, command);
  const rows = ROWS[command];
  if (rows !== undefined)
    return only({
      ...state,
      layer: { ...layer, cursor: moved(layer.cursor, rows, layer.review.blocks.length) },
    });
  const change = CHANGES[command]?.(layer.review, layer.cursor);
  return change === undefined ? other(state, layer, command) : changed(state, layer, change);
}

const CHANGES: Partial<Record<KeyCommand, (review: Review, index: number) => Change>> = {
  keepOrDrop,
  join: joinNext,
  firstHere: (review, index) => markEnd(review, index, 'from'),
  lastHere: (review, index) => markEnd(review, index, 'to'),
  beginHere: beginOrNot,
};

function other(state: ReaderState, layer: ReviewLayer, command: KeyCommand): Result {
  switch (command) {
    case 'undo':
      return timed(state, layer, layer.past, 'nothing to undo');
    case 'redo':
      return timed(state, layer, layer.future, 'nothing to redo');
    case 'split':
      return openSplit(state, layer);
    case 'metadata':
      return openField(state, layer, 'title');
    case 'choose':
      return write(state, layer);
    default:
      return only(state);
  }
}

/** One change back or on again: the review takes the place of the one at the end of that list. */
function timed(
  state: ReaderState,
  layer: ReviewLayer,
  from: readonly Review[],
  none: string,
): Result {
  const next = from.at(-1);
  if (!next) return only(warn(state, none));
  const { review, past, future } = layer;
  const lists =
    from === past
      ? { past: past.slice(0, -1), future: [...future, review] }
      : { past: [...past, review], future: future.slice(0, -1) };
  return only({ ...state, layer: { ...withReview(layer, next), ...lists } });
}

/** Enter: on its way to the disk, unless a transcript would be empty. */
function write(state: ReaderState, layer: ReviewLayer): Result {
  const { review } = layer;
  const empty = review.parts.findIndex((_, part) =>
    partBlocks(review, part).every(({ drop }) => drop !== null),
  );
  if (empty !== -1)
    return only(
      warn(
        { ...state, layer: { ...layer, cursor: review.parts[empty]?.from ?? 0 } },
        review.parts.length === 1
          ? 'nothing of it would be left'
          : `nothing of transcript ${empty + 1} would be left`,
      ),
    );
  return doing({ ...state, layer: { ...layer, writing: true } }, { kind: 'writeImport', review });
}

export const reviewTyped = (state: ReaderState, layer: ReviewLayer, draft: string): Result =>
  layer.asks?.kind === 'field'
    ? only({ ...state, message: null, layer: { ...layer, asks: { ...layer.asks, draft } } })
    : only(state);

export const reviewSubmitted = (state: ReaderState, layer: ReviewLayer, value: string): Result =>
  layer.asks?.kind === 'field' ? fieldKept(state, layer, layer.asks.field, value) : only(state);

/** Esc: out of what is asked for, else out of the page; what is on its way to the disk is waited for. */
export function reviewClosed(state: ReaderState, layer: ReviewLayer): Result {
  if (layer.writing) return only(state);
  return only({ ...state, layer: layer.asks === null ? null : { ...layer, asks: null } });
}

/** It could not be written: it can be changed again, whatever was opened over it meanwhile. */
export const notImported = (state: ReaderState, reason: string): Result =>
  only(warn({ ...state, layer: state.layer && stopped(state.layer) }, `not imported: ${reason}`));

function stopped(layer: Layer): Layer {
  if (layer.kind === 'review') return { ...layer, writing: false };
  return 'below' in layer && layer.below ? { ...layer, below: stopped(layer.below) } : layer;
}
