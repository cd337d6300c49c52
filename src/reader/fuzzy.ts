import { Fzf } from 'fzf';

/** A row that fits what is typed. `matched` are UTF-16 offsets into its words. */
export interface Fuzzy<T> {
  item: T;
  matched: ReadonlySet<number>;
}

interface Entry {
  item: unknown;
  words: string;
}

const NONE: ReadonlySet<number> = new Set();
const known = new WeakMap<readonly unknown[], Fzf<readonly Entry[]>>();

/**
 * The items whose words hold the letters that are typed, in their order, best first; all of them as
 * they stand while nothing is typed. For one list the words are prepared once.
 */
export function fuzzyFind<T>(
  items: readonly T[],
  wordsOf: (item: T) => string,
  typed: string,
): readonly Fuzzy<T>[] {
  const query = typed.trim().replace(/\s+/g, ' ');
  if (query === '') return items.map(item => ({ item, matched: NONE }));
  const finder = known.get(items) ?? finderFor(items.map(item => ({ item, words: wordsOf(item) })));
  known.set(items, finder);
  return finder
    .find(query)
    .map(({ item, positions }) => ({ item: item.item as T, matched: positions }));
}

const finderFor = (entries: readonly Entry[]): Fzf<readonly Entry[]> =>
  new Fzf(entries, { selector: ({ words }) => words, casing: 'case-insensitive' });
