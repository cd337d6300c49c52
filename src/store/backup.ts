import { basename, dirname, join } from 'node:path';
import { atomicWrite } from './atomicWrite.ts';
import { type FileSystem, unlessMissing } from './fileSystem.ts';
import { removeQuietly, syncFolder } from './newFile.ts';
import { keepOlder } from './olderBackups.ts';
import { tempName } from './owner.ts';
import type { DataPaths } from './paths.ts';
import { makeOnShelf } from './shelf.ts';

/**
 * Keeps the bytes that are about to be replaced. `bytes` are those of `target`: a second name for
 * them costs nothing, since the new file will be another one; where the file system has no hard
 * links, or the target is on another one, they are written out whole. The backup before is
 * replaced, and kept as an older one if it is of an earlier sitting. Rejects with the system's error or a Fault.
 */
export async function keepBackup(
  files: FileSystem,
  target: string,
  paths: DataPaths,
  bytes: Uint8Array,
): Promise<void> {
  const { backup } = paths;
  await keepOlder(files, target, paths);
  await makeOnShelf(files, paths, dirname(backup));
  if (await linkAs(files, target, backup)) await syncFolder(files, dirname(backup));
  else await atomicWrite(backup, bytes, { files, links: 'replace' });
}

async function linkAs(files: FileSystem, target: string, backup: string): Promise<boolean> {
  const temp = join(dirname(backup), tempName(basename(backup)));
  try {
    await files.link(target, temp);
    await files.rename(temp, backup);
    // If a crash left the backup as a name of this very file, the rename has done nothing at all.
    await unlessMissing(files.unlink(temp));
    return true;
  } catch {
    await removeQuietly(files, temp);
    return false;
  }
}
