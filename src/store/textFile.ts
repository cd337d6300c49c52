import { hash } from 'node:crypto';
import { dirname } from 'node:path';
import { Fault, systemReason } from '../model/fault.ts';
import { atomicWrite } from './atomicWrite.ts';
import { keepBackup } from './backup.ts';
import type { Keeping } from './dataFile.ts';
import { withLock } from './lock.ts';
import { textPaths } from './paths.ts';
import { makeOnShelf } from './shelf.ts';

/** A transcript's file that is to be changed. */
export interface TextTarget {
  path: string;
  /** Of the bytes that the change was made for, in hexadecimal. */
  sha256: string;
}

/**
 * Puts other bytes in the place of a transcript's file, whole or not at all, under a lock and only if it
 * still holds the bytes that the change was made for; those stay as the backup. Answers `false`, and
 * writes nothing, where it holds other ones. Throws Locked and Fault; then the file is as it was.
 */
export async function changeText(
  keeping: Keeping,
  { path, sha256 }: TextTarget,
  bytes: Uint8Array,
): Promise<boolean> {
  const { annotations, files, wait } = keeping;
  const paths = textPaths(annotations, path);
  const request = { files, path: paths.lock, subject: path, wait };
  return inWords(path, async () => {
    await makeOnShelf(files, paths, dirname(paths.lock));
    return withLock(request, () => replaceText(keeping, { path, sha256 }, bytes));
  });
}

async function replaceText(
  { annotations, files }: Keeping,
  { path, sha256 }: TextTarget,
  bytes: Uint8Array,
): Promise<boolean> {
  const paths = textPaths(annotations, path);
  if (hash('sha256', await files.readFile(path)) !== sha256) return false;
  try {
    await atomicWrite(path, bytes, {
      files,
      newFileMode: 0o666,
      beforeReplace: async target => {
        const present = await files.readFile(target);
        if (hash('sha256', present) !== sha256) throw new ChangedMeanwhile(path);
        await keepBackup(files, target, paths, present);
      },
    });
    return true;
  } catch (cause) {
    if (cause instanceof ChangedMeanwhile) return false;
    throw cause;
  }
}

class ChangedMeanwhile extends Fault {}

async function inWords<T>(path: string, work: () => Promise<T>): Promise<T> {
  try {
    return await work();
  } catch (cause) {
    if (cause instanceof Fault) throw cause;
    const message = `${path} could not be written: ${systemReason(cause)}, mend that and try again; it is as it was`;
    throw new Fault(message, { file: path, cause });
  }
}
