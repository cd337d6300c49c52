import { join } from 'node:path';
import { isConflictCopy } from './conflictCopies.ts';
import type { Keeping } from './dataFile.ts';
import { type Entry, realFileSystem } from './fileSystem.ts';
import { clearLeftOverLock, type Holder, readHolder } from './lock.ts';
import { removeQuietly } from './newFile.ts';
import { isDeadTemp } from './owner.ts';
import { SHELF } from './paths.ts';

/** What lay about in `annotations/`. All paths begin with the folder as it was given. */
export interface Swept {
  /** Temporary files and locks of processes of this host that have ended: they are gone now. */
  removed: string[];
  /** Copies that sync tools made of files that changed in two places: they are for people to settle. */
  conflictCopies: string[];
  /** Locks that are left: somebody writes just now, or another host's program did and ended. */
  locks: { file: string; holder: Holder | null }[];
}

/** Folders below `annotations/` are two deep, those on our shelf three. */
const DEEPEST = 4;

/** Cleans up after killed processes. Links are not followed. Never throws: what cannot be read is passed over. */
export async function sweep(keeping: Keeping): Promise<Swept> {
  const swept: Swept = { removed: [], conflictCopies: [], locks: [] };
  await sweepFolder(keeping, keeping.annotations, DEEPEST, swept);
  return swept;
}

/**
 * Removes the temporary files in one folder outside `annotations/` whose processes of this host have
 * ended. Never throws.
 */
export async function sweepTemps(folder: string, files = realFileSystem): Promise<void> {
  const entries = await files.readdir(folder).catch((): Entry[] => []);
  for (const entry of entries)
    if (entry.isFile() && isDeadTemp(entry.name))
      await removeQuietly(files, join(folder, entry.name));
}

async function sweepFolder(
  keeping: Keeping,
  folder: string,
  depth: number,
  swept: Swept,
): Promise<void> {
  const entries = await keeping.files.readdir(folder).catch((): Entry[] => []);
  const byName = entries.toSorted((a, b) => (a.name < b.name ? -1 : 1));
  for (const entry of byName) {
    const path = join(folder, entry.name);
    if (entry.isFile()) await sweepFile(keeping, path, entry.name, swept);
    else if (entry.isDirectory() && depth > 1) await sweepFolder(keeping, path, depth - 1, swept);
  }
}

async function sweepFile(
  { annotations, files }: Keeping,
  path: string,
  name: string,
  swept: Swept,
): Promise<void> {
  const isLock = path.startsWith(join(annotations, SHELF, 'locks')) && !name.endsWith('.tmp');
  if (isDeadTemp(name)) {
    await removeQuietly(files, path);
    swept.removed.push(path);
  } else if (isLock) {
    if (await clearLeftOverLock(files, path)) swept.removed.push(path);
    else swept.locks.push({ file: path, holder: await readHolder(files, path) });
  } else if (isConflictCopy(name) && !path.startsWith(join(annotations, SHELF))) {
    swept.conflictCopies.push(path);
  }
}
