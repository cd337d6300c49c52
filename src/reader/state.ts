import type { Placed, Range } from '../model/annotation.ts';
import { type Codebook, emptyCodebook } from '../model/codebook.ts';
import type { Library, TextSummary } from '../model/library.ts';
import type { Step } from '../model/step.ts';
import type { Transcript } from '../model/transcript.ts';
import type { Scope } from './keymap.ts';
import type { Size } from './layout/geometry.ts';
import type { Place } from './layout/scroll.ts';

/** Everything that the screen shows and a key may change. Plain data: the reducer makes the next one. */
export interface ReaderState {
  size: Size;
  project: string;
  coder: string;
  /** IANA name; moments are shown in it. */
  timeZone: string;
  codebook: Codebook;
  library: LibraryState;
  /** The transcript that is open; it stays open while the library or a page is shown. */
  reading: ReadingState | null;
  /** The page under everything else. */
  page: 'library' | 'reading';
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

export interface LibraryState {
  /** In the order shown. */
  texts: readonly TextSummary[];
  unreadable: Library['unreadable'];
  loading: { done: number; total: number } | null;
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
  /** Why nothing can be tagged here; `null` when all is well. */
  locked: string | null;
}

export interface SearchState {
  query: string;
  /** UTF-16, half-open, in text order. `null` while they are looked for. */
  hits: readonly Range[] | null;
  /** Index into `hits`. */
  here: number;
  /** All transcripts together; `null` while they are looked for. */
  everywhere: { hits: number; transcripts: number } | null;
}

export type Layer =
  | { kind: 'picker'; query: string; cursor: number; details: boolean }
  | { kind: 'memo'; draft: string; target: MemoTarget }
  | { kind: 'which'; purpose: 'untag' | 'memo' | 'key'; choices: readonly Placed[]; cursor: number }
  | { kind: 'prompt'; query: string }
  | { kind: 'help'; query: string; scope: Scope; cursor: number }
  | DigestLayer;

/** A memo goes on an annotation, or on the current paragraph where nothing is tagged. */
export type MemoTarget =
  | { kind: 'annotation'; placed: Placed }
  | { kind: 'paragraph'; range: Range };

export interface DigestLayer {
  kind: 'digest';
  title: string;
  /** Ids of the themes chosen. */
  themes: readonly string[];
  keyOnly: boolean;
  groupBy: 'theme' | 'text';
  format: 'md' | 'json';
  /** Path of the file to write; follows the themes and the format until it is typed. */
  file: string;
  fileTyped: boolean;
  cursor: number;
  /** The field being typed into. */
  typing: 'title' | 'file' | null;
  /** What stood in that field before: Esc brings it back. */
  before: string;
  showsPreview: boolean;
  scroll: number;
  preview: DigestPreview | null;
  /** Number of the preview that is waited for; answers to earlier choices are dropped. */
  request: number;
  written: string | null;
  /** The file that is there already: `W` once more replaces it. */
  exists: string | null;
}

/** What the real renderer makes of the choice. */
export interface DigestPreview {
  text: string;
  passages: number;
  transcripts: number;
  leftOut: number;
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
export type Beginning = Pick<ReaderState, 'size' | 'project' | 'coder' | 'timeZone' | 'places'>;

/** The state before the first key: an empty library that is being read. */
export const beginning = (known: Beginning): ReaderState => ({
  ...known,
  codebook: emptyCodebook,
  library: { texts: [], unreadable: [], loading: { done: 0, total: 0 }, cursor: 0 },
  reading: null,
  page: 'library',
  layer: null,
  past: [],
  future: [],
  nextStep: 1,
  unwritten: [],
  save: idle,
  message: null,
  lastTheme: null,
  quitAsked: false,
});
