/** What is looked for: words as a reader means them, or a regular expression. */
export interface SearchQuery {
  words: string;
  regex: boolean;
}

const SLASHED = /^\/(?<expression>.+)\/$/s;

/**
 * The query that was typed; `null` where there is nothing to look for. `/…/` is an expression, and
 * with `regex` everything is. The white space around words says nothing; in an expression it does.
 */
export function readQuery(typed: string, regex: boolean): SearchQuery | null {
  const slashed = SLASHED.exec(typed.trim())?.groups?.expression;
  if (slashed !== undefined) return { words: slashed, regex: true };
  const words = regex ? typed : typed.trim();
  return words.trim() === '' ? null : { words, regex };
}

export const sameQuery = (a: SearchQuery, b: SearchQuery): boolean =>
  a.words === b.words && a.regex === b.regex;

/** The query as it would be typed again. */
export const queryWords = ({ words, regex }: SearchQuery): string => (regex ? `/${words}/` : words);
