import type { Doubt } from '../model/doubt.ts';

/** Annotations whose places are not certain, one after the other. What is worked out from it is in `repairs.ts`. */
export interface RepairLayer {
  kind: 'repair';
  /** The transcript whose annotations they are; `null`: all of them. */
  text: string | null;
  /** Number of the reading that is waited for; answers to earlier ones are dropped. */
  request: number;
  /** What is kept on purpose last; `null` while they are read. */
  found: readonly Doubt[] | null;
  cursor: number;
  /** Index of the first candidate that is shown. */
  from: number;
  decisions: readonly RepairDecision[];
  /** What is to be done when the transcript of the one at hand is open. */
  opening: 'place' | 'look' | null;
  /** The page that it was opened from. */
  page: 'library' | 'reading';
}

/** What one step settled; it holds as long as the step is not undone. */
export interface RepairDecision {
  /** The step's number in the history. */
  step: number;
  /** The annotation's id. */
  id: string;
  kind: 'placed' | 'removed' | 'kept' | 'open';
}
