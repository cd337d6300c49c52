import type { Placed } from '../../model/annotation.ts';
import type { Transcript } from '../../model/transcript.ts';
import type { Paragraphed } from '../../project/editText.ts';
import type { Command } from '../command.ts';
import type { KeyCommand } from '../keymap/keymap.ts';
import type { EditPreview, LayerOf } from '../layer.ts';
import { goTo } from '../layout/scroll.ts';
import { layoutOf, selectionOf } from '../select.ts';
import type { HistoryStep, OpenedText, ReaderState, ReadingState } from '../state.ts';
import { recounted } from './counts.ts';
import { refiltered } from './filter.ts';
import { commit, withUnwritten } from './history.ts';
import { doing, inReading, moved, only, type Result, say, warn } from './result.ts';
import { unselected } from './tag.ts';

type Edit = LayerOf<'edit'>;

/** `E`: the current paragraph, or those that are selected, in the user's editor. */
export function openEditor(state: ReaderState): Result {
  const { reading } = state;
  if (!reading || reading.transcript.paragraphs.count === 0)
    return only(warn(state, 'there is nothing to edit here'));
  if (reading.locked !== null) return only(warn(state, reading.locked));
  if (state.unwritten.length > 0)
    return only(warn(state, 'one moment: what you did is still being saved'));
  return doing(unselected(state), { kind: 'editText', place: placeToEdit(reading) });
}

function placeToEdit(reading: ReadingState): Paragraphed {
  const { id, paragraphs } = reading.transcript;
  const range = selectionOf(reading);
  const { current } = reading.place;
  const touched = range && paragraphs.touchedBy(range.start, range.end);
  const { first, last } = touched ?? { first: current, last: current };
  return { text: id, first: first + 1, last: last + 1 };
}

/** The words are there: written at once if every tag follows, else shown first. */
export function editPlanned(state: ReaderState, plan: EditPreview): Result {
  if (state.reading?.transcript.id !== plan.step.rewrite?.text) return only(state);
  if (plan.lost.length === 0 && !plan.emptied) return accept(state, plan);
  return only({ ...state, layer: { kind: 'edit', plan, cursor: 0 } });
}

function accept(state: ReaderState, plan: EditPreview): Result {
  return commit(say({ ...state, layer: null }, acceptedWords(plan)), plan.step);
}

function acceptedWords({ place, followed, lost }: EditPreview): string {
  const follow = `${followed} ${followed === 1 ? 'tag follows' : 'tags follow'}`;
  const wait = lost.length > 0 ? ` · ? ${lost.length} cannot` : '';
  return `edited ${place} · ${follow}${wait}`;
}

export function editKey(state: ReaderState, layer: Edit, command: KeyCommand): Result {
  const rows = layer.plan.lost.length;
  const to = (cursor: number) => only({ ...state, layer: { ...layer, cursor } });
  switch (command) {
    case 'choose':
      return accept(state, layer.plan);
    case 'next':
      return to(moved(layer.cursor, 1, Math.max(1, rows)));
    case 'previous':
      return to(moved(layer.cursor, -1, Math.max(1, rows)));
    case 'first':
      return to(0);
    case 'last':
      return to(Math.max(0, rows - 1));
    default:
      return only(state);
  }
}

/** Esc: the words are dropped, nothing was written. */
export const editDropped = (state: ReaderState): Result =>
  only(say({ ...state, layer: null }, 'the edit was dropped: nothing was changed'));

/** The open transcript as it is on the disk now; the reader stays where it was, or goes where it changed. */
export function textRenewed(
  state: ReaderState,
  { goes, ...opened }: Extract<Command, { kind: 'textRenewed' }>,
): Result {
  const { reading } = state;
  if (reading?.transcript.id !== opened.transcript.id) return only(state);
  if (reading.transcript.text === opened.transcript.text) return tagsRenewed(state, opened);
  const change = changedParagraphs(reading.transcript, opened.transcript);
  const renewed = refiltered(
    inReading(goes ? state : withoutHistory(state, opened), one =>
      renewedReading(one, opened, change),
    ),
  );
  const next = withUnwritten(opened.warning ? warn(renewed, opened.warning) : renewed);
  const shown = inReading(next, one => ({
    ...one,
    place: placeIn(next, one, goes ? change.first : one.place.current),
  }));
  return searchedAnew(shown.page === 'library' ? recounted(shown) : shown);
}

/** The same words, other tags: what others did is shown, one's own that is on its way stays. */
function tagsRenewed(state: ReaderState, { placed, locked, warning }: OpenedText): Result {
  const { reading } = state;
  if (!reading) return only(state);
  const isSame = samePlaced(reading.placed, placed);
  const wasUnlocked = reading.locked === null;
  if (isSame && reading.locked === locked) return only(state);
  const renewed = inReading(state, one => ({
    ...one,
    locked,
    placed: isSame ? one.placed : placed,
  }));
  const next = withUnwritten(warning && wasUnlocked ? warn(renewed, warning) : renewed);
  return only(next.page === 'library' ? recounted(next) : next);
}

function samePlaced(before: readonly Placed[], after: readonly Placed[]): boolean {
  return (
    before.length === after.length &&
    before.every((one, i) => {
      const other = after[i];
      return other !== undefined && contentOf(one) === contentOf(other);
    })
  );
}

function contentOf({ annotation, anchor }: Placed): string {
  const { id, theme, memo, key, modified } = annotation;
  const range = anchor && 'start' in anchor ? [anchor.start, anchor.end] : anchor?.kind;
  return JSON.stringify([id, theme, memo, key, modified, range]);
}

/**
 * Another program has changed the words. What was done in it can be done again only in the words that
 * it was done in: it is not offered any more.
 */
function withoutHistory(state: ReaderState, { transcript }: OpenedText): ReaderState {
  const elsewhere = ({ step }: HistoryStep) =>
    step.rewrite?.text !== transcript.id && step.pages.every(({ text }) => text !== transcript.id);
  return warn(
    { ...state, past: state.past.filter(elsewhere), future: state.future.filter(elsewhere) },
    'the text was changed by another program: this is how it is now',
  );
}

/** From which paragraph on texts differ, and how many more the new one has. Indexes from 0. */
interface ParagraphChange {
  first: number;
  more: number;
}

function changedParagraphs(before: Transcript, after: Transcript): ParagraphChange {
  const more = after.paragraphs.count - before.paragraphs.count;
  const most = Math.min(before.text.length, after.text.length);
  let same = 0;
  while (same < most && before.text[same] === after.text[same]) same++;
  const first = Math.min(
    before.paragraphs.indexAt(same),
    after.paragraphs.indexAt(same),
    Math.max(0, after.paragraphs.count - 1),
  );
  return { first, more };
}

function renewedReading(
  reading: ReadingState,
  { transcript, placed, locked }: OpenedText,
  { first, more }: ParagraphChange,
): ReadingState {
  const last = Math.max(0, transcript.paragraphs.count - 1);
  const to = (index: number) =>
    Math.min(last, index > first ? Math.max(first, index + more) : index);
  const { filter, place } = reading;
  return {
    ...reading,
    transcript,
    placed,
    locked,
    place: { current: to(place.current), top: to(place.top), inner: place.inner },
    jumps: reading.jumps.map(to),
    // These are places in the old words.
    selection: null,
    selected: null,
    // What fits is worked out anew: its indexes are of the old paragraphs.
    filter: filter && { ...filter, basis: { ...filter.basis, hits: [] } },
  };
}

function placeIn(state: ReaderState, reading: ReadingState, index: number): ReadingState['place'] {
  if (reading.transcript.paragraphs.count === 0) return { current: 0, top: 0, inner: 0 };
  const { heights, place } = layoutOf(state, reading, 0);
  return goTo(heights, place, index);
}

/** The hits of a search that is on are of the old words. */
function searchedAnew(state: ReaderState): Result {
  const { reading, nextStep: request } = state;
  if (!reading?.search) return only(state);
  const { query } = reading.search;
  const search = { ...reading.search, request, hits: null, here: 0, lands: 'ahead' as const };
  const next = inReading({ ...state, nextStep: request + 1 }, one => ({ ...one, search }));
  return doing(next, {
    kind: 'find',
    request,
    query,
    text: reading.transcript.id,
    everywhere: true,
  });
}
