import { hash } from 'node:crypto';
import { basename, dirname, join } from 'node:path';
import { atomicWrite } from './atomicWrite.ts';
import type { FileSystem } from './fileSystem.ts';
import type { DataPaths } from './paths.ts';
import { makeOnShelf } from './shelf.ts';

/**
 * Keeps bytes on the shelf for good, beside the backup and under a name that says `what` they are; the
 * same bytes get the same name. Returns the path. Rejects with the system's error or a Fault.
 */
export async function keepAside(
  files: FileSystem,
  paths: DataPaths,
  bytes: Uint8Array,
  what: string,
): Promise<string> {
  const name = `${basename(paths.backup, '.json')}.${what}-${hash('sha256', bytes).slice(0, 8)}.json`;
  const path = join(dirname(paths.backup), name);
  await makeOnShelf(files, paths, dirname(path));
  await atomicWrite(path, bytes, { files, links: 'replace' });
  return path;
}
