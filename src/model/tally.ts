/** What annotations are counted by. A month is that of the transcript. */
export const GROUPINGS = ['theme', 'text', 'speaker', 'coder', 'month'] as const;
export type Grouping = (typeof GROUPINGS)[number];

/** What is counted for one theme, transcript, speaker, coder or month. */
export interface Tally {
  /** An id, a name or a month; `null`: nobody is named, or there is no date. */
  group: string | null;
  annotations: number;
  /** Different bounds: where coders or themes are on the same words those are one passage. */
  passages: number;
  /** Annotations that mark a key quotation. */
  keys: number;
  /** Transcripts with any of them. */
  texts: number;
  /** Words with any of them on a part of it, each word once. */
  words: number;
  /** Words that could be: those of the transcript, the speaker or the month; by theme and coder all. */
  of: number;
  /** Annotations whose place is not certain: they are in no other number. By speaker always 0. */
  uncertain: number;
}
