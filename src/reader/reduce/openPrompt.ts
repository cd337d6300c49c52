import type { ReaderState } from '../state.ts';
import { only, type Result } from './result.ts';

/** Asks for words to look for; `all`: in all transcripts. */
export const openPrompt = (state: ReaderState, all = false): Result =>
  only({
    ...state,
    layer: { kind: 'prompt', query: '', regex: false, all, back: 0, draft: '' },
  });
