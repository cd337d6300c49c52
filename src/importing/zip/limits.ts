import { Refusal } from '../refusal.ts';

const MEBI = 1024 * 1024;

/**
 * What a document in a zip may unpack to. The largest books stay far below; a bomb does not. The ratio
 * is of one entry and counts from a size on, for a short entry may well be one letter repeated.
 */
export const LIMITS = {
  entries: 10_000,
  entryBytes: 256 * MEBI,
  textBytes: 64 * MEBI,
  totalBytes: 1024 * MEBI,
  ratio: 200,
  ratioFrom: MEBI,
} as const;

/** One entry as the directory of a zip describes it; sizes in bytes. */
export interface Described {
  name: string;
  packed: number;
  unpacked: number;
}

/** Throws a `Refusal` where a zip describes more than `LIMITS` allows. Nothing is unpacked for it. */
export function checkSizes(entries: readonly Described[]): void {
  let total = 0;
  for (const { name, packed, unpacked } of entries) {
    total += unpacked;
    if (unpacked > LIMITS.entryBytes) throw bomb(`'${name}' unpacks to ${megabytes(unpacked)}`);
    if (unpacked > LIMITS.ratioFrom && unpacked > packed * LIMITS.ratio) {
      throw bomb(`'${name}' unpacks to more than ${LIMITS.ratio} times its size`);
    }
  }
  if (total > LIMITS.totalBytes) throw bomb(`it unpacks to ${megabytes(total)}`);
}

/** Throws a `Refusal` where a zip says that it holds too many entries. */
export function checkCount(entries: number): void {
  if (entries > LIMITS.entries) throw bomb(`it holds ${entries} entries`);
}

const bomb = (what: string) => new Refusal(`is refused as a zip bomb: ${what}`);

const megabytes = (bytes: number) => `${Math.ceil(bytes / MEBI)} MB`;
