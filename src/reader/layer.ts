import type { Anchor, Annotation, Placed, Range } from '../model/annotation.ts';
import type { Rejectable } from '../model/rejection.ts';
import type { Step } from '../model/step.ts';
import type { Suggestion } from '../model/suggestion.ts';
import type { ThemeField } from './codebookRows.ts';
import type { DigestLayer } from './digestLayer.ts';
import type { HitsLayer } from './hitsLayer.ts';
import type { ImportLayer, ReviewLayer } from './importLayer.ts';
import type { Scope } from './keymap/scopes.ts';
import type { MatrixCell, MatrixLayer } from './matrixLayer.ts';
import type { RepairLayer } from './repairLayer.ts';

/** What can lie over a page. What each does is in `layerRooms.ts`, `reduce/layers.ts` and `views/layers.ts`. */
export type Layer =
  | PickerLayer
  | { kind: 'memo'; draft: string; target: MemoTarget }
  | { kind: 'which'; purpose: 'untag' | 'memo' | 'key'; choices: readonly Placed[]; cursor: number }
  | { kind: 'annotations'; ids: readonly string[]; cursor: number }
  | PromptLayer
  | { kind: 'filter'; cursor: number; from: number }
  | { kind: 'libraryWords'; before: string; query: string }
  | { kind: 'contents'; query: string; cursor: number }
  | { kind: 'palette'; query: string; cursor: number; below: Layer | null }
  | { kind: 'help'; query: string; scope: Scope; cursor: number; below: Layer | null }
  | DigestLayer
  | SettingsLayer
  | ImportLayer
  | ReviewLayer
  | SuggestionsLayer
  | CodebookLayer
  | PassagesLayer
  | RepairLayer
  | MatrixLayer
  | HitsLayer
  | { kind: 'edit'; plan: EditPreview; cursor: number };

export type LayerKind = Layer['kind'];
export type LayerOf<Kind extends LayerKind> = Extract<Layer, { kind: Kind }>;

/** The themes to choose from: for the passage at hand, in place of an annotation's, or of a suggestion's. */
export interface PickerLayer {
  kind: 'picker';
  query: string;
  cursor: number;
  /** How often Tab turned to more of what the theme at the cursor is. */
  turns: number;
  /** The id of the annotation whose theme is to change; `null`: a new tag is made. */
  changes: string | null;
  /** The suggestions, of which the one at hand gets another theme; absent: it is about none. */
  over?: SuggestionsLayer;
}

/** Where words to look for are typed. */
export interface PromptLayer {
  kind: 'prompt';
  query: string;
  /** Whether what is typed is an expression. */
  regex: boolean;
  /** Whether it is looked for in all transcripts, and listed. */
  all: boolean;
  /** How many searches back the words come from; 0: they are new. */
  back: number;
  /** The new words, while earlier ones are looked at. */
  draft: string;
}

/** A memo goes on an annotation, or on the current paragraph where nothing is tagged. */
export type MemoTarget =
  | { kind: 'annotation'; placed: Placed }
  | { kind: 'paragraph'; range: Range };

/** Passages that may be tagged, one after the other. What is worked out from it is in `suggestions.ts`. */
export interface SuggestionsLayer {
  kind: 'suggestions';
  /** The text that was looked through: another one is looked through anew. */
  text: string;
  /** Number of the search that is waited for; answers to earlier ones are dropped. */
  request: number;
  /** Best first; `null` while they are looked for. */
  found: readonly ReaderSuggestion[] | null;
  /** What kept some from being found; `null` when all is well. */
  problem: string | null;
  cursor: number;
  decisions: readonly Decision[];
  /** The theme whose suggestions `A` accepts when it is pressed once more. */
  asked: string | null;
}

/** A suggestion with what a rejection of it says. */
export interface ReaderSuggestion extends Suggestion {
  rejectable: Rejectable;
}

/** What one step decided; it holds as long as the step is not undone. */
export interface Decision {
  /** The step's number in the history. */
  step: number;
  kind: 'accepted' | 'rejected';
  /** As `suggestionId` makes them. */
  ids: readonly string[];
}

/** An edit of the text that waits to be accepted: as a step, and what it does to the tags. */
export interface EditPreview {
  step: Step;
  /** The paragraphs in words: `¶ 12`. */
  place: string;
  /** Whether no words are left of them. */
  emptied: boolean;
  /** Tags whose passage is still there, and how many of those have other words now. */
  followed: number;
  changed: number;
  lost: readonly LostTag[];
}

/** A tag that cannot follow an edit. */
export interface LostTag {
  annotation: Annotation;
  was: string;
  /** What stands in its place; empty where nothing does. */
  is: string;
  /** Numbers from 1. */
  paragraphs: readonly number[];
  /** What reading makes of it after the edit. */
  anchor: Anchor;
}

/** The settings page: a value, or the keys of a scope's commands. */
export interface SettingsLayer {
  kind: 'settings';
  cursor: number;
  /** Whose keys are listed. */
  scope: Scope;
  /** What is waited for: a coder's name that is typed, or the key for the command at the cursor. */
  asks: { kind: 'name'; draft: string } | { kind: 'key'; adds: boolean } | null;
}

/** The codebook page: a tree of themes, and the one at the cursor in full. */
export interface CodebookLayer {
  kind: 'codebook';
  /** Index into `codebookRows`. */
  cursor: number;
  /** Which pane is moved in, and shown where there is room for one. */
  pane: 'themes' | 'theme';
  /** Rows by which the pane of the theme is scrolled, while keys move it. */
  scroll: number;
  /** What is being done; `null`: one moves about. */
  doing: CodebookTask | null;
}

export type CodebookTask =
  | { kind: 'add'; draft: string }
  /** The name is typed of the theme that takes some of the passages. */
  | { kind: 'split'; draft: string }
  /** A field of the theme at the cursor is chosen. */
  | { kind: 'fields'; field: ThemeField }
  | { kind: 'field'; field: ThemeField; draft: string }
  /** A target is looked for with the cursor; `asked`: Enter was pressed once on it. */
  | { kind: 'merge'; source: string; asked: boolean };

/** What is tagged with a theme, in all transcripts: to go there, or to send each passage to a side. */
export interface PassagesLayer {
  kind: 'passages';
  /** The theme's id. */
  theme: string;
  cursor: number;
  split: SplitTask | null;
  /** Which of them, where a number of the matrix led here; `null`: all, those without a certain place too. */
  cell: MatrixCell | null;
  /** The page that Esc leads back to. */
  over: CodebookLayer | MatrixLayer;
}

export interface SplitTask {
  /** The name of the theme that takes a part. */
  into: string;
  /** The ids of the annotations that go over. */
  going: ReadonlySet<string>;
  /** Whether Enter was pressed once. */
  asked: boolean;
}
