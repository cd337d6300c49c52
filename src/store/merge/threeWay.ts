import { oneLine } from '../serialise.ts';

/** Two versions of something and what both were made from; `undefined` where there is none. */
export interface Versions<T> {
  base: T | undefined;
  ours: T | undefined;
  theirs: T | undefined;
}

export const same = (a: unknown, b: unknown): boolean =>
  a === b || (a !== undefined && b !== undefined && oneLine(a) === oneLine(b));

/** The side that alone has changed, or either if both say the same; `null` where both have changed. */
export function changedSide<T>({ base, ours, theirs }: Versions<T>): 'ours' | 'theirs' | null {
  if (same(ours, theirs) || same(base, theirs)) return 'ours';
  return same(base, ours) ? 'theirs' : null;
}

/** Entries of three lists put together by id, in the order of `ours`; new ones follow their neighbour in `theirs`. */
export function byId<T extends { id: string }>({
  base,
  ours,
  theirs,
}: Record<keyof Versions<T>, readonly T[]>): Versions<T>[] {
  const [was, mine, other] = [base, ours, theirs].map(
    list => new Map(list.map(one => [one.id, one])),
  );
  const order = ours.map(one => one.id);
  for (const [i, { id }] of theirs.entries()) {
    if (mine?.has(id)) continue;
    const before = theirs[i - 1]?.id;
    order.splice(before === undefined ? 0 : order.indexOf(before) + 1, 0, id);
  }
  return order.map(id => ({ base: was?.get(id), ours: mine?.get(id), theirs: other?.get(id) }));
}

/**
 * What becomes of an entry that is there on one side only: gone if that side has left it as it was,
 * kept if it is new or was changed, for a change must not be lost to a removal.
 */
export const keptOf = <T>({ base, ours, theirs }: Versions<T>): T | undefined => {
  const left = ours ?? theirs;
  return base !== undefined && same(base, left) ? undefined : left;
};
