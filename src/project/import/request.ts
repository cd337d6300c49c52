import type { Choice } from '../../importing/choice.ts';
import type { ImportedBlock, ImportedMeta } from '../../importing/imported.ts';
import type { OnProgress } from '../annotations.ts';
import type { AnchorCounts } from './reanchor.ts';
import type { Refused } from './sources.ts';

/** What the user asks for, besides the sources. */
export interface ImportOptions extends Choice {
  /** Checked already. */
  id?: string | undefined;
  /** What counts for more than what the source says of itself. */
  meta?: Partial<ImportedMeta> | undefined;
  /** A format's name. */
  as?: string | undefined;
  replace?: boolean | undefined;
  dryRun?: boolean | undefined;
  allowPrivate?: boolean | undefined;
}

export interface ImportRequest {
  /** Files, folders, patterns, addresses, `-`. */
  words: readonly string[];
  /** The folder that paths begin at. */
  here: string;
  stdin: () => AsyncIterable<Uint8Array>;
  /** Whose selectors are made anew where a text is replaced. */
  coder: string;
  options: ImportOptions;
}

/** One transcript that was written, or would be. */
export interface Imported {
  id: string;
  source: string;
  paragraphs: number;
  /** Blocks that were left out. */
  dropped: number;
  notes: readonly string[];
  /** What becomes of the tags on the text that it replaces; `null` where it replaces none. */
  anchors: AnchorCounts | null;
  /** Of a dry run every block, with the reason where it is left out; else none. */
  plan: readonly ImportedBlock[];
}

export interface ImportReport {
  imported: Imported[];
  present: { id: string; source: string }[];
  refused: Refused[];
  passedOver: number;
}

/** Told while the work goes on. */
export interface ImportListener {
  onProgress: OnProgress;
  /** Called before a text that has tags is replaced. */
  onAnchors: (id: string, counts: AnchorCounts) => Promise<void>;
}
