import { readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { SHELF } from '../store/paths.ts';
import type { Report } from './problem.ts';

/**
 * Files and folders in `annotations/` whose names differ in case or in the composition of letters
 * alone: on another system they are one. Only the topmost of what clashes is named. What cannot be
 * read is named elsewhere.
 */
export async function checkClashes(root: string, report: Report): Promise<void> {
  const annotations = join(root, 'annotations');
  const folders = await clashesIn(annotations, report);
  for (const name of folders) if (name !== SHELF) await clashesIn(join(annotations, name), report);
}

/** Names the clashes in a folder, and returns the folders in it that clash with nothing. */
async function clashesIn(folder: string, report: Report): Promise<string[]> {
  const entries = await readdir(folder, { withFileTypes: true }).catch(() => []);
  const groups = Map.groupBy(entries, ({ name }) => name.normalize('NFC').toLowerCase());
  const alone: string[] = [];
  for (const group of groups.values()) {
    if (group.length === 1) {
      alone.push(...group.filter(entry => entry.isDirectory()).map(({ name }) => name));
      continue;
    }
    const names = group.map(({ name }) => JSON.stringify(name)).join(' and ');
    const message = `${names} are one name on other systems. Merge what is in them, then keep one`;
    for (const { name } of group) report('name-clash', join(folder, name), message);
  }
  return alone;
}
