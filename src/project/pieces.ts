/** A stretch of work that a key must not wait for: milliseconds, of the 16 of a frame. */
const AT_ONCE = 5;

/**
 * `items.map(work)`, in stretches: in between others have their turn, so that keys are heard and frames
 * drawn. What `work` throws is thrown.
 */
export async function inPieces<T, U>(items: readonly T[], work: (item: T) => U): Promise<U[]> {
  const done: U[] = [];
  let since = performance.now();
  for (const item of items) {
    done.push(work(item));
    if (performance.now() - since < AT_ONCE) continue;
    await new Promise(resolve => setImmediate(resolve));
    since = performance.now();
  }
  return done;
}
