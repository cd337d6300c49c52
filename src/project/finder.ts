import { UsageFault } from '../model/fault.ts';
import { type Finder, wordsFinder } from '../model/hits.ts';
import type { SearchQuery } from '../model/searchQuery.ts';

/** A finder, or why the query is none, in few words. */
export type Found = { kind: 'finder'; find: Finder } | { kind: 'invalid'; reason: string };

/** The finder for a query. The engine of expressions is loaded when one comes. */
export async function finderFor({ words, regex }: SearchQuery): Promise<Found> {
  if (regex) {
    const { compileExpression } = await import('../model/expression.ts');
    return compileExpression(words);
  }
  const find = wordsFinder(words);
  return find ? { kind: 'finder', find } : { kind: 'invalid', reason: 'nothing to look for' };
}

/** The same for a command. Throws a UsageFault where the query is none. */
export async function finderOrFault(query: SearchQuery): Promise<Finder> {
  const found = await finderFor(query);
  if (found.kind === 'finder') return found.find;
  if (!query.regex) throw new UsageFault('search: nothing to look for. Give a word or more');
  throw new UsageFault(
    `${query.words}: not a regular expression (${found.reason}). Mend it, or search without --regex`,
  );
}
