import type { Command, Stamp } from '../command.ts';
import type { KeyCommand } from '../keymap/keymap.ts';
import type { ReaderState } from '../state.ts';
import { openAnnotations } from './annotations.ts';
import { onAnswer } from './answers.ts';
import { openCodebook } from './codebook.ts';
import { openContents } from './contents.ts';
import { recounted } from './counts.ts';
import { openDigest } from './digest.ts';
import { openEditor } from './edit.ts';
import { endFilter, openFilter, refiltered } from './filter.ts';
import { openHelp } from './help.ts';
import { redo, undo } from './history.ts';
import { backToHits, openHits } from './hits.ts';
import type { Turn } from './layer.ts';
import { layerClosed, layerKey, layerSubmitted, layerTyped } from './layers.ts';
import { keepPlace, libraryKey, toLibrary } from './library.ts';
import { libraryWithWords } from './libraryRows.ts';
import { openMatrix } from './matrix.ts';
import { goBack, move } from './move.ts';
import { openPrompt } from './openPrompt.ts';
import { openPalette } from './palette.ts';
import { withExamples } from './passages.ts';
import { openPicker } from './picker.ts';
import { backToRepair, openRepair, repaired } from './repair.ts';
import { placeHere } from './repairPlace.ts';
import { doing, only, type Result } from './result.ts';
import { retry } from './saving.ts';
import { endSearch, walkHits } from './search.ts';
import { selectAgain, selectKey, startSelecting } from './selecting.ts';
import { openSettings, togglePanel } from './settings.ts';
import { followed, openSuggestions } from './suggestions.ts';
import { actHere, tagAgain, toggleDigit, unselected } from './tag.ts';

/**
 * The next state and the effects, for any command in any state. Pure: clock and ids come with the
 * stamp. A command that means nothing in a state changes nothing.
 */
export function reduce(state: ReaderState, command: Command, stamp: Stamp): Result {
  const next = withExamples(repaired(followed(state, reduced(state, command, stamp))));
  return { ...next, state: refiltered(next.state) };
}

function reduced(state: ReaderState, command: Command, stamp: Stamp): Result {
  switch (command.kind) {
    case 'key':
      return onKey(
        { ...state, message: null, quitAsked: command.command === 'quit' && state.quitAsked },
        command.command,
        command.key,
        stamp,
      );
    case 'typed':
      return layerTyped(state, command.value);
    case 'submitted':
      return layerSubmitted({ ...state, message: null }, command.value, turnOf(stamp));
    default:
      return onAnswer(state, command);
  }
}

/** What a layer may ask of the page below. */
const turnOf = (stamp: Stamp): Turn => ({
  stamp,
  press: (state, command, key) => onKey(state, command, key, stamp),
});

function onKey(state: ReaderState, command: KeyCommand, key: string, stamp: Stamp): Result {
  if (command === 'quit') return quit(state);
  if (command === 'close') return close(state);
  if (command === 'help') return openHelp(state);
  if (command === 'palette') return openPalette(state);
  if (state.layer) return layerKey(state, command, turnOf(stamp), key);
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
    case 'settings':
      return openSettings(state);
    case 'codebook':
      return openCodebook(keepPlace(state));
    case 'repair':
      return openRepair(keepPlace(state));
    case 'concordance':
      return openHits(keepPlace(state));
    case 'matrix':
      return openMatrix(keepPlace(state));
    default:
      return null;
  }
}

function onReadingKey(state: ReaderState, command: KeyCommand, key: string, stamp: Stamp): Result {
  if (state.placing && (command === 'annotations' || command === 'choose'))
    return placeHere(state, state.placing, stamp);
  const selected = selectKey(state, command, stamp);
  if (selected) return selected;
  switch (command) {
    case 'select':
      return startSelecting(state);
    case 'annotations':
      return openAnnotations(state);
    case 'selectAgain':
      return selectAgain(state);
    case 'choose':
      return openPicker(state);
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
    case 'filter':
      return openFilter(state);
    case 'edit':
      return openEditor(state);
    case 'suggestions':
      return openSuggestions(state);
    case 'panel':
      return togglePanel(state);
    case 'contents':
      return openContents(state);
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

/** Closes one layer; from the reading view it leads to the library. */
function close(state: ReaderState): Result {
  const { layer, reading, page } = state;
  if (layer) return layerClosed(state);
  if (page === 'reading' && reading?.selection) return only(unselected(state));
  if (page === 'reading' && reading?.search?.list) return backToHits(state, reading.search.list);
  if (page === 'reading' && reading?.search) return only(endSearch(state));
  if (page === 'reading' && reading?.filter) return only(endFilter(state));
  if (state.placing) return only(backToRepair(state, state.placing.over));
  return page === 'reading' ? toLibrary(state) : only(libraryWithWords(state, ''));
}

function quit(state: ReaderState): Result {
  const kept = keepPlace(state);
  if (state.save.kind === 'failed' && !state.quitAsked) {
    return only({ ...kept, quitAsked: true });
  }
  return doing(kept, { kind: 'savePlaces', places: kept.places }, { kind: 'quit' });
}
