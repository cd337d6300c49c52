import { stem } from 'porter2';
import type { Range } from '../../model/annotation.ts';

/** A word of a text, where it stands (UTF-16, half-open) and what it counts as. */
export interface Word extends Range {
  /** NFC, in the case it was written in. */
  written: string;
  /** Lower case and, where the language is known, without its ending. */
  stem: string;
}

/** What words of one language count as. */
export type Stemmer = (word: string) => string;

/** Letters with their marks, digits, and apostrophes between letters ("didn't"). */
const WORD = /[\p{L}\p{M}\p{N}]+(?:['’][\p{L}\p{M}]+)*/gu;
/** Words that were asked for once need not be worked out again; a text has only so many. */
const MOST_KNOWN = 200_000;

/**
 * How words are compared in a text of the language (a BCP 47 tag or an English name; `null`: unknown,
 * taken for English): English ones by their stem (Porter2, snowballstem.org), all others as they are
 * but for case.
 */
export function stemmerFor(language: string | null): Stemmer {
  const isEnglish = language === null || /^en(?:g|glish)?(?:[-_]|$)/i.test(language.trim());
  const known = new Map<string, string>();
  return word => {
    const found = known.get(word);
    if (found !== undefined) return found;
    const folded = foldWord(word);
    const stemmed = isEnglish ? stem(folded) : folded;
    if (known.size < MOST_KNOWN) known.set(word, stemmed);
    return stemmed;
  };
}

const foldWord = (word: string) => word.normalize('NFC').toLowerCase().replaceAll('’', "'");

/** The words of a stretch of text, in order. */
export function wordsIn(text: string, { start, end }: Range, stemmer: Stemmer): Word[] {
  const words: Word[] = [];
  for (const found of text.slice(start, end).matchAll(WORD)) {
    const from = start + found.index;
    const written = found[0].normalize('NFC');
    words.push({ start: from, end: from + found[0].length, written, stem: stemmer(found[0]) });
  }
  return words;
}
