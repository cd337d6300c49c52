import type { Range } from '../../model/annotation.ts';
import { readQuery, type SearchQuery, sameQuery } from '../../model/searchQuery.ts';
import type { Command } from '../command.ts';
import { isShown } from '../layout/shown.ts';
import { layoutOf } from '../select.ts';
import type { ReaderState, SearchState } from '../state.ts';
import { withoutHits } from './filter.ts';
import { keepPlace } from './library.ts';
import { jump } from './move.ts';
import { doing, inReading, only, type Result, say } from './result.ts';
import { beyond, crossTo } from './searchBeyond.ts';

const MOST_REMEMBERED = 50;

/** Starts a search; empty words end the one that is on. */
export function startSearch(state: ReaderState, typed: string, regex: boolean): Result {
  const query = readQuery(typed, regex);
  const closed = { ...state, layer: null };
  if (!state.reading || query === null) return only(endSearch(closed));
  const request = state.nextStep;
  const search: SearchState = {
    query,
    request,
    hits: null,
    here: 0,
    lands: 'ahead',
    everywhere: null,
    problem: null,
  };
  const next = inReading(remember(closed, query), reading => ({ ...reading, search }));
  return doing(
    { ...next, nextStep: request + 1 },
    { kind: 'find', request, query, text: state.reading.transcript.id, everywhere: true },
  );
}

/** The query comes last in the history, and once. */
export function remember(state: ReaderState, query: SearchQuery): ReaderState {
  const others = state.searches.filter(one => !sameQuery(one, query));
  return { ...state, searches: [...others, query].slice(-MOST_REMEMBERED) };
}

/** Ends the search, and a filter that shows its hits alone. */
export function endSearch(state: ReaderState): ReaderState {
  const ended = inReading(state, reading => ({ ...reading, search: null }));
  return state.reading?.search ? withoutHits(ended) : ended;
}

/** The state with the search changed, if the answer is to it; unchanged where it is stale. */
function answered(
  state: ReaderState,
  request: number,
  change: (search: SearchState) => SearchState,
): ReaderState {
  const search = state.reading?.search;
  if (search?.request !== request) return state;
  return inReading(state, reading => ({ ...reading, search: change(search) }));
}

/** The hits are known: the first one from the current paragraph on is shown. */
export function found(
  state: ReaderState,
  { request, hits }: Extract<Command, { kind: 'found' }>,
): Result {
  const next = answered(state, request, search => ({
    ...search,
    hits,
    here: landing(state, search.lands, hits),
  }));
  return only(next === state ? state : toHit(next));
}

function landing(
  { reading }: ReaderState,
  lands: SearchState['lands'],
  hits: NonNullable<SearchState['hits']>,
): number {
  if (typeof lands === 'number') return firstFrom(hits, lands);
  if (lands !== 'ahead' || !reading) return lands === 'last' ? Math.max(0, hits.length - 1) : 0;
  return firstFrom(hits, reading.transcript.paragraphs.startOf(reading.place.current));
}

const firstFrom = (hits: readonly Range[], offset: number): number =>
  Math.max(
    0,
    hits.findIndex(hit => hit.start >= offset),
  );

export const foundEverywhere = (
  state: ReaderState,
  { request, texts }: Extract<Command, { kind: 'foundEverywhere' }>,
): Result => only(answered(state, request, search => ({ ...search, everywhere: texts })));

/** The expression is none: the row says why, and the reader goes on. */
export const notSearchable = (
  state: ReaderState,
  { request, reason }: Extract<Command, { kind: 'notSearchable' }>,
): Result => only(answered(state, request, search => ({ ...search, hits: [], problem: reason })));

/** The next or the previous hit; after the last comes the next transcript that has any. */
export function walkHits(state: ReaderState, by: 1 | -1): Result {
  const search = state.reading?.search;
  if (!search || search.problem !== null) return only(state);
  if (search.hits === null) return only(say(state, 'still looking'));
  const here = nextShownHit(state, search.hits, search.here + by, by);
  return here === null ? beyondHits(state, search, by) : only(standOn(state, here));
}

/** The first hit from a place on that the filter shows. */
function nextShownHit(
  { reading }: ReaderState,
  hits: readonly Range[],
  from: number,
  by: 1 | -1,
): number | null {
  const only = reading?.filter?.shown;
  for (let here = from; ; here += by) {
    const hit = hits[here];
    if (!hit || !reading) return null;
    if (!only || isShown(only, reading.transcript.paragraphs.indexAt(hit.start))) return here;
  }
}

function beyondHits(state: ReaderState, search: SearchState, by: 1 | -1): Result {
  const goal = state.reading?.filter ? { kind: 'round' as const } : beyond(state, search, by);
  if (goal.kind === 'text') return crossTo(keepPlace(state), goal.id, search, by);
  if (goal.kind === 'wait') return only(say(state, 'the other transcripts are still searched'));
  const hits = search.hits ?? [];
  const here = nextShownHit(state, hits, by === 1 ? 0 : hits.length - 1, by);
  if (here === null) return only(say(state, hits.length === 0 ? 'no hits' : 'no hit is shown'));
  if (here === search.here) return only(say(state, 'the only hit'));
  const words = by === 1 ? 'again from the first hit' : 'again from the last hit';
  return only(say(standOn(state, here), words));
}

/** The search stands on a hit, and the hit is in sight. */
export const standOn = (state: ReaderState, here: number): ReaderState =>
  toHit(
    inReading(state, reading => ({
      ...reading,
      search: reading.search && { ...reading.search, here },
    })),
  );

function toHit(state: ReaderState): ReaderState {
  const { reading } = state;
  const hit = reading?.search?.hits?.[reading.search.here];
  if (!hit || !reading) return state;
  const goal = reading.transcript.paragraphs.indexAt(hit.start);
  if (goal === reading.place.current) return state;
  return inReading(state, one => jump(one, layoutOf(state, reading, 0), goal));
}
