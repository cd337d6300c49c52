import type { Placed, Range } from '../model/annotation.ts';
import { type Codebook, emptyCodebook } from '../model/codebook.ts';
import type { Doubt } from '../model/doubt.ts';
import type { Library, TextSummary } from '../model/library.ts';
import type { Passage } from '../model/passage.ts';
import type { DigestChoice, Recipe } from '../model/recipe.ts';
import type { SearchQuery } from '../model/searchQuery.ts';
import type { Selection } from '../model/selection.ts';
import { defaultsHere, type SettingsHere } from '../model/settings.ts';
import type { Step } from '../model/step.ts';
import type { Transcript } from '../model/transcript.ts';
import type { Criteria } from './filter/criteria.ts';
import type { HitsLayer, HitsList } from './hitsLayer.ts';
import { KEYMAP, type Keymap } from './keymap/keymap.ts';
import type { Layer, SuggestionsLayer } from './layer.ts';
import type { Size } from './layout/geometry.ts';
import type { Place } from './layout/scroll.ts';
import type { Shown } from './layout/shown.ts';
import type { LibrarySort } from './librarySort.ts';
import type { RepairLayer } from './repairLayer.ts';

/** Everything that the screen shows and a key may change. Plain data: the reducer makes the next one. */
export interface ReaderState {
  size: Size;
  /** Which key does what where, the user's own keys included. */
  keymap: Keymap;
  settings: SettingsHere;
  project: string;
  coder: string;
  /** Why nothing can be changed in the whole project; `null` when all is well. */
  readOnly: string | null;
  /** IANA name; moments are shown in it. */
  timeZone: string;
  codebook: Codebook;
  /** What is tagged anywhere, as it was read last: `known` is `null` until somebody asked for it. */
  passages: { request: number; known: readonly Passage[] | null };
  library: LibraryState;
  /** The transcript that is open; it stays open while the library or a page is shown. */
  reading: ReadingState | null;
  /** The page under everything else. */
  page: 'library' | 'reading';
  /** Whether a transcript was asked for and is not there yet: keys wait for it. */
  opening: boolean;
  /** What lies over the page: one at most, Esc closes it. */
  layer: Layer | null;
  past: readonly HistoryStep[];
  future: readonly HistoryStep[];
  nextStep: number;
  /** What is on its way to the disk, in order: whatever is read from there lacks it still. */
  unwritten: readonly Step[];
  save: SaveState;
  message: Message | null;
  /** The theme that `.` puts on. */
  lastTheme: string | null;
  /** Paragraph index from 0 by transcript: where the user was. */
  places: Readonly<Record<string, number>>;
  /** What was looked for in all transcripts last; `null`: nothing yet. */
  hits: HitsList | null;
  /** What was searched for, the last one last. */
  searches: readonly SearchQuery[];
  librarySort: LibrarySort;
  /** What was typed to shorten the library; empty: all of it is shown. */
  libraryWords: string;
  digests: DigestsState;
  /** What the palette did, by the ids of its items, the last one first. */
  recent: readonly string[];
  /** The transcript that is being opened so that the search goes on in it. */
  crossing: { text: string; search: SearchState } | null;
  /** The annotation that is being pointed to its place in the open transcript, and the page to go back to. */
  placing: { doubt: Doubt; over: RepairLayer } | null;
  /** Whether `q` was pressed once while something could not be saved: the next one quits all the same. */
  quitAsked: boolean;
}

/** A transcript as the reader opens it; `locked`: why nothing can be tagged in it. */
export interface OpenedText {
  transcript: Transcript;
  placed: readonly Placed[];
  locked: string | null;
  /** What the user should know when it opens; `null` when all is well. */
  warning?: string | null;
}

/** What the digest page is made from beside the library and the codebook. */
export interface DigestsState {
  /** Those that were saved or forgotten a moment ago included. */
  recipes: readonly Recipe[];
  /** Everybody with tags, the reader's own coder included. */
  coders: readonly string[];
  /** Why the recipes cannot be read; `null` when all is well. */
  problem: string | null;
  /** What was chosen the last time; `null`: never yet. */
  last: DigestChoice | null;
}

export interface LibraryState {
  /** By date; `libraryRows` has them as they are shown. */
  texts: readonly TextSummary[];
  unreadable: Library['unreadable'];
  loading: { done: number; total: number } | null;
  /** Index into the rows shown. */
  cursor: number;
}

export interface ReadingState {
  transcript: Transcript;
  /** Annotations of all coders, those not written yet included. In text order. */
  placed: readonly Placed[];
  place: Place;
  /** Paragraphs that were left by a jump, the last one last. */
  jumps: readonly number[];
  search: SearchState | null;
  /** Which paragraphs are shown; `null`: all. */
  filter: FilterState | null;
  /** The passage being selected; `null`: keys act on the current paragraph. */
  selection: SelectState | null;
  /** Where the mouse was pressed, while it is: the offset that a drag selects from. */
  drag: number | null;
  /** The passage that was selected last, for `V`. */
  selected: Range | null;
  /** Why nothing can be tagged here; `null` when all is well. */
  locked: string | null;
}

export interface SelectState extends Selection {
  /** The id of the annotation whose bounds this is to become. */
  bounds: string | null;
  /** The suggestions whose passage is being changed: they come back when it is done. */
  over?: SuggestionsLayer;
}

export interface FilterState {
  criteria: Criteria;
  /** The paragraphs that fit, as ascending indexes from 0. */
  fitting: Uint32Array;
  /** The current paragraph where it does not fit, or not any more: it is shown until one moves on. */
  kept: number | null;
  /** What fits and what is kept. */
  shown: Shown;
  /** What they were worked out from. */
  basis: {
    placed: readonly Placed[];
    hits: readonly Range[] | null;
    codebook: Codebook;
  };
}

/** How often a query was found in a transcript: at least once. */
export interface TextHits {
  text: string;
  hits: number;
}

export interface SearchState {
  query: SearchQuery;
  /** Number of the search that is waited for; answers to earlier ones are dropped. */
  request: number;
  /** UTF-16, half-open, in text order. `null` while they are looked for. */
  hits: readonly Range[] | null;
  /** Index into `hits`. */
  here: number;
  /**
   * Which hit is shown when they are known: the first from the current paragraph on, the first, the last,
   * or the first from an offset on (UTF-16).
   */
  lands: 'ahead' | 'first' | 'last' | number;
  /** The transcripts that have any; `null` while they are looked through. */
  everywhere: readonly TextHits[] | null;
  /** Why the expression is none; `null` when all is well. */
  problem: string | null;
  /** The list of hits that led here, and that Esc leads back to. */
  list?: HitsLayer;
}

export interface HistoryStep {
  id: number;
  step: Step;
}

/** Whether what was done is on the disk. 'saved' is said only after the write. */
export type SaveState =
  | { kind: 'none' }
  | { kind: 'saving'; pending: number }
  | { kind: 'saved' }
  | { kind: 'failed'; reason: string; pending: number };

export interface Message {
  text: string;
  warns: boolean;
}

export const idle: SaveState = { kind: 'none' };

/** What a reader begins with that is not known from the start: everything else is empty. */
export type Beginning = Pick<ReaderState, 'size' | 'project' | 'coder' | 'timeZone' | 'places'> &
  Partial<Pick<ReaderState, 'keymap' | 'settings' | 'message' | 'readOnly'>> & {
    digests?: Partial<DigestsState>;
  };

/** The state before the first key: an empty library that is being read. */
export const beginning = ({ digests, ...known }: Beginning): ReaderState => ({
  keymap: KEYMAP,
  settings: defaultsHere,
  readOnly: null,
  message: null,
  ...known,
  codebook: emptyCodebook,
  passages: { request: 0, known: null },
  library: { texts: [], unreadable: [], loading: { done: 0, total: 0 }, cursor: 0 },
  reading: null,
  page: 'library',
  opening: false,
  layer: null,
  past: [],
  future: [],
  nextStep: 1,
  unwritten: [],
  save: idle,
  lastTheme: null,
  hits: null,
  searches: [],
  librarySort: 'date',
  libraryWords: '',
  recent: [],
  digests: { recipes: [], coders: [], problem: null, last: null, ...digests },
  crossing: null,
  placing: null,
  quitAsked: false,
});
