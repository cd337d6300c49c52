import type { Range } from './annotation.ts';

/** What speaks for a suggestion. */
export type Because =
  /** A pattern of the theme stands in the passage, `count` times; `words` is how the text has it first. */
  | { kind: 'pattern'; pattern: string; words: string; count: number }
  /** Another one stands near it: `away` sentences after the passage, before it where negative. */
  | { kind: 'near'; pattern: string; words: string; away: number };

/** A passage that matches a theme's patterns and waits for a decision. Offsets are UTF-16, half-open. */
export interface Suggestion extends Range {
  /** The theme's id. */
  theme: string;
  /** How many sentences it holds. */
  sentences: number;
  /** What it weighs; more is better. Comparable within a project, without a unit. */
  score: number;
  because: Because[];
  /** Words of the theme's exclusion notes that stand in the passage. */
  against: string[];
}

/** A pattern that says nothing that can be looked for. */
export interface PatternProblem {
  /** The theme's name. */
  theme: string;
  pattern: string;
  /** What is wrong with it, in words. */
  reason: string;
}
