/**
 * Matching words as a reader means them: white space of any kind and length is one, quotation marks
 * of any shape are equal, composed and decomposed letters are equal. The text itself is never
 * changed: the query becomes a regular expression, so offsets are those of the text.
 */
const SINGLE = "['\u2018\u2019\u201A\u201B\u2032\u02BC`\u00B4]";
const DOUBLE = '["\u201C\u201D\u201E\u201F\u2033\u00AB\u00BB]';
const singles = new RegExp(SINGLE);
const doubles = new RegExp(DOUBLE);
const SPECIAL = /[\\^$.*+?()[\]{}|/]/g;

export interface MatchOptions {
  /** `smart`: case counts only if the query has a capital letter. */
  case: 'exact' | 'fold' | 'smart';
}

/** A global expression for the query; `null` if there is nothing to look for. Linear: it has no nested repetition. */
export function wordsPattern(query: string, options: MatchOptions): RegExp | null {
  const trimmed = query.normalize('NFC').trim();
  if (trimmed === '') return null;
  const source = trimmed
    .split(/\s+/)
    .map(word => Array.from(word, letterPattern).join(''))
    .join('\\s+');
  const folds =
    options.case === 'fold' || (options.case === 'smart' && trimmed === trimmed.toLowerCase());
  // A mark after the last letter would make it another letter.
  return new RegExp(`${source}(?!\\p{M})`, folds ? 'giu' : 'gu');
}

function letterPattern(letter: string): string {
  if (singles.test(letter)) return SINGLE;
  if (doubles.test(letter)) return DOUBLE;
  const decomposed = letter.normalize('NFD');
  if (decomposed === letter) return letter.replace(SPECIAL, '\\$&');
  return `(?:${letter}|${decomposed})`;
}

/** Every match of an expression from `wordsPattern`, in order; at most `most` of them. UTF-16 offsets, half-open. */
export function allMatches(
  text: string,
  pattern: RegExp,
  most = Number.POSITIVE_INFINITY,
): { start: number; end: number }[] {
  const matches: { start: number; end: number }[] = [];
  pattern.lastIndex = 0;
  for (let found = pattern.exec(text); found && matches.length < most; found = pattern.exec(text)) {
    matches.push({ start: found.index, end: found.index + found[0].length });
    if (found[0] === '') pattern.lastIndex++;
  }
  return matches;
}
