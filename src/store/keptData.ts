/** What bytes say, and the version of the format that they have. */
export interface KeptData<T> {
  data: T;
  version: number;
}

interface Kept {
  /** How the bytes were read: the same ones may be a page to one and nothing to another. */
  format: object;
  bytes: Uint8Array;
  known: KeptData<unknown>;
}

/** Large pages are few: those that somebody works on. */
const MOST_KEPT = 4;
const kept: Kept[] = [];

/**
 * The data of a file with these very bytes, if it was read or written not long ago; nobody changes such
 * data, so it need not be parsed and checked again. `undefined` where it is not known.
 */
export function keptData<T>(format: object, bytes: Uint8Array): KeptData<T> | undefined {
  const found = kept[placeOf(format, bytes)];
  return found?.known as KeptData<T> | undefined;
}

/** Remembers what bytes say; what was remembered first is forgotten. */
export function keepData<T>(format: object, bytes: Uint8Array, known: KeptData<T>): void {
  const at = placeOf(format, bytes);
  if (at !== -1) kept.splice(at, 1);
  kept.push({ format, bytes, known: { data: known.data, version: known.version } });
  if (kept.length > MOST_KEPT) kept.shift();
}

/** Bytes of another length are other bytes, and the rest are compared: no hash is as quick. */
const placeOf = (format: object, bytes: Uint8Array): number =>
  kept.findIndex(
    one =>
      one.format === format &&
      one.bytes.length === bytes.length &&
      Buffer.compare(one.bytes, bytes) === 0,
  );
