import type { Command, Stamp } from '../command.ts';
import { HELP_SCOPES, helpItems } from '../helpItems.ts';
import type { KeyCommand } from '../keymap.ts';
import { bindingFor } from '../keymap.ts';
import { layoutOf, scopeOf } from '../select.ts';
import type { Layer, ReaderState } from '../state.ts';
import { recounted } from './counts.ts';
import {
  digestAnswer,
  digestFieldLeft,
  digestKey,
  digestSubmitted,
  digestTyped,
  openDigest,
} from './digest.ts';
import { notWritten, redo, refused, retry, undo, written } from './history.ts';
import { keepPlace, libraryKey, libraryRead, textOpened, toLibrary } from './library.ts';
import { goBack, move } from './move.ts';
import { openPicker, pickerKey, pickTheme, whichKey } from './picker.ts';
import { doing, inReading, moved, only, type Result, warn } from './result.ts';
import { endSearch, found, foundEverywhere, openPrompt, startSearch, walkHits } from './search.ts';
import { actHere, keepMemo, tagAgain, toggleDigit } from './tag.ts';

/**
 * The next state and the effects, for any command in any state. Pure: clock and ids come with the
 * stamp. A command that means nothing in a state changes nothing.
 */
export function reduce(state: ReaderState, command: Command, stamp: Stamp): Result {
  switch (command.kind) {
    case 'key':
      return onKey(
        { ...state, message: null, quitAsked: command.command === 'quit' && state.quitAsked },
        command.command,
        command.key,
        stamp,
      );
    case 'typed':
      return onTyped(state, command.value);
    case 'submitted':
      return onSubmitted(state, command.value, stamp);
    default:
      return onAnswer(state, command);
  }
}

type Answer = Exclude<Command, { kind: 'key' | 'typed' | 'submitted' }>;

function onAnswer(state: ReaderState, answer: Answer): Result {
  switch (answer.kind) {
    case 'resized':
      return only(settled({ ...state, size: answer.size }));
    case 'libraryProgress':
      return only({
        ...state,
        library: { ...state.library, loading: { done: answer.done, total: answer.total } },
      });
    case 'libraryRead':
      return libraryRead(state, answer);
    case 'textOpened':
      return textOpened(state, answer);
    case 'written':
      return withCounts(written(state, answer), answer.step.text);
    case 'refused':
      return refused(state, answer);
    case 'notWritten':
      return notWritten(state, answer.reason);
    case 'found':
      return found(state, answer);
    case 'foundEverywhere':
      return foundEverywhere(state, answer);
    case 'failed':
      return only(warn(state, answer.reason));
    default:
      return digestAnswer(state, answer);
  }
}

/** The library counts what was undone from there; a transcript that is not open has to be read for it. */
function withCounts({ state, effects }: Result, text: string): Result {
  if (state.reading?.transcript.id !== text)
    return doing(state, ...effects, { kind: 'readLibrary' });
  return { state: state.page === 'library' ? recounted(state) : state, effects };
}

/** After a resize the current paragraph is in sight again. */
function settled(state: ReaderState): ReaderState {
  return inReading(state, reading => {
    if (reading.transcript.paragraphs.count === 0) return reading;
    return { ...reading, place: layoutOf(state, reading, 0).place };
  });
}

function onKey(state: ReaderState, command: KeyCommand, key: string, stamp: Stamp): Result {
  if (command === 'quit') return quit(state);
  if (command === 'close') return close(state);
  if (command === 'help')
    return only({ ...state, layer: { kind: 'help', query: '', scope: scopeOf(state), cursor: 0 } });
  const { layer } = state;
  if (layer) return onLayerKey(state, layer, command, stamp);
  return (
    onSharedKey(state, command) ??
    (state.page === 'library' || !state.reading
      ? libraryKey(state, command)
      : onReadingKey(state, command, key, stamp))
  );
}

/** Keys that mean the same in the library and the reading view; `null` for the others. */
function onSharedKey(state: ReaderState, command: KeyCommand): Result | null {
  switch (command) {
    case 'undo':
      return undo(state);
    case 'redo':
      return redo(state);
    case 'retry':
      return retry(state);
    case 'library':
      return toLibrary(state);
    case 'digest':
      return openDigest(recounted(keepPlace(state)));
    default:
      return null;
  }
}

function onReadingKey(state: ReaderState, command: KeyCommand, key: string, stamp: Stamp): Result {
  switch (command) {
    case 'digit':
      return toggleDigit(state, Number(key), stamp);
    case 'themes':
      return openPicker(state);
    case 'again':
      return tagAgain(state, stamp);
    case 'untag':
    case 'memo':
    case 'key':
      return actHere(state, command, stamp);
    case 'search':
      return openPrompt(state);
    case 'nextHit':
      return walkHits(state, 1);
    case 'previousHit':
      return walkHits(state, -1);
    case 'back':
      return goBack(state);
    default:
      return move(state, command);
  }
}

function onLayerKey(state: ReaderState, layer: Layer, command: KeyCommand, stamp: Stamp): Result {
  switch (layer.kind) {
    case 'picker':
      return pickerKey(state, layer, command);
    case 'which':
      return whichKey(state, layer, command, stamp);
    case 'digest':
      return digestKey(state, layer, command);
    case 'help':
      return helpKey(state, layer, command);
    default:
      return only(state);
  }
}

type Help = Extract<Layer, { kind: 'help' }>;

function helpKey(state: ReaderState, layer: Help, command: KeyCommand): Result {
  const count = helpItems(layer.scope, layer.query).length;
  const set = (fields: Partial<Help>): Result => only({ ...state, layer: { ...layer, ...fields } });
  if (command === 'next') return set({ cursor: moved(layer.cursor, 1, count) });
  if (command === 'previous') return set({ cursor: moved(layer.cursor, -1, count) });
  if (command !== 'tab') return only(state);
  const at = HELP_SCOPES.indexOf(layer.scope);
  return set({ scope: HELP_SCOPES[(at + 1) % HELP_SCOPES.length] ?? 'reading', cursor: 0 });
}

/** Closes one layer; from the reading view it leads to the library. */
function close(state: ReaderState): Result {
  const { layer, reading, page } = state;
  if (layer?.kind === 'digest' && layer.typing !== null)
    return only({ ...state, layer: digestFieldLeft(layer) });
  if (layer) return only({ ...state, layer: null });
  if (page === 'reading' && reading?.search) return only(endSearch(state));
  return page === 'reading' ? toLibrary(state) : only(state);
}

function quit(state: ReaderState): Result {
  const kept = keepPlace(state);
  if (state.save.kind === 'failed' && !state.quitAsked) {
    return only({ ...kept, quitAsked: true });
  }
  return doing(kept, { kind: 'savePlaces', places: kept.places }, { kind: 'quit' });
}

function onTyped(state: ReaderState, value: string): Result {
  const { layer } = state;
  switch (layer?.kind) {
    case 'picker':
    case 'help':
      return only({ ...state, layer: { ...layer, query: value, cursor: 0 } });
    case 'prompt':
      return only({ ...state, layer: { ...layer, query: value } });
    case 'memo':
      return only({ ...state, layer: { ...layer, draft: value } });
    case 'digest':
      return digestTyped(state, layer, value);
    default:
      return only(state);
  }
}

function onSubmitted(state: ReaderState, value: string, stamp: Stamp): Result {
  const { layer } = state;
  switch (layer?.kind) {
    case 'picker':
      return pickTheme(state, layer, value, stamp);
    case 'prompt':
      return startSearch(state, value);
    case 'memo':
      return keepMemo(state, layer.target, value, stamp);
    case 'digest':
      return layer.typing === null ? only(state) : digestSubmitted(state, layer, value);
    case 'help':
      return doFromHelp({ ...state, layer: null }, layer, value, stamp);
    default:
      return only(state);
  }
}

/** Enter in help does what the cursor is on, where that means something on the page below. */
function doFromHelp(state: ReaderState, layer: Help, value: string, stamp: Stamp): Result {
  const binding = helpItems(layer.scope, value)[layer.cursor]?.binding;
  const key = binding?.keys[0];
  if (!binding || key === undefined) return only(state);
  if (bindingFor(scopeOf(state), key)?.command !== binding.command)
    return only(warn(state, `${key}: not here`));
  return onKey(state, binding.command, key, stamp);
}
