import type { Doubt } from '../../model/doubt.ts';
import type { Command } from '../command.ts';
import type { KeyCommand } from '../keymap/keymap.ts';
import type { RepairLayer } from '../repairLayer.ts';
import { abreast, doubtAt, idOf, standingOf, waitingIndexes } from '../repairs.ts';
import type { ReaderState } from '../state.ts';
import { recounted } from './counts.ts';
import { redo, undo } from './history.ts';
import type { Turn } from './layer.ts';
import { keepPlace, openText } from './library.ts';
import { goToParagraph } from './move.ts';
import { chooseShown, keepIt, removeIt } from './repairDecide.ts';
import { doing, moved, only, type Result, warn } from './result.ts';
import { retry } from './saving.ts';

/** `R`: asks for what is not certain in the open text, or in all of them. */
export function openRepair(state: ReaderState): Result {
  const { page, reading } = state;
  const text = page === 'reading' ? (reading?.transcript.id ?? null) : null;
  return asked(state, {
    kind: 'repair',
    text,
    request: 0,
    found: null,
    cursor: 0,
    from: 0,
    decisions: [],
    opening: null,
    page,
  });
}

function asked(state: ReaderState, layer: RepairLayer): Result {
  const request = state.nextStep;
  const next = { ...state, nextStep: request + 1, layer: { ...layer, request, found: null } };
  return doing(next, { kind: 'doubts', request, text: layer.text });
}

/** They are known: the first one that waits is shown, what is kept on purpose comes last. */
export function doubtsRead(
  state: ReaderState,
  { request, text, doubts, problem }: Extract<Command, { kind: 'doubtsRead' }>,
): Result {
  const { layer } = state;
  // Help may have been opened while they were read.
  const waits = layer?.kind === 'help' ? layer.below : layer;
  if (waits?.kind !== 'repair' || waits.request !== request) return only(state);
  const found = inOrder(state, doubts);
  const shown: RepairLayer = { ...waits, text, found, cursor: 0, from: 0 };
  const next = {
    ...state,
    layer: layer?.kind === 'help' ? { ...layer, below: shown } : shown,
  };
  return only(problem === null ? next : warn(next, problem));
}

function inOrder({ library }: ReaderState, doubts: readonly Doubt[]): Doubt[] {
  const ranks = new Map(library.texts.map(({ id }, rank) => [id, rank]));
  const rank = ({ placed }: Doubt) => ranks.get(placed.annotation.text) ?? ranks.size;
  const kept = ({ placed }: Doubt) => Number(placed.kept ?? false);
  return doubts.toSorted((a, b) => kept(a) - kept(b) || rank(a) - rank(b));
}

export function repairKey(
  state: ReaderState,
  layer: RepairLayer,
  command: KeyCommand,
  { stamp }: Turn,
): Result {
  // A transcript that could not be opened is not waited for any more.
  const calm: RepairLayer = { ...layer, opening: null };
  return repairKeyIn({ ...state, layer: calm }, calm, command, stamp);
}

function repairKeyIn(
  state: ReaderState,
  layer: RepairLayer,
  command: KeyCommand,
  stamp: Turn['stamp'],
): Result {
  switch (command) {
    case 'undo':
      return backTo(undo(state), state.past.at(-1)?.id);
    case 'redo':
      return backTo(redo(state), state.future.at(-1)?.id);
    case 'retry':
      return retry(state);
    default:
      break;
  }
  const doubt = doubtAt(layer);
  if (!doubt) return only(state);
  switch (command) {
    case 'next':
      return only(standOn(state, layer, layer.cursor + 1));
    case 'previous':
      return only(standOn(state, layer, layer.cursor - 1));
    case 'morePlaces':
      return only(pageOn(state, layer, doubt, 1));
    case 'fewerPlaces':
      return only(pageOn(state, layer, doubt, -1));
    case 'look':
      return inText(state, layer, doubt, 'look');
    default:
      return decide(state, layer, doubt, command, stamp);
  }
}

function decide(
  state: ReaderState,
  layer: RepairLayer,
  doubt: Doubt,
  command: KeyCommand,
  stamp: Turn['stamp'],
): Result {
  const standing = standingOf(state, layer, doubt);
  if (standing === 'placed' || standing === 'removed')
    return only(warn(state, `${standing} already · undo takes it back`));
  const at = { layer, doubt, stamp };
  switch (command) {
    case 'accept':
      return doubt.places > 1 && doubt.placed.anchor?.kind !== 'similar'
        ? only(warn(state, 'there are several places: choose one of them'))
        : goesOn(chooseShown(state, at, -layer.from), state);
    case 'firstPlace':
      return goesOn(chooseShown(state, at, 0), state);
    case 'secondPlace':
      return goesOn(chooseShown(state, at, 1), state);
    case 'keepIt':
      return goesOn(keepIt(state, at), state);
    case 'removeIt':
      return goesOn(removeIt(state, at), state);
    case 'point':
      return inText(state, layer, doubt, 'place');
    default:
      return only(state);
  }
}

function standOn(state: ReaderState, layer: RepairLayer, cursor: number): ReaderState {
  const to = moved(cursor, 0, Math.max(1, layer.found?.length ?? 0));
  return { ...state, layer: { ...layer, cursor: to, from: 0 } };
}

function pageOn(state: ReaderState, layer: RepairLayer, doubt: Doubt, by: 1 | -1): ReaderState {
  const from = layer.from + by * abreast(state.size);
  return from < 0 || from >= doubt.candidates.length
    ? state
    : { ...state, layer: { ...layer, from } };
}

/** After a decision the next one that waits; where none waits in this text any more, all are read. */
export function goesOn(result: Result, before: ReaderState): Result {
  const { state, effects } = result;
  const { layer } = state;
  if (layer?.kind !== 'repair' || state.past === before.past) return result;
  const [next] = waitingIndexes(state, layer);
  if (next !== undefined) return { ...result, state: standOn(state, layer, next) };
  if (layer.text === null) return result;
  const again = asked(state, { ...layer, text: null });
  return { state: again.state, effects: [...effects, ...again.effects] };
}

/** After undo and redo: at what the step had settled; what is not listed is read again. */
function backTo(result: Result, step: number | undefined): Result {
  const { state, effects } = result;
  const { layer } = state;
  if (layer?.kind !== 'repair') return result;
  const id = layer.decisions.find(decision => decision.step === step)?.id;
  const cursor = layer.found?.findIndex(doubt => idOf(doubt) === id) ?? -1;
  if (cursor !== -1) return { ...result, state: standOn(state, layer, cursor) };
  const again = asked(state, layer);
  return { state: again.state, effects: [...effects, ...again.effects] };
}

/** To its transcript, which may have to be opened first: `repaired` goes on from there. */
function inText(
  state: ReaderState,
  layer: RepairLayer,
  doubt: Doubt,
  opening: 'place' | 'look',
): Result {
  return openText({ ...state, layer: { ...layer, opening } }, doubt.placed.annotation.text);
}

/** What other commands leave of the repairs: a transcript that was waited for is open, or one was left. */
export function repaired(result: Result): Result {
  const state = arrived(withoutPlacing(result.state));
  return state === result.state ? result : { ...result, state };
}

function withoutPlacing(state: ReaderState): ReaderState {
  const { placing, page, reading, layer } = state;
  if (!placing) return state;
  const isThere =
    page === 'reading' && reading?.transcript.id === placing.doubt.placed.annotation.text;
  return isThere && layer?.kind !== 'repair' ? state : { ...state, placing: null };
}

function arrived(state: ReaderState): ReaderState {
  const { layer, reading, page } = state;
  if (layer?.kind !== 'repair' || layer.opening === null || page !== 'reading') return state;
  const doubt = doubtAt(layer);
  if (!doubt || reading?.transcript.id !== doubt.placed.annotation.text) return state;
  const over: RepairLayer = { ...layer, opening: null };
  const [first] = doubt.candidates.slice(layer.from);
  const goal = first?.paragraph ?? doubt.near;
  const open: ReaderState = { ...state, layer: null };
  const there = goal === null ? open : goToParagraph(open, goal);
  if (layer.opening === 'look') return there;
  if (reading.locked !== null) return warn({ ...state, layer: over }, reading.locked);
  return { ...there, placing: { doubt, over } };
}

/** The repair page again, over the page that it was opened from. */
export function backToRepair(state: ReaderState, over: RepairLayer): ReaderState {
  const back = { ...state, placing: null, layer: over };
  return over.page === 'library' ? recounted({ ...keepPlace(back), page: 'library' }) : back;
}
