import { join } from 'node:path';
import { compareText } from '../model/annotation.ts';
import { Fault, systemReason } from '../model/fault.ts';
import { isConflictCopy } from './conflictCopies.ts';
import type { Keeping } from './dataFile.ts';
import { type Entry, type FileSystem, unlessMissing } from './fileSystem.ts';
import { folderOnDisk, isSafeName } from './paths.ts';

/**
 * The coders: folders in `annotations/` whose names can be a coder's (so none that begin with a dot),
 * in NFC, by code units. Throws a Fault if the folder cannot be read.
 */
export async function listCoders({ annotations, files }: Keeping): Promise<string[]> {
  const names: string[] = [];
  for (const entry of await entriesOf(files, annotations)) {
    if (isSafeName(entry.name) && (await isFolder(files, annotations, entry))) {
      names.push(entry.name);
    }
  }
  return inNfc(names);
}

/**
 * The ids of the transcripts on which a coder has a page, in NFC, by code units. Copies that sync
 * tools made are none. Throws a Fault if the folder cannot be read.
 */
export async function listPages({ annotations, files }: Keeping, coder: string): Promise<string[]> {
  const folder = join(annotations, await folderOnDisk(files, annotations, coder));
  const names = (await entriesOf(files, folder)).flatMap(entry => {
    const id = /^(?<id>.+)\.json$/.exec(entry.name)?.groups?.id;
    const isPage = id !== undefined && isSafeName(id) && !entry.isDirectory();
    return isPage && !isConflictCopy(entry.name) ? [id] : [];
  });
  return inNfc(names);
}

async function entriesOf(files: FileSystem, folder: string): Promise<Entry[]> {
  try {
    return (await unlessMissing(files.readdir(folder))) ?? [];
  } catch (cause) {
    throw new Fault(`${folder} cannot be read: ${systemReason(cause)}, mend that and try again`, {
      file: folder,
      cause,
    });
  }
}

async function isFolder(files: FileSystem, parent: string, entry: Entry): Promise<boolean> {
  if (!entry.isSymbolicLink()) return entry.isDirectory();
  const status = await files.stat(join(parent, entry.name)).catch(() => null);
  return status?.isDirectory() ?? false;
}

const inNfc = (names: readonly string[]): string[] =>
  [...new Set(names.map(name => name.normalize('NFC')))].sort(compareText);
