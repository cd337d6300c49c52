import type { LayerOf } from '../layer.ts';
import { nextSort, SORT_WORDS } from '../librarySort.ts';
import { libraryRows } from '../libraryTexts.ts';
import type { ReaderState } from '../state.ts';
import { only, type Result, say } from './result.ts';

/** The next state with the cursor on the transcript that it was on; at the top where that is not shown. */
export function holding(before: ReaderState, next: ReaderState): ReaderState {
  const held = libraryRows(before).texts[before.library.cursor]?.id;
  const cursor = libraryRows(next).texts.findIndex(text => text.id === held);
  return { ...next, library: { ...next.library, cursor: Math.max(0, cursor) } };
}

/** Opens the row in which words are typed; the list follows each letter. */
export const openLibraryWords = (state: ReaderState): Result =>
  only({
    ...state,
    layer: { kind: 'libraryWords', before: state.libraryWords, query: state.libraryWords },
  });

export const libraryTyped = (
  state: ReaderState,
  layer: LayerOf<'libraryWords'>,
  query: string,
): Result => only({ ...libraryWithWords(state, query), layer: { ...layer, query } });

/** The library shortened by words; empty ones show all of it. */
export const libraryWithWords = (state: ReaderState, words: string): ReaderState =>
  holding(state, { ...state, libraryWords: words.trim() });

/** The next way of sorting, said in words. */
export function sortLibrary(state: ReaderState): Result {
  const librarySort = nextSort(state.librarySort);
  return only(say(holding(state, { ...state, librarySort }), SORT_WORDS[librarySort]));
}
