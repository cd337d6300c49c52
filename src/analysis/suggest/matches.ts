import type { Range } from '../../model/annotation.ts';
import { type CompiledPatterns, isClosedGap, type WordsPattern } from './patterns.ts';
import type { Stemmer, Word } from './words.ts';

/** A place where a pattern of a theme stands. Offsets are UTF-16, half-open. */
export interface Match extends Range {
  /** The theme's place in the list that was asked for. */
  theme: number;
  pattern: string;
  /** How much it says: a phrase more than a word. */
  weight: number;
}

interface Entry {
  theme: number;
  pattern: WordsPattern;
  /** Two words of the pattern written as one: `backdoor` for `back door`. */
  joined: boolean;
}

/** The patterns of several themes, by the stem of their first words: a text's words are looked at once. */
export interface Matcher {
  byFirst: ReadonlyMap<string, readonly Entry[]>;
  expressions: readonly {
    theme: number;
    pattern: string;
    find: CompiledPatterns['expressions'][number]['find'];
  }[];
}

const EXPRESSION_WEIGHT = 1.5;
/** For one word, two, three, and more. */
const WEIGHTS = [1, 1.6, 2, 2.3];

const weightOf = (words: number): number => WEIGHTS[Math.min(words, WEIGHTS.length) - 1] ?? 1;

/** Makes the patterns of themes ready to be looked for together. */
export function matcherOf(themes: readonly CompiledPatterns[], stemmer: Stemmer): Matcher {
  const byFirst = new Map<string, Entry[]>();
  const put = (key: string, entry: Entry) => {
    const entries = byFirst.get(key);
    if (entries) entries.push(entry);
    else byFirst.set(key, [entry]);
  };
  for (const [theme, { words }] of themes.entries()) {
    for (const pattern of words) {
      const [first, second, third] = pattern.words;
      if (first) put(first.stem, { theme, pattern, joined: false });
      if (!first || !second || third || pattern.exact) continue;
      put(stemmer(first.written + second.written), { theme, pattern, joined: true });
    }
  }
  const expressions = themes.flatMap((one, theme) =>
    one.expressions.map(({ pattern, find }) => ({ theme, pattern, find })),
  );
  return { byFirst, expressions };
}

/**
 * Where patterns stand in a stretch of text, whose words are given, in text order. Of matches of one
 * theme that overlap the first and longest counts.
 */
export function matchesIn(
  matcher: Matcher,
  text: string,
  stretch: Range,
  words: readonly Word[],
): Match[] {
  const found: Match[] = [];
  for (const [i, word] of words.entries()) {
    for (const { theme, pattern, joined } of matcher.byFirst.get(word.stem) ?? []) {
      const last = joined ? word : lastWord(text, words, i, pattern);
      if (!last) continue;
      const weight = weightOf(pattern.words.length);
      found.push({ theme, pattern: pattern.pattern, start: word.start, end: last.end, weight });
    }
  }
  const part = matcher.expressions.length > 0 ? text.slice(stretch.start, stretch.end) : '';
  for (const { theme, pattern, find } of matcher.expressions)
    for (const { start, end } of find(part))
      found.push({
        theme,
        pattern,
        start: stretch.start + start,
        end: stretch.start + end,
        weight: EXPRESSION_WEIGHT,
      });
  return withoutOverlaps(found);
}

/** The last word of a phrase that begins with the word at `i`; `undefined` where it does not stand there. */
function lastWord(
  text: string,
  words: readonly Word[],
  i: number,
  { words: wanted, exact, loose }: WordsPattern,
): Word | undefined {
  for (const [k, want] of wanted.entries()) {
    const word = words[i + k];
    if (!word || (exact ? word.written !== want.written : word.stem !== want.stem))
      return undefined;
    const before = words[i + k - 1];
    if (k === 0 || loose || !before) continue;
    if (!isClosedGap(text.slice(before.end, word.start))) return undefined;
  }
  return words[i + wanted.length - 1];
}

function withoutOverlaps(found: Match[]): Match[] {
  found.sort((a, b) => a.start - b.start || b.end - a.end || b.weight - a.weight);
  const reached: number[] = [];
  return found.filter(match => {
    if (match.start < (reached[match.theme] ?? -1)) return false;
    reached[match.theme] = match.end;
    return true;
  });
}
