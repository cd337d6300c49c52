/** What bytes say, and the version of the format that they have. */
export interface KeptData<T> {
  data: T;
  version: number;
}

interface Kept {
  /** How the bytes were read: the same ones may be a page to one and nothing to another. */
  format: object;
  sha256: string;
  known: KeptData<unknown>;
}

/** Large pages are few: those that somebody works on. */
const MOST_KEPT = 4;
const kept: Kept[] = [];

/**
 * The data of a file with these very bytes, if it was read or written not long ago; nobody changes such
 * data, so it need not be parsed and checked again. `undefined` where it is not known.
 */
export function keptData<T>(format: object, sha256: string): KeptData<T> | undefined {
  const found = kept.find(one => one.sha256 === sha256 && one.format === format);
  return found?.known as KeptData<T> | undefined;
}

/** Remembers what bytes say; what was remembered first is forgotten. */
export function keepData<T>(format: object, sha256: string, known: KeptData<T>): void {
  const at = kept.findIndex(one => one.sha256 === sha256 && one.format === format);
  if (at !== -1) kept.splice(at, 1);
  kept.push({ format, sha256, known: { data: known.data, version: known.version } });
  if (kept.length > MOST_KEPT) kept.shift();
}
