import { readdir } from 'node:fs/promises';
import { hostname } from 'node:os';
import { basename, join, relative, sep } from 'node:path';
import { isConflictCopy, isLeftVersion, singleOf } from '../store/conflictCopies.ts';
import { realFileSystem } from '../store/fileSystem.ts';
import { readHolder } from '../store/lock.ts';
import { hasEnded, isDeadTemp } from '../store/owner.ts';
import { isSafeName, SHELF } from '../store/paths.ts';
import type { Report } from './problem.ts';

/**
 * Files that should not be there: copies that sync tools made, temporary files and locks of programs
 * that have ended. A lock of another host is named as well, for nobody can tell from here.
 */
export async function checkLeftovers(root: string, report: Report): Promise<void> {
  for (const path of await filesUnder(join(root, 'texts'))) checkName(path, report);
  const annotations = join(root, 'annotations');
  const locks = join(annotations, SHELF, 'locks');
  for (const path of await filesUnder(annotations)) {
    if (path.startsWith(locks) && path.endsWith('.lock')) await checkLock(path, report);
    else if (singleOf(relative(annotations, path)) !== null) report('conflict-copy', path, COPY);
    else checkName(path, report);
    const unsafe = relative(annotations, path)
      .split(sep)
      .find(name => !isSafeName(name));
    if (unsafe !== undefined && !unsafe.startsWith('.'))
      report(
        'unsafe-name',
        path,
        'a name with signs in it that no coder or transcript has. Rename it',
      );
  }
}

/** Links are not followed; a folder that cannot be read is named elsewhere. */
async function filesUnder(folder: string): Promise<string[]> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true }).catch(() => []);
  return entries.filter(entry => entry.isFile()).map(entry => join(entry.parentPath, entry.name));
}

const VERSION =
  'somebody’s version of what another program had changed. "marginalia check --repair" merges it';
const WORDS =
  'words of an edit that could not be written. Copy them into the text, then delete this file';

/** What is said of a copy. */
export const COPY = 'a copy that a sync tool or git made. Compare it, then delete one';

function checkName(path: string, report: Report): void {
  const name = basename(path);
  if (isDeadTemp(name))
    report('left-over', path, 'left by a program that was stopped. It may be deleted');
  else if (isLeftVersion(name))
    report('conflict-copy', path, name.endsWith('.txt') ? WORDS : VERSION);
  else if (isConflictCopy(name)) report('conflict-copy', path, COPY);
}

async function checkLock(path: string, report: Report): Promise<void> {
  const holder = await readHolder(realFileSystem, path);
  if (holder === null)
    report('stale-lock', path, 'a lock of nobody. Delete it if nobody is writing');
  else if (hasEnded(holder))
    report('stale-lock', path, 'left by a program that was stopped. The next write removes it');
  else if (holder.host !== hostname())
    report('stale-lock', path, `held by ${holder.host}. Delete it if nobody is writing there`);
}
