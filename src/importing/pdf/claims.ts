/** The claims that were made so far: one number, in memory that two threads see. */
export type Claims = SharedArrayBuffer;

export const newClaims = (): Claims => new SharedArrayBuffer(Int32Array.BYTES_PER_ELEMENT);

/**
 * The pages of a file, from 0, that whoever asks may read next: one reads from the front, another from
 * the back, and both stop where they meet.
 */
export function* claimedPages(claims: Claims, count: number, from: 'front' | 'back') {
  const made = new Int32Array(claims);
  for (let own = 0; Atomics.add(made, 0, 1) < count; own++)
    yield from === 'front' ? own : count - 1 - own;
}

/** Help with a large PDF that another thread is asked for; it answers with the pages that it read, or with `null` where it cannot. */
export interface HelpJob {
  laterPagesOf: Uint8Array;
  claims: Claims;
}
