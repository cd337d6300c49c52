import { realpath } from 'node:fs/promises';
import { basename, dirname, join, resolve, sep } from 'node:path';
import { Fault } from '../model/fault.ts';
import type { Project } from './project.ts';

/** The folders in which nothing is put that is no transcript and no tag. */
const OWN = ['texts', 'annotations'];

/**
 * Throws a Fault where a file that is to be written lies among the project's transcripts or tags, by
 * whatever way the path leads there: a digest must never take the place of one of them.
 */
export async function refuseOwnFile({ root }: Pick<Project, 'root'>, path: string): Promise<void> {
  const target = await whole(resolve(path));
  for (const name of OWN) {
    const folder = await whole(join(root, name));
    if (target === folder || isBelow(target, folder))
      throw new Fault(`${path}: ${name}/ is for the project's own files. Give another place`, {
        file: path,
      });
  }
}

/** On a file system that knows no case, `Texts/` is `texts/`. */
const isBelow = (path: string, folder: string): boolean =>
  path.toLowerCase().startsWith(`${folder}${sep}`.toLowerCase());

/** A path without links, as far as it is there. */
async function whole(path: string): Promise<string> {
  const found = await realpath(path).catch(() => null);
  if (found !== null) return found;
  const parent = dirname(path);
  return parent === path ? path : join(await whole(parent), basename(path));
}
