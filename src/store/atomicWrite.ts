import { basename, dirname, join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { Fault, systemReason } from '../model/fault.ts';
import { codeOf, type FileSystem, realFileSystem, unlessMissing } from './fileSystem.ts';
import { makeFolder, removeQuietly, syncFolder, writeNewFile } from './newFile.ts';
import { tempName } from './owner.ts';

export interface AtomicWriteOptions {
  files?: FileSystem;
  /** What a symbolic link at the path means: write its target, be replaced, or be refused. */
  links?: 'follow' | 'replace' | 'refuse';
  /** Permission bits of a file that is new (0600 unless told); one that is there keeps its own. */
  newFileMode?: number;
  /** Called when the new bytes are whole on the disk but not in place yet; rejecting calls it all off. */
  beforeReplace?: (target: string) => Promise<void>;
}

/**
 * Replaces a file as a whole: whatever happens, kill or power cut included, afterwards there are the
 * old bytes or the new ones, and once it resolves the new ones are on the disk. On failure the old
 * file is untouched and no temporary file stays (one of a killed process is found by `sweep`).
 * The folder must be there. Throws a Fault in words.
 */
export async function atomicWrite(
  path: string,
  bytes: Uint8Array,
  options: AtomicWriteOptions = {},
): Promise<void> {
  const { files = realFileSystem, links = 'follow', newFileMode = 0o600, beforeReplace } = options;
  let target = path;
  try {
    target = await writtenPath(files, path, links);
    const mode = await modeOf(files, target);
    const temp = join(dirname(target), tempName(basename(target)));
    const file = { bytes, mode: mode ?? newFileMode, exactMode: mode, durable: true };
    await writeNewFile(files, temp, file);
    await putInPlace(files, temp, target, beforeReplace);
  } catch (cause) {
    throw faultOf(path, cause, 'could not be written', 'it is as it was');
  }
  await confirm(files, path, dirname(target));
}

/**
 * Writes a file that the user asked for, a digest for instance: atomically, with the permissions that
 * any new file gets, making the folder if it is missing, and never through a symbolic link. Text is
 * written as UTF-8. Throws a Fault in words.
 */
export async function exportFile(
  path: string,
  content: string | Uint8Array,
  files: FileSystem = realFileSystem,
): Promise<void> {
  const bytes = typeof content === 'string' ? new TextEncoder().encode(content) : content;
  try {
    await makeFolder(files, dirname(path));
  } catch (cause) {
    throw faultOf(path, cause, 'could not be written', 'or give another place');
  }
  await atomicWrite(path, bytes, { files, links: 'refuse', newFileMode: 0o666 });
}

/**
 * Removes a file, and the link if it is one, for good. `beforeRemove` as in `atomicWrite`. A file
 * that is not there is no fault. Throws a Fault in words.
 */
export async function removeFile(
  path: string,
  files: FileSystem,
  beforeRemove: (target: string) => Promise<void>,
): Promise<void> {
  let target = path;
  try {
    target = (await unlessMissing(files.realpath(path))) ?? path;
    await beforeRemove(target);
    await unlessMissing(files.unlink(target));
    if (target !== path) await unlessMissing(files.unlink(path));
  } catch (cause) {
    throw faultOf(path, cause, 'could not be removed', 'it is still there');
  }
  await confirm(files, path, dirname(target));
}

/** Where the bytes go. Links in the folders above are followed in any case. */
async function writtenPath(
  files: FileSystem,
  path: string,
  links: 'follow' | 'replace' | 'refuse',
): Promise<string> {
  const beside = join(await files.realpath(dirname(path)), basename(path));
  const status = await unlessMissing(files.lstat(path));
  if (!status?.isSymbolicLink()) return beside;
  if (links === 'replace') return beside;
  if (links === 'refuse') {
    throw new Fault(`${path} is a link: nothing was written; name the file itself`, { file: path });
  }
  const target = await unlessMissing(files.realpath(path));
  if (target !== null) return target;
  throw new Fault(`${path} is a link to nothing: nothing was written; remove the link`, {
    file: path,
  });
}

/** The permission bits of the file that stands there; `null` if none does. */
async function modeOf(files: FileSystem, target: string): Promise<number | null> {
  const status = await unlessMissing(files.lstat(target));
  if (status === null || status.isSymbolicLink()) return null;
  if (status.isFile()) return status.mode & 0o7777;
  throw new Fault(`${target} is not a file: nothing was written; give another name`, {
    file: target,
  });
}

async function putInPlace(
  files: FileSystem,
  temp: string,
  target: string,
  beforeReplace: AtomicWriteOptions['beforeReplace'],
): Promise<void> {
  try {
    await beforeReplace?.(target);
    await renameOver(files, temp, target);
  } catch (cause) {
    await removeQuietly(files, temp);
    throw cause;
  }
}

/** On Windows a virus scanner or an indexer holds a file for a moment: so often, so many ms apart. */
const RENAME_TRIES = 10;
const RENAME_PAUSE = 50;
const HELD_FOR_A_MOMENT = new Set(['EPERM', 'EACCES', 'EBUSY']);

async function renameOver(files: FileSystem, from: string, to: string): Promise<void> {
  for (let tries = 1; ; tries++) {
    try {
      return await files.rename(from, to);
    } catch (cause) {
      const mayPass = files.platform === 'win32' && HELD_FOR_A_MOMENT.has(codeOf(cause));
      if (!mayPass || tries === RENAME_TRIES) throw cause;
      await delay(RENAME_PAUSE);
    }
  }
}

/** The change is in place; without this it might be undone by a power cut, so it is not yet 'saved'. */
async function confirm(files: FileSystem, path: string, folder: string): Promise<void> {
  try {
    await syncFolder(files, folder);
  } catch (cause) {
    throw faultOf(
      path,
      cause,
      'was changed, but the disk did not confirm it',
      'a power cut now could undo it',
    );
  }
}

function faultOf(path: string, cause: unknown, what: string, then: string): Fault {
  if (cause instanceof Fault) return cause;
  const reason = `${systemReason(cause)}, mend that and try again`;
  return new Fault(`${path} ${what}: ${reason}; ${then}`, { file: path, cause });
}
