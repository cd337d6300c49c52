import type { Placed } from '../model/annotation.ts';
import type { Codebook } from '../model/codebook.ts';
import type { Doubt } from '../model/doubt.ts';
import type { Library } from '../model/library.ts';
import type { Passage } from '../model/passage.ts';
import type { DigestChoice, Recipe } from '../model/recipe.ts';
import type { SearchQuery } from '../model/searchQuery.ts';
import type { SettingsHere } from '../model/settings.ts';
import type { Step } from '../model/step.ts';
import type { Paragraphed } from '../project/editText.ts';
import type { Review } from '../project/import/review.ts';
import type { Table } from '../project/tableCsv.ts';
import type { DigestPreview } from './digestLayer.ts';
import type { HitsBatch } from './hitsLayer.ts';
import type { ImportPreview } from './importLayer.ts';
import type { KeyCommand } from './keymap/keymap.ts';
import type { EditPreview, ReaderSuggestion } from './layer.ts';
import type { Size } from './layout/geometry.ts';
import type { OpenedText, SearchState, TextHits } from './state.ts';
import type { MouseReport } from './terminal/mouse.ts';

/** A message to the reducer: a key, words typed into a field, or the answer to an effect. */
export type Command =
  | { kind: 'key'; command: KeyCommand; key: string }
  | { kind: 'typed'; value: string }
  | { kind: 'submitted'; value: string }
  | { kind: 'resized'; size: Size }
  | { kind: 'mouse'; report: MouseReport }
  | { kind: 'libraryProgress'; done: number; total: number }
  | { kind: 'libraryRead'; library: Library; codebook: Codebook }
  | { kind: 'codebookRead'; codebook: Codebook }
  | ({ kind: 'textOpened' } & OpenedText)
  | { kind: 'written'; id: number; step: Step; undoes: boolean }
  | ({ kind: 'refused'; id: number; reason: string } & Reread)
  | { kind: 'notWritten'; reason: string }
  | { kind: 'found'; request: number; hits: NonNullable<SearchState['hits']> }
  | { kind: 'foundEverywhere'; request: number; texts: readonly TextHits[] }
  | ({ kind: 'hitsListed'; request: number } & HitsBatch)
  | { kind: 'notSearchable'; request: number; reason: string }
  | ({ kind: 'suggested'; request: number } & SuggestAnswer)
  | ({ kind: 'doubtsRead'; request: number } & DoubtsAnswer)
  | ({ kind: 'passagesRead'; request: number } & PassagesAnswer)
  | { kind: 'previewed'; request: number; preview: DigestPreview }
  | { kind: 'digestWritten'; file: string }
  | { kind: 'digestExists'; file: string }
  | ({ kind: 'recipesRead' } & DigestDesk)
  /** What came of copying or of verifying. */
  | { kind: 'digestSaid'; words: string; warns: boolean }
  | { kind: 'settingSaved'; says: string }
  | { kind: 'settingNotSaved'; reason: string; before: SettingsHere }
  | { kind: 'editPlanned'; plan: EditPreview }
  | { kind: 'editEnded'; words: string; warns: boolean }
  | ({ kind: 'textRenewed'; goes: boolean } & OpenedText)
  | { kind: 'importPlanned'; request: number; plan: ImportPreview }
  | { kind: 'importRefused'; request: number; reason: string }
  | { kind: 'imported'; written: WrittenImport; library: Library; codebook: Codebook }
  | { kind: 'notImported'; reason: string }
  | { kind: 'failed'; reason: string };

/** What was imported; `refused`: why some of it was not, `null` when all of it was. */
export interface WrittenImport {
  ids: readonly string[];
  paragraphs: number;
  /** Blocks that were left out. */
  dropped: number;
  refused: string | null;
}

/** What is on the disk now: of each transcript asked for everybody's annotations. */
export interface Reread {
  pages: readonly { text: string; placed: readonly Placed[] }[];
  codebook: Codebook;
}

/** The suggestions for a transcript, best first, and what kept some from being found. */
export interface SuggestAnswer {
  found: readonly ReaderSuggestion[];
  problem: string | null;
}

/** Every passage that is tagged in the project, and what kept some from being read. */
export interface PassagesAnswer {
  passages: readonly Passage[];
  problem: string | null;
}

/** A coder's doubtful annotations, and what kept some from being read. */
export interface DoubtsAnswer {
  /** The transcript whose they are; `null`: all of them were read. */
  text: string | null;
  doubts: readonly Doubt[];
  problem: string | null;
}

/** Clock and a fresh id, handed to the reducer with each command so that it stays pure. */
export interface Stamp {
  now: string;
  /** A `urn:uuid:…` of its own each time it is called. */
  newId(): string;
}

/** What the reducer wants done; the answers come back as commands. */
export type Effect =
  | { kind: 'readLibrary' }
  | { kind: 'openText'; id: string }
  | { kind: 'write'; id: number; step: Step; undoes: boolean }
  | { kind: 'retry' }
  | FindEffect
  /** Looks for hits in all transcripts, those named in `order` first, in that order. */
  | { kind: 'listHits'; request: number; query: SearchQuery; order: readonly string[] }
  /** Looks for suggestions in a transcript, when everything that is on its way to the disk is there. */
  | { kind: 'suggest'; request: number; text: string }
  /** Reads what is tagged in all transcripts, when everything that is on its way to the disk is there. */
  | { kind: 'passages'; request: number }
  /** Reads the doubtful annotations on a transcript or, where none waits there, on all, when all that is on its way is written. */
  | { kind: 'doubts'; request: number; text: string | null }
  /** `fresh`: annotations may have changed since the last one. */
  | { kind: 'preview'; request: number; choice: DigestChoice; fresh: boolean }
  | { kind: 'writeDigest'; choice: DigestChoice; file: string; replace: boolean }
  | { kind: 'copyDigest'; choice: DigestChoice }
  | { kind: 'verifyDigest'; file: string }
  /** Gives a table as CSV to the terminal's clipboard. */
  | { kind: 'copyTable'; rows: Table }
  | { kind: 'readRecipes' }
  /** Remembers the choice for the next time. */
  | { kind: 'saveLastDigest'; choice: DigestChoice }
  | { kind: 'savePlaces'; places: Readonly<Record<string, number>> }
  /** `before`: the settings to go back to where it cannot be saved. */
  | {
      kind: 'saveSetting';
      place: readonly string[];
      value: unknown;
      says: string;
      before: SettingsHere;
    }
  | { kind: 'editText'; place: Paragraphed }
  /** Looks whether another program has changed the transcript that is open, or its annotations. */
  | { kind: 'lookAgain'; id: string }
  | { kind: 'lookAround'; whole: boolean }
  /** Opens the transcript again where it is open; `goes`: to the paragraph that is new in it. */
  | { kind: 'renewText'; id: string; goes: boolean }
  | { kind: 'planImport'; request: number; words: string }
  | { kind: 'writeImport'; review: Review }
  | { kind: 'quit' };

/** Looks for a query in one transcript, then, with `everywhere`, in all of them. */
export interface FindEffect {
  kind: 'find';
  request: number;
  query: SearchQuery;
  text: string;
  everywhere: boolean;
}

/** What digests are made from: recipes that are kept, and the coders; why recipes cannot be read. */
export interface DigestDesk {
  recipes: readonly Recipe[];
  coders: readonly string[];
  problem: string | null;
}
