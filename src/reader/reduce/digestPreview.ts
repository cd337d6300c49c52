import { choiceOf } from '../digestForm.ts';
import type { DigestLayer } from '../digestLayer.ts';
import type { ReaderState } from '../state.ts';
import { recounted } from './counts.ts';
import { doing, only, type Result } from './result.ts';

/** The page with another choice, whose preview is asked for; without a theme there is none. `fresh`: see `preview` of the effects. */
export function withPreview(state: ReaderState, layer: DigestLayer, fresh = false): Result {
  const request = state.nextStep;
  const isEmpty = layer.choice.themes.length === 0;
  const preview = isEmpty ? null : layer.preview;
  const next = { ...layer, preview, request, scroll: 0, kept: null, written: null, exists: null };
  const changed = { ...state, nextStep: request + 1, layer: next };
  if (isEmpty) return only(changed);
  return doing(changed, { kind: 'preview', request, choice: choiceOf(state, next), fresh });
}

/** After undo and redo the page shows what is there now. */
export function againPreviewed({ state, effects }: Result): Result {
  const { layer } = state;
  if (layer?.kind !== 'digest') return { state, effects };
  const asked = withPreview(recounted(state), layer, true);
  return doing(asked.state, ...effects, ...asked.effects);
}
