import { dirname, join, relative } from 'node:path';
import { type FileSystem, unlessMissing } from './fileSystem.ts';
import { type DataPaths, SHELF } from './paths.ts';
import { makeOnShelf } from './shelf.ts';

/** So many older versions of a file are kept beside the last good one. */
const KEPT = 3;
/** Two changes so far apart belong to two sittings; in milliseconds. */
const PAUSE = 60 * 60 * 1000;

/**
 * Before the backup of a file is replaced: if it is what an earlier sitting ended with, it goes to
 * `older/1`, what was there to `older/2`, and so on. So a mistake that is found the next morning can be
 * taken back. Never throws: a version less that is kept is no reason to refuse a change.
 */
export async function keepOlder(
  files: FileSystem,
  target: string,
  paths: DataPaths,
): Promise<void> {
  try {
    const backup = await unlessMissing(files.stat(paths.backup));
    if (backup === null) return;
    const present = await files.stat(target);
    if (present.mtimeMs - backup.mtimeMs < PAUSE) return;
    const [first = '', ...places] = Array.from({ length: KEPT }, (_, n) => olderPath(paths, n + 1));
    for (const [n, to] of [...places.entries()].reverse())
      await moved(files, paths, n === 0 ? first : (places[n - 1] ?? first), to);
    await moved(files, paths, paths.backup, first);
  } catch {
    // The backup itself is made in any case.
  }
}

async function moved(files: FileSystem, paths: DataPaths, from: string, to: string): Promise<void> {
  if ((await unlessMissing(files.lstat(from))) === null) return;
  await makeOnShelf(files, paths, dirname(to));
  await files.rename(from, to);
}

/** Where the `n`th older version of a file is, from 1. */
export function olderPath({ annotations, backup }: DataPaths, n: number): string {
  const shelf = join(annotations, SHELF);
  return join(shelf, 'older', String(n), relative(join(shelf, 'backups'), backup));
}
