import { hash } from 'node:crypto';
import { dirname } from 'node:path';
import { Low } from 'lowdb';
import { Fault, systemReason } from '../model/fault.ts';
import { atomicWrite } from './atomicWrite.ts';
import { keepBackup } from './backup.ts';
import { codeOf, type FileSystem, unlessMissing } from './fileSystem.ts';
import { ChangedSinceRead, type FileFormat, JsonFile } from './jsonFile.ts';
import { withLock } from './lock.ts';
import type { DataPaths } from './paths.ts';
import { makeOnShelf } from './shelf.ts';

/** The folder that the store keeps, and how it does so. */
export interface Keeping {
  annotations: string;
  files: FileSystem;
  /** How long a writer waits for another, in milliseconds. */
  wait: number;
  /** The files that were found to be of a newer version, by path: why each may only be read. */
  newer: Map<string, string>;
}

/** The data of a file, or `null` if there is none. Throws BrokenFile and Fault as `JsonFile.read`. */
export async function readData<T>(
  { files, newer }: Keeping,
  paths: DataPaths,
  format: FileFormat<T>,
): Promise<T | null> {
  const file = new JsonFile(paths, format, files);
  const data = await file.read();
  if (file.readOnly) newer.set(paths.path, file.readOnly);
  else newer.delete(paths.path);
  return data;
}

/** Programs that do not know our lock may get in between: so often the change is made again. */
const MOST_TRIES = 5;

/** Told of a file that was really written: its bytes before and after; `null` where there was, or is, none. */
export type OnWritten = (before: Uint8Array | null, after: Uint8Array | null) => void;

/**
 * Changes a data file: takes the lock, reads what is there, applies the change to that, writes.
 * `change` gets the data (`empty` and `exists: false` if there is no file) and returns what is to be
 * there, or the very same object if nothing is to be written; it may be called several times.
 * Returns what stands on the disk then. Throws Locked, BrokenFile and Fault.
 */
export async function changeData<T>(
  keeping: Keeping,
  file: { paths: DataPaths; format: FileFormat<T>; empty: T },
  change: (data: T, exists: boolean) => T,
  onWritten: OnWritten = () => {},
): Promise<T> {
  const { files, wait } = keeping;
  const { paths, format, empty } = file;
  const request = { files, path: paths.lock, subject: paths.path, wait };
  return inWords(paths, async () => {
    await makeOnShelf(files, paths, dirname(paths.lock));
    return withLock(request, async () => {
      for (let tries = 1; ; tries++) {
        try {
          return await changeOnce(new JsonFile(paths, format, files), empty, change, onWritten);
        } catch (cause) {
          if (!(cause instanceof ChangedSinceRead) || tries === MOST_TRIES) throw cause;
        }
      }
    });
  });
}

/**
 * Puts other bytes in the place of a data file whose bytes have the hash `replaced`; `false`, and nothing
 * is written, where they have another one. What stood there is the backup then. Throws Locked and Fault.
 */
export async function putBack(
  { files, wait }: Keeping,
  paths: DataPaths,
  bytes: Uint8Array,
  replaced: string,
): Promise<boolean> {
  const request = { files, path: paths.lock, subject: paths.path, wait };
  return inWords(paths, async () => {
    await makeOnShelf(files, paths, dirname(paths.lock));
    return withLock(request, async () => {
      const present = await unlessMissing(files.readFile(paths.path));
      if (present === null || hash('sha256', present) !== replaced) return false;
      const beforeReplace = (target: string) => keepBackup(files, target, paths, present);
      await atomicWrite(paths.path, bytes, { files, beforeReplace });
      return true;
    });
  });
}

async function changeOnce<T>(
  adapter: JsonFile<T>,
  empty: T,
  change: (data: T, exists: boolean) => T,
  onWritten: OnWritten,
): Promise<T> {
  const db = new Low(adapter, empty);
  await db.read();
  const changed = change(db.data, adapter.bytes !== null);
  if (changed === db.data) return changed;
  db.data = changed;
  const before = adapter.bytes;
  await db.write();
  onWritten(before, adapter.bytes);
  return changed;
}

/** Puts those errors into words that nobody has put into words yet. */
async function inWords<T>({ path }: DataPaths, work: () => Promise<T>): Promise<T> {
  try {
    return await work();
  } catch (cause) {
    const reason = reasonOf(cause);
    if (reason === null) throw cause;
    const message = `${path} could not be written: ${reason}; it is as it was`;
    throw new Fault(message, { file: path, cause });
  }
}

/** What the system, or the limits of JSON, had against it; `null` for an error of another kind. */
function reasonOf(cause: unknown): string | null {
  if (cause instanceof RangeError && cause.message.includes('call stack')) {
    return 'something in it is nested too deeply, take that out';
  }
  if (cause instanceof Fault || codeOf(cause) === '') return null;
  return `${systemReason(cause)}, mend that and try again`;
}
