import type { KeyCommand } from '../keymap/keymap.ts';
import type { PromptLayer } from '../layer.ts';
import type { ReaderState } from '../state.ts';
import { listHits } from './hits.ts';
import { moved, only, type Result } from './result.ts';

/** Earlier searches come back with ↑, the words that were being typed with ↓. */
export function promptKey(state: ReaderState, layer: PromptLayer, command: KeyCommand): Result {
  if (command === 'expression') return only({ ...state, layer: { ...layer, regex: !layer.regex } });
  if (command === 'tab') return listHits(state, layer.query, layer.regex);
  if (command === 'previous') return only({ ...state, layer: recalled(state, layer, 1) });
  if (command === 'next') return only({ ...state, layer: recalled(state, layer, -1) });
  return only(state);
}

function recalled({ searches }: ReaderState, layer: PromptLayer, by: 1 | -1): PromptLayer {
  const back = moved(layer.back, by, searches.length + 1);
  if (back === layer.back) return layer;
  const draft = layer.back === 0 ? layer.query : layer.draft;
  const query = searches.at(-back);
  if (back === 0 || query === undefined) return { ...layer, back: 0, query: draft, draft };
  return { ...layer, back, draft, query: query.words, regex: query.regex };
}
