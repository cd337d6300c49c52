import type { Range, Selector } from '../model/annotation.ts';
import { bestMatch, sameQuotation } from './sameness.ts';

/**
 * How well a place fits a selector. The shares say how much of the quotation, and of the words before
 * and after it, stands there, from 0 to 1 (`null`: the selector has no such words); `moved` is in
 * UTF-16 units from where it stood (`null`: not known). `score` is from 0 to 1.
 */
export interface Likeness extends Range {
  score: number;
  quotation: number;
  before: number | null;
  after: number | null;
  moved: number | null;
}

/** What each of them is worth, as Hypothesis weighs them: words first, place hardly at all. */
const WEIGHTS = { quotation: 50, before: 20, after: 20, moved: 2 };
/** A quotation of fewer UTF-16 units is worth less in proportion: such words stand in many places. */
const FULL_LENGTH = 32;
/**
 * UTF-16 units of context that are compared at most, and how many more of the text are looked at. A
 * context is longer than 32 where fewer do not tell the passage apart.
 */
const CONTEXT = 160;
const SLACK = 8;
/** A passage that moved this far, in UTF-16 units, has nothing for its place. */
const FAR = 20_000;

/** How well a range fits. `stood`: where the passage began, UTF-16; `null` if nobody knows. */
export function likeness(
  text: string,
  selector: Selector,
  range: Range,
  stood: number | null,
): Likeness {
  const quotation = sameQuotation(text, range, selector.exact);
  const before = sameBefore(text, range.start, selector.prefix);
  const after = sameAfter(text, range.end, selector.suffix);
  const moved = stood === null ? null : range.start - stood;
  const near = moved === null ? null : 1 - Math.min(1, Math.abs(moved) / FAR);
  const length = Math.min(1, selector.exact.length / FULL_LENGTH);
  const score = weighed([
    [quotation, WEIGHTS.quotation * length],
    [before, WEIGHTS.before],
    [after, WEIGHTS.after],
    [near, WEIGHTS.moved],
  ]);
  return { ...range, score, quotation, before, after, moved };
}

function weighed(parts: readonly (readonly [share: number | null, weight: number])[]): number {
  let sum = 0;
  let weights = 0;
  for (const [share, weight] of parts) {
    if (share === null) continue;
    sum += share * weight;
    weights += weight;
  }
  return weights === 0 ? 0 : sum / weights;
}

function sameBefore(text: string, start: number, prefix: string): number | null {
  const words = prefix.slice(-CONTEXT);
  if (words === '') return null;
  const around = { start: start - words.length - SLACK, end: start };
  const match = bestMatch(text, around, words, start - words.length);
  return match ? without(words, match.errors + start - match.end) : 0;
}

function sameAfter(text: string, end: number, suffix: string): number | null {
  const words = suffix.slice(0, CONTEXT);
  if (words === '') return null;
  const match = bestMatch(text, { start: end, end: end + words.length + SLACK }, words, end);
  return match ? without(words, match.errors + match.start - end) : 0;
}

/** The share of words that is left with so many letters wrong, or between them and the passage. */
const without = (words: string, wrong: number): number => Math.max(0, 1 - wrong / words.length);
