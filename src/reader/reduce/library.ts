import type { Fault } from '../../model/fault.ts';
import { byDate } from '../../model/library.ts';
import type { Command } from '../command.ts';
import type { KeyCommand } from '../keymap/keymap.ts';
import { goTo } from '../layout/scroll.ts';
import { libraryRows } from '../libraryTexts.ts';
import { layoutOf } from '../select.ts';
import type { ReaderState, ReadingState } from '../state.ts';
import { cursorOn, themeAt } from './codebookPlan.ts';
import { recounted } from './counts.ts';
import { withUnwritten } from './history.ts';
import { openImport } from './importing.ts';
import { holding, openLibraryWords, sortLibrary } from './libraryRows.ts';
import { doing, inReading, moved, only, type Result, warn } from './result.ts';
import { searchOn } from './searchBeyond.ts';

type LibraryRead = Extract<Command, { kind: 'libraryRead' }>;

/** The transcripts are known; the cursor stays on the one it was on. */
export function libraryRead(state: ReaderState, { library, codebook }: LibraryRead): Result {
  const texts = library.texts.toSorted(byDate);
  const read = { texts, unreadable: library.unreadable, loading: null };
  const next = holding(state, { ...state, codebook, library: { ...state.library, ...read } });
  return only(withFaults(withUnwritten(holdingTheme(state, next)), library.faults));
}

/** On the codebook page the cursor stays on its theme, wherever that stands now. */
function holdingTheme(before: ReaderState, next: ReaderState): ReaderState {
  const { layer } = before;
  return layer?.kind === 'codebook' ? cursorOn(next, layer, themeAt(before, layer)?.id) : next;
}

/** What could not be read beside the texts: the first in words, the others counted. */
function withFaults(state: ReaderState, faults: readonly Fault[]): ReaderState {
  const [first] = faults;
  if (!first) return state;
  return warn(
    state,
    faults.length > 1
      ? `${first.message} · and ${faults.length - 1} more: marginalia check`
      : first.message,
  );
}

const PAGE = 5;

export function libraryKey(state: ReaderState, command: KeyCommand): Result {
  const { cursor } = state.library;
  const { texts, unreadable } = libraryRows(state);
  const count = texts.length + unreadable.length;
  const to = (row: number): Result =>
    only({ ...state, library: { ...state.library, cursor: Math.max(0, row) } });
  switch (command) {
    case 'next':
      return to(moved(cursor, 1, count));
    case 'previous':
      return to(moved(cursor, -1, count));
    case 'pageDown':
    case 'halfDown':
      return to(moved(cursor, PAGE, count));
    case 'pageUp':
    case 'halfUp':
      return to(moved(cursor, -PAGE, count));
    case 'first':
      return to(0);
    case 'last':
      return to(count - 1);
    case 'open':
      return openAt(state, cursor);
    case 'words':
      return openLibraryWords(state);
    case 'import':
      return openImport(state);
    case 'sort':
      return sortLibrary(state);
    default:
      return only(state);
  }
}

function openAt(state: ReaderState, cursor: number): Result {
  const { texts, unreadable } = libraryRows(state);
  const text = texts[cursor];
  if (!text) {
    const reason = unreadable[cursor - texts.length]?.fault.message;
    return only(reason ? { ...state, message: { text: reason, warns: true } } : state);
  }
  return openText(state, text.id);
}

/** Opens a transcript by its id; the one that is open already stands where it stood. */
export function openText(state: ReaderState, id: string): Result {
  if (state.reading?.transcript.id === id) return only({ ...state, page: 'reading' });
  return doing({ ...keepPlace(state), opening: true }, { kind: 'openText', id });
}

/** The transcript is read: it opens where the user was. */
export function textOpened(
  state: ReaderState,
  { transcript, placed, locked, warning }: Extract<Command, { kind: 'textOpened' }>,
): Result {
  const reading: ReadingState = {
    transcript,
    placed,
    place: { current: 0, top: 0, inner: 0 },
    jumps: [],
    search: null,
    filter: null,
    selection: null,
    drag: null,
    selected: null,
    locked,
  };
  const opened = withUnwritten({ ...state, page: 'reading', opening: false, reading });
  const next = warning ? warn(opened, warning) : opened;
  if (transcript.paragraphs.count === 0) return searchOn(next);
  const { heights, place } = layoutOf(next, next.reading ?? reading, 0);
  return searchOn(
    inReading(next, one => ({
      ...one,
      place: goTo(heights, place, state.places[transcript.id] ?? 0),
    })),
  );
}

/** To the library, with the counts of the transcript that was open brought up to date. */
export function toLibrary(state: ReaderState): Result {
  const next = recounted({ ...keepPlace(state), page: 'library' });
  return doing(next, { kind: 'savePlaces', places: next.places });
}

/** Remembers where the user is in the open transcript. */
export function keepPlace(state: ReaderState): ReaderState {
  const { reading } = state;
  if (!reading || reading.transcript.paragraphs.count === 0) return state;
  return { ...state, places: { ...state.places, [reading.transcript.id]: reading.place.current } };
}
