import type { Command } from '../command.ts';
import { layoutOf } from '../select.ts';
import type { ReaderState, SearchState } from '../state.ts';
import { jump } from './move.ts';
import { doing, inReading, only, type Result } from './result.ts';

export const openPrompt = (state: ReaderState): Result =>
  only({ ...state, layer: { kind: 'prompt', query: '' } });

/** Starts a search; empty words end the one that is on. */
export function startSearch(state: ReaderState, typed: string): Result {
  const query = typed.trim();
  const closed = { ...state, layer: null };
  if (!state.reading || query === '') return only(endSearch(closed));
  const search: SearchState = { query, hits: null, here: 0, everywhere: null };
  const next = inReading(closed, reading => ({ ...reading, search }));
  return doing(next, { kind: 'find', query, text: state.reading.transcript.id });
}

export const endSearch = (state: ReaderState): ReaderState =>
  inReading(state, reading => ({ ...reading, search: null }));

type Found = Extract<Command, { kind: 'found' }>;

/** The hits are known: the first one from the current paragraph on is shown. */
export function found(state: ReaderState, { query, hits }: Found): Result {
  const { reading } = state;
  if (!reading || reading.search?.query !== query) return only(state);
  const { paragraphs } = reading.transcript;
  const from = paragraphs.count === 0 ? 0 : paragraphs.at(reading.place.current).start;
  const ahead = hits.findIndex(hit => hit.start >= from);
  const search = { ...reading.search, hits, here: Math.max(0, ahead) };
  return only(
    toHit(
      inReading(state, one => ({ ...one, search })),
      search,
    ),
  );
}

export function foundEverywhere(
  state: ReaderState,
  { query, hits, transcripts }: Extract<Command, { kind: 'foundEverywhere' }>,
): Result {
  return only(
    inReading(state, reading =>
      reading.search?.query === query
        ? { ...reading, search: { ...reading.search, everywhere: { hits, transcripts } } }
        : reading,
    ),
  );
}

/** The next or the previous hit; after the last comes the first. */
export function walkHits(state: ReaderState, by: 1 | -1): Result {
  const search = state.reading?.search;
  if (!search?.hits || search.hits.length === 0) return only(state);
  const count = search.hits.length;
  const next = { ...search, here: (search.here + by + count) % count };
  return only(
    toHit(
      inReading(state, reading => ({ ...reading, search: next })),
      next,
    ),
  );
}

function toHit(state: ReaderState, search: SearchState): ReaderState {
  const hit = search.hits?.[search.here];
  const { reading } = state;
  if (!hit || !reading) return state;
  const goal = reading.transcript.paragraphs.indexAt(hit.start);
  if (goal === reading.place.current) return state;
  return inReading(state, one => jump(one, layoutOf(state, reading, 0), goal));
}
