import { contextOf } from '../analysis/concordance.ts';
import type { Range } from '../model/annotation.ts';
import type { Searched } from '../model/hits.ts';

/** A hit with the words around it, as they stand in the text. */
export interface HitInContext {
  /** Index of the paragraph that it begins in, from 0. */
  paragraph: number;
  before: string;
  match: string;
  after: string;
}

/** A hit's keyword in context: at most `words` words on each side, of the paragraphs that it is in. */
export function inContext({ text, paragraphs }: Searched, hit: Range, words: number): HitInContext {
  const paragraph = paragraphs.indexAt(hit.start);
  const last = paragraphs.indexAt(hit.end - 1);
  const bounds = { start: paragraphs.startOf(paragraph), end: paragraphs.endOf(last) };
  const { before, after } = contextOf(text, hit, bounds, words);
  return { paragraph, before, match: text.slice(hit.start, hit.end), after };
}
