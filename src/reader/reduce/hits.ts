import { readQuery } from '../../model/searchQuery.ts';
import type { Command } from '../command.ts';
import { HIT_ORDERS, type HitsLayer, type ListedHit } from '../hitsLayer.ts';
import { hitsInOrder } from '../hitsList.ts';
import { hitsTable } from '../hitsTable.ts';
import type { KeyCommand } from '../keymap/keymap.ts';
import { sortedTexts } from '../libraryTexts.ts';
import type { ReaderState, SearchState } from '../state.ts';
import { openText } from './library.ts';
import { goToParagraph } from './move.ts';
import { openPrompt } from './openPrompt.ts';
import { readPassages } from './passages.ts';
import { doing, inReading, moved, only, type Result, say, warn } from './result.ts';
import { rowsOfKeys } from './rows.ts';
import { remember } from './search.ts';

const FIRST: HitsLayer = { kind: 'hits', cursor: 0, order: 'place' };

/** The hits of the search that is on, in all transcripts; else words for one are asked for. */
export function openHits(state: ReaderState): Result {
  const query = state.page === 'reading' ? state.reading?.search?.query : undefined;
  return query ? listHits(state, query.words, query.regex) : openPrompt(state, true);
}

/** Looks for words in all transcripts and lists the hits. Themes stand beside them, so tags are read too. */
export function listHits(state: ReaderState, typed: string, regex: boolean): Result {
  const query = readQuery(typed, regex);
  if (query === null) return only(warn(state, 'nothing to look for: type a word or more'));
  const request = state.nextStep;
  const found = { hits: [], total: 0, texts: 0, done: 0, of: 0, problem: null };
  const next: ReaderState = {
    ...remember(state, query),
    nextStep: request + 1,
    hits: { query, request, isWhole: false, ...found },
    layer: FIRST,
  };
  const order = sortedTexts(state).map(({ id }) => id);
  return readPassages(doing(next, { kind: 'listHits', request, query, order }));
}

/** More of them are known. */
export function hitsListed(
  state: ReaderState,
  batch: Extract<Command, { kind: 'hitsListed' }>,
): ReaderState {
  const { hits } = state;
  if (hits?.request !== batch.request) return state;
  const { kind: _, request, ...found } = batch;
  const isWhole = found.done === found.of;
  const all = found.hits.length === 0 ? hits.hits : [...hits.hits, ...found.hits];
  return { ...state, hits: { query: hits.query, request, ...found, hits: all, isWhole } };
}

const ROWS = rowsOfKeys(8, 16);

export function hitsKey(state: ReaderState, layer: HitsLayer, command: KeyCommand): Result {
  const hits = hitsInOrder(state.hits?.hits ?? [], layer.order);
  const cursor = moved(layer.cursor, 0, hits.length);
  const rows = ROWS[command];
  if (rows !== undefined)
    return only({ ...state, layer: { ...layer, cursor: moved(cursor, rows, hits.length) } });
  const here = hits[cursor];
  switch (command) {
    case 'choose':
      return here ? goTo(state, { ...layer, cursor }, here) : only(state);
    case 'sort':
      return only({ ...state, layer: { ...FIRST, order: orderAfter(layer) } });
    case 'copy':
      return doing(say(state, 'copying …'), { kind: 'copyTable', rows: hitsTable(state, hits) });
    case 'search':
      return openPrompt(state, true);
    default:
      return only(state);
  }
}

const orderAfter = ({ order }: HitsLayer) =>
  HIT_ORDERS[(HIT_ORDERS.indexOf(order) + 1) % HIT_ORDERS.length] ?? 'place';

/** To a hit in its transcript, with the search on in it: `n` goes on from there, Esc back to the list. */
function goTo(state: ReaderState, list: HitsLayer, hit: ListedHit): Result {
  if (!state.hits) return only(state);
  const request = state.nextStep;
  const search: SearchState = {
    query: state.hits.query,
    request,
    hits: null,
    here: 0,
    lands: hit.start,
    everywhere: null,
    problem: null,
    list,
  };
  const { text, paragraph } = hit;
  const next: ReaderState = { ...state, layer: null, nextStep: request + 1 };
  if (state.reading?.transcript.id !== text) {
    const places = { ...state.places, [text]: paragraph };
    return openText({ ...next, places, crossing: { text, search } }, text);
  }
  const there = goToParagraph({ ...next, page: 'reading' }, paragraph);
  return doing(
    inReading(there, reading => ({ ...reading, search })),
    { kind: 'find', request, query: search.query, text, everywhere: true },
  );
}

/** From a hit to the list again, as it was left; the tags beside the hits are read anew. */
export function backToHits(state: ReaderState, list: HitsLayer): Result {
  const next = inReading(state, reading => ({
    ...reading,
    search: reading.search && withoutList(reading.search),
  }));
  return readPassages(only({ ...next, layer: list }));
}

function withoutList({ list: _, ...search }: SearchState): SearchState {
  return search;
}
