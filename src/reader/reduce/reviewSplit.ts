import { splitAt, splitPlaces } from '../../project/import/review.ts';
import type { ReviewLayer } from '../importLayer.ts';
import type { KeyCommand } from '../keymap/keymap.ts';
import type { ReaderState } from '../state.ts';
import { only, type Result, warn } from './result.ts';
import { changed } from './reviewHistory.ts';

const textHere = ({ review, cursor }: ReviewLayer): string => review.blocks[cursor]?.text ?? '';

/** `S`: the place is chosen, at first before the second sentence; before the second word where there is one only. */
export function openSplit(state: ReaderState, layer: ReviewLayer): Result {
  const { sentences, words } = splitPlaces(textHere(layer));
  const at = sentences[0] ?? words[0];
  if (at === undefined) return only(warn(state, 'it is one word: there is nothing to split'));
  return only({ ...state, layer: { ...layer, asks: { kind: 'split', at } } });
}

const STEPS: Partial<Record<KeyCommand, readonly ['sentences' | 'words', 1 | -1]>> = {
  sentenceOn: ['sentences', 1],
  sentenceBack: ['sentences', -1],
  wordOn: ['words', 1],
  wordBack: ['words', -1],
};

export function splitKey(
  state: ReaderState,
  layer: ReviewLayer,
  at: number,
  command: KeyCommand,
): Result {
  if (command === 'choose')
    return changed(state, { ...layer, asks: null }, splitAt(layer.review, layer.cursor, at));
  const step = STEPS[command];
  if (!step) return only(state);
  const places = splitPlaces(textHere(layer))[step[0]];
  const next =
    step[1] === 1 ? places.find(place => place > at) : places.findLast(place => place < at);
  return only(
    next === undefined
      ? state
      : { ...state, layer: { ...layer, asks: { kind: 'split', at: next } } },
  );
}
