import { RE2JS } from 're2js';
import type { Theme } from '../../model/codebook.ts';
import { wordsPattern } from '../../model/matching.ts';
import type { PatternProblem } from '../../model/suggestion.ts';
import { type Stemmer, type Word, wordsIn } from './words.ts';

/** A pattern made of words: they stand in the text one after another. */
export interface WordsPattern {
  pattern: string;
  words: readonly Word[];
  /** In double quotation marks: as they are written, endings and case included. */
  exact: boolean;
  /** Whether more than spaces, hyphens and quotation marks may stand between them: the pattern has more itself. */
  loose: boolean;
}

/** Gives the matches of an expression in a string, in order: UTF-16 offsets, half-open. */
type Find = (text: string) => Generator<{ start: number; end: number }>;

export interface ExpressionPattern {
  pattern: string;
  find: Find;
}

/** A theme's patterns, ready to be looked for in texts of one language. */
export interface CompiledPatterns {
  words: WordsPattern[];
  expressions: ExpressionPattern[];
}

/** Scripts that put no spaces between words: what stands in a pattern is looked for as it is. */
const WITHOUT_SPACES =
  /[\p{scx=Han}\p{scx=Hira}\p{scx=Kana}\p{scx=Thai}\p{scx=Lao}\p{scx=Khmr}\p{scx=Mymr}]/u;
const EXPRESSION = /^\/(?<source>.+)\/(?<flags>[a-z]*)$/su;
const QUOTED = /^["“](?<inside>.+)["”]$/su;
const CLOSED_GAP = /^[\s\p{Pd}\p{Pi}\p{Pf}"'’]*$/u;

/**
 * Compiles what a theme looks for. A pattern is words (`state threat`), words exactly as they are
 * (`"Prevent"`), or a regular expression in RE2's syntax, in whose case counts unless `i` follows it
 * (`/Kremlin(-backed)?/i`). What cannot be read is returned as a problem; the rest still works.
 */
export function compilePatterns(
  theme: Pick<Theme, 'name' | 'patterns'>,
  stemmer: Stemmer,
): { compiled: CompiledPatterns; problems: PatternProblem[] } {
  const compiled: CompiledPatterns = { words: [], expressions: [] };
  const problems: PatternProblem[] = [];
  for (const pattern of new Set(theme.patterns.map(one => one.trim()))) {
    if (pattern === '') continue;
    const reason = addPattern(compiled, pattern, stemmer);
    if (reason !== null) problems.push({ theme: theme.name, pattern, reason });
  }
  return { compiled, problems };
}

/** Why an expression among patterns cannot be read; `null` where it can, and for words. */
export function unreadablePattern(pattern: string): string | null {
  const expression = EXPRESSION.exec(pattern.trim())?.groups;
  return expression ? addExpression({ words: [], expressions: [] }, pattern, expression) : null;
}

/** Adds one pattern; returns why it cannot be. */
function addPattern(into: CompiledPatterns, pattern: string, stemmer: Stemmer): string | null {
  const expression = EXPRESSION.exec(pattern)?.groups;
  if (expression) return addExpression(into, pattern, expression);
  if (WITHOUT_SPACES.test(pattern)) return addPlain(into, pattern);
  const inside = QUOTED.exec(pattern)?.groups?.inside;
  const source = inside ?? pattern;
  const words = wordsIn(source, { start: 0, end: source.length }, stemmer);
  if (words.length === 0) return 'there is no word in it';
  const gaps = words.slice(1).map((word, i) => source.slice(words[i]?.end, word.start));
  const loose = gaps.some(gap => !CLOSED_GAP.test(gap));
  into.words.push({ pattern, words, exact: inside !== undefined, loose });
  return null;
}

function addExpression(
  into: CompiledPatterns,
  pattern: string,
  { source = '', flags = '' }: Record<string, string>,
): string | null {
  if (/[^i]/.test(flags)) return `${flags}: only i may follow the last /`;
  try {
    const expression = RE2JS.compile(source, flags === '' ? 0 : RE2JS.CASE_INSENSITIVE);
    into.expressions.push({ pattern, find: finder(expression) });
    return null;
  } catch (cause) {
    const message = cause instanceof Error ? cause.message : String(cause);
    return message.replace(/^error parsing regexp: /, '').replace(/\s+/g, ' ');
  }
}

const finder = (expression: RE2JS): Find =>
  function* find(text) {
    const matcher = expression.matcher(text);
    while (matcher.find())
      if (matcher.end() > matcher.start()) yield { start: matcher.start(), end: matcher.end() };
  };

function addPlain(into: CompiledPatterns, pattern: string): string | null {
  const expression = wordsPattern(pattern, { case: 'fold' });
  if (expression === null) return 'there is no word in it';
  into.expressions.push({
    pattern,
    *find(text) {
      for (const found of text.matchAll(expression))
        yield { start: found.index, end: found.index + found[0].length };
    },
  });
  return null;
}

/** Whether a gap between two words of a text is none to a phrase. */
export const isClosedGap = (gap: string): boolean => CLOSED_GAP.test(gap);
