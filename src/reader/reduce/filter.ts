import {
  type Criteria,
  choiceFor,
  isEmpty,
  nextChoice,
  noCriteria,
  withChoice,
} from '../filter/criteria.ts';
import { fitting, fittingAfter } from '../filter/fitting.ts';
import { type FilterRow, filterRows } from '../filter/rows.ts';
import type { KeyCommand } from '../keymap/keymap.ts';
import type { LayerOf } from '../layer.ts';
import { goTo } from '../layout/scroll.ts';
import { isShown, nearestShown, type Shown, withIndex } from '../layout/shown.ts';
import { layoutOf } from '../select.ts';
import type { FilterState, ReaderState, ReadingState } from '../state.ts';
import { inReading, moved, only, type Result, warn } from './result.ts';
import { rowsOfKeys } from './rows.ts';

type Filter = LayerOf<'filter'>;

const criteriaOf = ({ reading }: ReaderState): Criteria => reading?.filter?.criteria ?? noCriteria;

/** Opens the drawer; while a search is on its hits are chosen at once. */
export function openFilter(state: ReaderState): Result {
  const { reading } = state;
  if (!reading || reading.transcript.paragraphs.count === 0)
    return only(warn(state, 'there is nothing to filter here'));
  const layer: Filter = { kind: 'filter', cursor: 0, from: reading.place.current };
  const open = { ...state, layer };
  const { hits = [] } = reading.search ?? {};
  const criteria = criteriaOf(state);
  const isNew = hits !== null && hits.length > 0 && choiceFor(criteria, { kind: 'hits' }) === null;
  if (!isNew) return only(open);
  const rows = filterRows(state, reading);
  const cursor = rows.findIndex(row => isOf(row, 'hits'));
  const next = filtered(open, layer, withChoice(criteria, { kind: 'hits' }, 'with'));
  return only({ ...next, layer: { ...layer, cursor: Math.max(0, cursor) } });
}

const isOf = (row: FilterRow, kind: string): boolean =>
  row.kind === 'criterion' && row.criterion.kind === kind;

const ROWS = rowsOfKeys(5);

export function filterKey(state: ReaderState, layer: Filter, command: KeyCommand): Result {
  const { reading } = state;
  if (!reading) return only(state);
  if (command === 'clear') return only(filtered(state, layer, noCriteria));
  const rows = filterRows(state, reading);
  const by = ROWS[command];
  if (by !== undefined)
    return only({ ...state, layer: { ...layer, cursor: moved(layer.cursor, by, rows.length) } });
  const row = rows[layer.cursor];
  return only(command === 'choose' && row ? filtered(state, layer, chosen(state, row)) : state);
}

function chosen(state: ReaderState, row: FilterRow): Criteria {
  const criteria = criteriaOf(state);
  if (row.kind === 'match') return { ...criteria, match: criteria.match === 'any' ? 'all' : 'any' };
  const next = nextChoice(choiceFor(criteria, row.criterion));
  return withChoice(criteria, row.criterion, next);
}

/** The criteria at work: of what they show, the paragraph nearest to where the user was. */
function filtered(state: ReaderState, { from }: Filter, criteria: Criteria): ReaderState {
  const next = inReading(state, reading => ({
    ...reading,
    filter: filterOf(state, reading, criteria, from),
  }));
  const { reading } = next;
  if (!reading?.filter) return next;
  const { heights, place } = layoutOf(next, reading, 0);
  const goal = nearestShown(reading.filter.shown, from);
  return saidEmpty(inReading(next, one => ({ ...one, place: goTo(heights, place, goal) })));
}

/** What is shown around a paragraph: with nothing that fits, that paragraph alone. */
function filterOf(
  { codebook }: ReaderState,
  reading: ReadingState,
  criteria: Criteria,
  current: number,
): FilterState {
  const fits = fitting(reading, codebook, criteria);
  const { placed, search } = reading;
  const kept = fits.length === 0 ? current : null;
  const basis = { placed, hits: search?.hits ?? null, codebook };
  return { criteria, fitting: fits, ...showing(fits, kept), basis };
}

const showing = (fits: Shown, kept: number | null): Pick<FilterState, 'kept' | 'shown'> => ({
  kept,
  shown: kept === null ? fits : withIndex(fits, kept),
});

/** The drawer closes; where nothing is chosen there is no filter either. */
export function filterClosed(state: ReaderState): Result {
  const closed = { ...state, layer: null };
  return only(isEmpty(criteriaOf(state)) ? endFilter(closed) : saidEmpty(closed));
}

/** One paragraph stands there all the same: it must not look like the one that fits. */
const saidEmpty = (state: ReaderState): ReaderState =>
  state.reading?.filter?.fitting.length === 0 ? warn(state, 'no paragraph fits') : state;

/** All paragraphs again, around the one that was read. */
export function endFilter(state: ReaderState): ReaderState {
  const next = inReading(state, reading => ({ ...reading, filter: null }));
  if (!next.reading) return next;
  const { place } = layoutOf(next, next.reading, 0);
  return inReading(next, reading => ({ ...reading, place }));
}

/** The search is over: its hits are nothing to choose by any more. */
export function withoutHits(state: ReaderState): ReaderState {
  const { filter } = state.reading ?? {};
  if (!filter) return state;
  const criteria = withChoice(filter.criteria, { kind: 'hits' }, null);
  if (isEmpty(criteria)) return endFilter(state);
  return inReading(state, reading => ({ ...reading, filter: { ...filter, criteria } }));
}

/**
 * The filter as it is after anything has changed: what fits is found anew when tags or hits are others,
 * and the current paragraph stays in sight even when it does not fit any more, until one moves on.
 */
export function refiltered(state: ReaderState): ReaderState {
  const { reading } = state;
  if (!reading?.filter) return state;
  const { filter, place } = reading;
  const next = brought(state, reading, filter);
  const kept = isShown(next.fitting, place.current) ? null : place.current;
  if (next === filter && kept === filter.kept) return state;
  return inReading(state, one => ({
    ...one,
    filter: { ...next, ...showing(next.fitting, kept) },
  }));
}

/** The filter for what is tagged and found now; the same filter where nothing is new. */
function brought(state: ReaderState, reading: ReadingState, filter: FilterState): FilterState {
  const { codebook } = state;
  const { placed, hits, codebook: known } = filter.basis;
  if (hits !== (reading.search?.hits ?? null) || known !== codebook)
    return filterOf(state, reading, filter.criteria, reading.place.current);
  if (placed === reading.placed) return filter;
  return {
    ...filter,
    fitting: fittingAfter(filter.fitting, placed, reading, codebook, filter.criteria),
    basis: { ...filter.basis, placed: reading.placed },
  };
}
