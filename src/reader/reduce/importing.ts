import type { Command } from '../command.ts';
import type { ImportLayer } from '../importLayer.ts';
import type { ReaderState } from '../state.ts';
import { doing, only, type Result, warn } from './result.ts';

/** `i`: a path or an address is asked for. */
export const openImport = (state: ReaderState): Result =>
  state.readOnly === null
    ? only({ ...state, layer: { kind: 'import', words: '', request: null } })
    : only(warn(state, state.readOnly));

/** Other words: what is being read for those before is not waited for any more. */
export const importTyped = (state: ReaderState, layer: ImportLayer, words: string): Result =>
  only({ ...state, message: null, layer: { ...layer, words, request: null } });

export function importSubmitted(state: ReaderState, layer: ImportLayer, words: string): Result {
  if (words.trim() === '') return only(warn(state, 'type a path or an address'));
  if (layer.request !== null) return only(state);
  const { nextStep: request } = state;
  return doing(
    { ...state, message: null, nextStep: request + 1, layer: { ...layer, words, request } },
    { kind: 'planImport', request, words },
  );
}

type Answer = Extract<Command, { kind: 'importPlanned' | 'importRefused' }>;

/** The text was read: it is looked through. Or it was not: the words stay, to be mended. */
export function importAnswered(state: ReaderState, answer: Answer): Result {
  const { layer } = state;
  if (layer?.kind !== 'import' || layer.request !== answer.request) return only(state);
  if (answer.kind === 'importRefused')
    return only(warn({ ...state, layer: { ...layer, request: null } }, answer.reason));
  const cursor = answer.plan.review.blocks.findIndex(({ drop }) => drop === null);
  return only({
    ...state,
    message: null,
    layer: {
      kind: 'review',
      ...answer.plan,
      past: [],
      future: [],
      cursor: Math.max(0, cursor),
      asks: null,
      writing: false,
    },
  });
}
