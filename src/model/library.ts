import { compareText } from './annotation.ts';
import type { Fault } from './fault.ts';

/** One transcript as the library and `texts` list it. */
export interface TextSummary {
  id: string;
  file: string;
  title: string;
  speaker: string | null;
  date: string | null;
  source: string | null;
  paragraphs: number;
  /** As `wc -w` counts them; `null` where nobody asked. */
  words: number | null;
  annotations: number;
  /** Share of the paragraphs with a theme on them, 0 to 1. */
  tagged: number;
  /** Annotations by theme id as stored: whoever shows them follows the merges. */
  byTheme: Record<string, number>;
  toRepair: number;
  /** Why not all of its annotations could be read; absent where they were. */
  unread?: string;
}

/** A file in `texts/` that could not be read. */
export interface Unreadable {
  id: string;
  file: string;
  fault: Fault;
}

export interface Library {
  texts: TextSummary[];
  unreadable: Unreadable[];
  /** Names that clash, annotation files and a codebook that could not be read: the texts are listed all the same. */
  faults: Fault[];
}

/** By date, undated ones last, then by title: the order in which a story is read. */
export function byDate(a: TextSummary, b: TextSummary): number {
  return (
    compareText(a.date ?? '\uFFFF', b.date ?? '\uFFFF') ||
    compareText(a.title, b.title) ||
    compareText(a.id, b.id)
  );
}
