/**
 * What `work` makes of each item, in the order of the items, with so many of them under way at once.
 * No further item is begun while the answers wait to be taken.
 */
export async function* inOrder<T, U>(
  items: readonly T[],
  atOnce: number,
  work: (item: T) => Promise<U>,
): AsyncGenerator<U> {
  const underWay: Promise<U>[] = [];
  let next = 0;
  while (underWay.length > 0 || next < items.length) {
    while (next < items.length && underWay.length < atOnce) {
      const item = items[next++] as T;
      underWay.push(work(item));
    }
    const first = underWay.shift();
    if (first) yield await first;
  }
}
