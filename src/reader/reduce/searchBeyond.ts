import { visibleLine } from '../../model/visible.ts';
import { sortedTexts } from '../libraryTexts.ts';
import type { ReaderState, SearchState } from '../state.ts';
import { doing, inReading, only, type Result, say } from './result.ts';

/** Where a search goes behind the last hit of a transcript, or before the first. */
export type Beyond =
  | { kind: 'text'; id: string }
  /** There is no other transcript to go to: round to the other end of this one. */
  | { kind: 'round' }
  /** It is not known yet. */
  | { kind: 'wait' };

/** The next transcript with hits in the order of the library, after the last one the first. */
export function beyond(state: ReaderState, { everywhere }: SearchState, by: 1 | -1): Beyond {
  if (everywhere === null) return { kind: 'wait' };
  const here = state.reading?.transcript.id;
  const withHits = new Set(everywhere.map(({ text }) => text));
  const order = sortedTexts(state).map(text => text.id);
  const at = order.indexOf(here ?? '');
  const others = [...order.slice(at + 1), ...order.slice(0, Math.max(0, at))];
  const goal = (by === 1 ? others : others.reverse()).find(id => withHits.has(id));
  return goal === undefined ? { kind: 'round' } : { kind: 'text', id: goal };
}

/** Opens a transcript in order to search on in it, from its first hit or from its last. */
export function crossTo(state: ReaderState, text: string, search: SearchState, by: 1 | -1): Result {
  const goesOn: SearchState = {
    ...search,
    hits: null,
    here: 0,
    lands: by === 1 ? 'first' : 'last',
  };
  const crossing = { text, search: goesOn };
  return doing({ ...state, opening: true, crossing }, { kind: 'openText', id: text });
}

/** The transcript that a search went to is open: the search goes on in it, and says so. */
export function searchOn(state: ReaderState): Result {
  const { crossing, reading } = state;
  const next = { ...state, crossing: null };
  if (!reading || crossing?.text !== reading.transcript.id) return only(next);
  const request = state.nextStep;
  const search = { ...crossing.search, request };
  const resumed = inReading({ ...next, nextStep: request + 1 }, one => ({ ...one, search }));
  const { id, title } = reading.transcript;
  const words = `on in ${visibleLine(title)}`;
  return doing(state.message?.warns ? resumed : say(resumed, words), {
    kind: 'find',
    request,
    query: search.query,
    text: id,
    everywhere: search.everywhere === null,
  });
}
