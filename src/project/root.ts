import { existsSync, statSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { Fault } from '../model/fault.ts';

/** A folder with `texts/` in it is a project. */
const isProject = (folder: string): boolean => isFolder(join(folder, 'texts'));

/** Whether a path is an existing folder, links followed. */
export function isFolder(path: string): boolean {
  return statSync(path, { throwIfNoEntry: false })?.isDirectory() ?? false;
}

/**
 * The project's folder: `asked` as it is, else `here` or its nearest parent with `texts/`.
 * Throws a Fault where there is none.
 */
export function findProject(asked: string | undefined, here: string): string {
  if (asked !== undefined) return checkAsked(resolve(here, asked));
  for (let folder = resolve(here); ; folder = dirname(folder)) {
    if (isProject(folder)) return folder;
    if (dirname(folder) === folder) break;
  }
  throw new Fault(
    `${here}: no project here or above: no folder texts/. "marginalia init" makes one, -p DIR names one`,
  );
}

function checkAsked(folder: string): string {
  if (isProject(folder)) return folder;
  const what = existsSync(folder) ? 'not a project: it has no folder texts/' : 'no such folder';
  throw new Fault(`${folder}: ${what}. "marginalia init ${folder}" makes one`, { file: folder });
}
