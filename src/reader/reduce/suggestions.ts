import type { Range } from '../../model/annotation.ts';
import { themeById } from '../../model/codebook.ts';
import { editsOn, type Step } from '../../model/step.ts';
import type { Command } from '../command.ts';
import type { KeyCommand } from '../keymap/keymap.ts';
import type { SuggestionsLayer } from '../layer.ts';
import { blockOf } from '../layout/block.ts';
import { goTo, type Place } from '../layout/scroll.ts';
import { hasMemo, layoutOf } from '../select.ts';
import type { ReaderState, ReadingState } from '../state.ts';
import { comingIndexes, decidedBy, decidedIn, suggestionAt, suggestionId } from '../suggestions.ts';
import { redo, undo } from './history.ts';
import type { Turn } from './layer.ts';
import { doing, inReading, moved, only, type Result, say, warn } from './result.ts';
import { retry } from './saving.ts';
import { selecting } from './selecting.ts';
import { acceptAll, acceptHere, openOtherTheme, rejectHere } from './suggestDecide.ts';

type Suggestions = SuggestionsLayer;

/** `s`: asks for what can be suggested in the open text; Ctrl+O leads back to where one was. */
export function openSuggestions(state: ReaderState): Result {
  const { reading } = state;
  if (!reading || reading.transcript.paragraphs.count === 0)
    return only(warn(state, 'there is nothing to suggest here'));
  const { current } = reading.place;
  const jumps = reading.jumps.at(-1) === current ? reading.jumps : [...reading.jumps, current];
  return asked(
    inReading(state, one => ({ ...one, jumps })),
    reading,
    [],
  );
}

function asked(
  state: ReaderState,
  { transcript }: ReadingState,
  decisions: Suggestions['decisions'],
): Result {
  const request = state.nextStep;
  const layer: Suggestions = {
    kind: 'suggestions',
    text: transcript.text,
    request,
    found: null,
    problem: null,
    cursor: 0,
    decisions,
    asked: null,
  };
  const next = { ...state, nextStep: request + 1, layer };
  return doing(next, { kind: 'suggest', request, text: transcript.id });
}

/** They are known: the best one is shown. */
export function suggested(
  state: ReaderState,
  { request, found, problem }: Extract<Command, { kind: 'suggested' }>,
): Result {
  const { layer } = state;
  // Help may have been opened while they were looked for.
  const waits = layer?.kind === 'help' ? layer.below : layer;
  if (waits?.kind !== 'suggestions' || waits.request !== request) return only(state);
  const next = standOn(state, { ...waits, found, problem, cursor: 0 });
  const shown = layer?.kind === 'help' ? { ...next, layer: { ...layer, below: next.layer } } : next;
  return only(problem === null ? shown : warn(shown, problem));
}

export function suggestionsKey(
  state: ReaderState,
  layer: Suggestions,
  command: KeyCommand,
  { stamp }: Turn,
): Result {
  // Between two `A` nothing else may come.
  const calm = { ...layer, asked: null };
  const ready = { ...state, layer: calm };
  switch (command) {
    case 'accept':
      return goesOn(acceptHere(ready, calm, stamp), ready);
    case 'reject':
      return goesOn(rejectHere(ready, calm, stamp), ready);
    case 'acceptAll':
      return goesOn(acceptAll(state, layer, stamp), ready);
    case 'otherTheme':
      return openOtherTheme(ready, calm);
    case 'passage':
      return only(changePassage(ready, calm));
    case 'skip':
      return only(skip(ready, calm));
    case 'next':
      return only(standOn(ready, { ...calm, cursor: to(calm, 1) }));
    case 'previous':
      return only(standOn(ready, { ...calm, cursor: to(calm, -1) }));
    case 'undo':
      return backTo(undo(ready), ready.past.at(-1)?.id);
    case 'redo':
      return backTo(redo(ready), ready.future.at(-1)?.id);
    case 'retry':
      return retry(ready);
    default:
      return only(ready);
  }
}

const to = ({ found, cursor }: Suggestions, by: number): number =>
  moved(cursor, by, Math.max(1, found?.length ?? 0));

/** The state with a suggestion at hand and its passage in sight. */
function standOn(state: ReaderState, layer: Suggestions): ReaderState {
  const next = { ...state, layer };
  const one = suggestionAt(layer);
  return one
    ? inReading(next, reading => ({ ...reading, place: inSight(next, reading, one) }))
    : next;
}

/** The place that shows a passage over the drawer: a paragraph taller than the area is scrolled to it. */
function inSight(state: ReaderState, reading: ReadingState, { start }: Range): Place {
  const { heights, place, marked, geometry } = layoutOf(state, reading);
  const index = reading.transcript.paragraphs.indexAt(start);
  const goal = goTo(heights, place, index);
  const block = blockOf(reading.transcript, index, geometry, hasMemo(reading, marked, index));
  const row = block.rows.findIndex(one => one.end > start) + Number(block.nameRow);
  const most = Math.max(0, block.height - heights.area);
  const inner = row > heights.area / 2 ? Math.min(most, row - 1) : 0;
  return { ...goal, inner: goal.top === index ? inner : 0 };
}

/** After a decision the next one that is not decided is at hand. */
export function goesOn(result: Result, before: ReaderState): Result {
  const { layer, past } = result.state;
  if (layer?.kind !== 'suggestions' || past === before.past) return result;
  return { ...result, state: withNext(result.state, layer) };
}

function withNext(state: ReaderState, layer: Suggestions): ReaderState {
  const [next = layer.cursor] = comingIndexes(state, layer);
  return standOn(state, { ...layer, cursor: next });
}

function skip(state: ReaderState, layer: Suggestions): ReaderState {
  const [next] = comingIndexes(state, layer);
  if (next === undefined) return warn(state, 'nothing else is left to decide');
  const shown = standOn(state, { ...layer, cursor: next });
  return next < layer.cursor ? say(shown, 'again from the first that is left') : shown;
}

/** After undo and redo: at what the step had decided. */
function backTo(result: Result, step: number | undefined): Result {
  const { layer } = result.state;
  if (layer?.kind !== 'suggestions') return result;
  const ids = layer.decisions.find(decision => decision.step === step)?.ids;
  const cursor = layer.found?.findIndex(one => suggestionId(one) === ids?.[0]) ?? -1;
  return {
    ...result,
    state: cursor === -1 ? result.state : standOn(result.state, { ...layer, cursor }),
  };
}

/** `v`: the passage is selected and can be changed; the suggestions come back when it is tagged, or with Esc. */
function changePassage(state: ReaderState, layer: Suggestions): ReaderState {
  const one = suggestionAt(layer);
  if (!one) return state;
  const selection = { anchor: one.start, head: one.end, bounds: null, over: layer };
  return selecting({ ...state, layer: null }, selection);
}

/** What other commands leave of the suggestions: they come back after a change of the passage, and follow the text. */
export function followed(before: ReaderState, result: Result): Result {
  const returned = returning(before, result.state);
  const { layer, reading } = returned;
  if (layer?.kind !== 'suggestions') return result;
  if (!reading || layer.text === reading.transcript.text) return { ...result, state: returned };
  const again = asked(returned, reading, layer.decisions);
  return { state: again.state, effects: [...result.effects, ...again.effects] };
}

function returning(before: ReaderState, state: ReaderState): ReaderState {
  const over = before.reading?.selection?.over;
  const isBack = state.page === 'reading' && state.layer === null && !state.reading?.selection;
  if (!over || !isBack) return state;
  const made = state.past.length > before.past.length ? state.past.at(-1) : undefined;
  if (!made) return standOn(state, over);
  const ids = decidedByStep(state, over, made.step);
  const decision = { step: made.id, kind: 'accepted' as const, ids };
  const layer = { ...over, decisions: [...over.decisions, decision] };
  const one = suggestionAt(layer);
  const isDecided = one && decidedIn(state, layer).has(suggestionId(one));
  return isDecided ? withNext({ ...state, layer }, layer) : standOn(state, layer);
}

/** What a tag on the changed passage decides. */
function decidedByStep(state: ReaderState, layer: Suggestions, step: Step): string[] {
  return editsOn(step, state.reading?.transcript.id ?? '').flatMap(({ after }) => {
    const theme = themeById(state.codebook, after?.annotation.theme ?? '');
    return theme && after?.range ? decidedBy(layer, theme.id, after.range) : [];
  });
}
