import type { Range } from '../model/annotation.ts';
import type { Codebook } from '../model/codebook.ts';
import type { Library } from '../model/library.ts';
import type { DigestChoice } from '../model/recipe.ts';
import type { SearchQuery } from '../model/searchQuery.ts';
import type { Step, StepOutcome } from '../model/step.ts';
import type { Paragraphed } from '../project/editText.ts';
import type { Review } from '../project/import/review.ts';
import type { Table } from '../project/tableCsv.ts';
import type {
  DigestDesk,
  DoubtsAnswer,
  PassagesAnswer,
  Reread,
  SuggestAnswer,
  WrittenImport,
} from './command.ts';
import type { DigestPreview } from './digestLayer.ts';
import type { HitsBatch } from './hitsLayer.ts';
import type { ImportPreview } from './importLayer.ts';
import type { EditPreview } from './layer.ts';
import type { OpenedText, TextHits } from './state.ts';

export type HitsOutcome =
  | { kind: 'hits'; hits: readonly Range[] }
  | { kind: 'invalid'; reason: string };

/** What stands for the content of all its files, and the transcript if that is new. */
export interface LookedAgain {
  seen: string;
  opened: OpenedText | null;
}

/** `stale`: the text on the disk is not the one on the screen any more. */
export type EditAnswer =
  | { kind: 'planned'; plan: EditPreview }
  | { kind: 'unchanged' }
  | { kind: 'stale' }
  | { kind: 'failed'; reason: string };

export type ImportAnswer =
  | { kind: 'planned'; plan: ImportPreview }
  | { kind: 'refused'; reason: string };

export type WriteImportAnswer =
  | { kind: 'written'; written: WrittenImport }
  | { kind: 'refused'; reason: string };

/** Everything that the reader can do outside itself, handed in as functions. Each may throw a Fault. */
export interface ReaderPorts {
  readLibrary(
    onProgress: (done: number, total: number) => void,
  ): Promise<{ library: Library; codebook: Codebook }>;
  /**
   * What others have written since it was read: all of it with `whole`, else the codebook alone; `null`
   * where there is nothing new. `fresh`: it is read whatever was seen.
   */
  lookAround(
    whole: boolean,
    fresh: boolean,
  ): Promise<{ library: Library; codebook: Codebook } | { codebook: Codebook } | null>;
  openText(id: string): Promise<OpenedText>;
  /** A transcript as it is on the disk by now, unless what belongs to it is still what was `seen` before. */
  lookAgain(id: string, seen: string | null): Promise<LookedAgain>;
  /** Writes a step; resolves when it is durable. */
  write(step: Step): Promise<StepOutcome>;
  /** Leaves what steps would have written beside the files; says where. See `keepVersion` of the project. */
  keepVersion(steps: readonly Step[]): Promise<readonly string[]>;
  /** What is on the disk, after another writer stood in the way. */
  reread(texts: readonly string[]): Promise<Reread>;
  /** The hits in one transcript; `invalid`: the expression is none. */
  find(query: SearchQuery, text: string, signal: AbortSignal): Promise<HitsOutcome>;
  /** The transcripts with hits, by id. Gives up when the signal says so; what it found then is not whole. */
  findEverywhere(query: SearchQuery, signal: AbortSignal): Promise<readonly TextHits[]>;
  /**
   * The hits in all transcripts, those named in `order` first, told some at a time; the last batch says
   * so. Gives up when the signal says so.
   */
  listHits(
    query: SearchQuery,
    order: readonly string[],
    onBatch: (batch: HitsBatch) => void,
    signal: AbortSignal,
  ): Promise<void>;
  /** What can be suggested in a transcript as it was opened and is not decided by the coder on the disk. */
  suggest(text: string): Promise<SuggestAnswer>;
  /** Everybody's annotations on all transcripts. */
  passages(): Promise<PassagesAnswer>;
  /** The coder's own annotations with uncertain places: on a transcript or, where none waits there, on all. */
  doubts(text: string | null): Promise<DoubtsAnswer>;
  /** `fresh`: what was read for the preview before is read again. */
  preview(choice: DigestChoice, fresh: boolean): Promise<DigestPreview>;
  /** The recipes that the project keeps, and its coders. */
  digestDesk(): Promise<DigestDesk>;
  /** Gives the digest to the terminal's clipboard; answers with what was copied, in words. */
  copyDigest(choice: DigestChoice): Promise<string>;
  /** Gives a table as CSV to the terminal's clipboard. */
  copyTable(rows: Table): Promise<void>;
  /** Checks a digest's file against the texts. */
  verifyDigest(file: string): Promise<{ words: string; ok: boolean }>;
  saveLastDigest(choice: DigestChoice): Promise<void>;
  /** `exists`: the file is there, and `replace` was not said. */
  writeDigest(choice: DigestChoice, file: string, replace: boolean): Promise<'written' | 'exists'>;
  /** Sets a place of the user's settings file, or takes it out with `undefined`; resolves when it is durable. */
  saveSetting(place: readonly string[], value: unknown): Promise<void>;
  /** Lets the user edit paragraphs in the editor; nothing is written yet. */
  editText(place: Paragraphed): Promise<EditAnswer>;
  /** Reads a text that is to be imported and writes nothing; it is the one that `writeImport` writes. */
  planImport(words: string): Promise<ImportAnswer>;
  /** Writes the text that was read last, as it was decided. */
  writeImport(review: Review): Promise<WriteImportAnswer>;
  savePlaces(places: Readonly<Record<string, number>>): Promise<void>;
}
