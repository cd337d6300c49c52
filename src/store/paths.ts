import { basename, join } from 'node:path';
import { Fault } from '../model/fault.ts';
import { type FileSystem, unlessMissing } from './fileSystem.ts';

/** Our own folder in `annotations/`; git is told to pass it over. */
export const SHELF = '.marginalia';

/** A data file and what belongs to it. */
export interface DataPaths {
  /** The folder that all of this is in. */
  annotations: string;
  path: string;
  backup: string;
  lock: string;
}

/** Where a transcript's lock and backup are; no coder can have a folder of this name. */
const TEXTS = '.texts';

/** The same for a transcript's file, which lies outside the folder that the store keeps. */
export const textPaths = (annotations: string, path: string): DataPaths => ({
  ...dataPaths(annotations, [TEXTS, basename(path)]),
  path,
});

/** The paths of a data file; `names` are its folders and its name, `found` as the disk spells them. */
function dataPaths(annotations: string, names: readonly string[], found = names): DataPaths {
  return {
    annotations,
    path: join(annotations, ...found),
    backup: join(annotations, SHELF, 'backups', ...names),
    lock: `${join(annotations, SHELF, 'locks', ...names)}.lock`,
  };
}

export const codebookPaths = (annotations: string): DataPaths =>
  dataPaths(annotations, ['codebook.json']);

/** The paths of the recipes of digests. */
export const recipesPaths = (annotations: string): DataPaths =>
  dataPaths(annotations, ['digests.json']);

/**
 * The paths of a coder's page on a transcript. Names on the disk may be decomposed (macOS), the ids
 * are in NFC: what is there is found whichever it is. Throws a Fault for a name that could leave the
 * folder.
 */
export async function pagePaths(
  files: FileSystem,
  annotations: string,
  coder: string,
  text: string,
): Promise<DataPaths> {
  checkName(text, 'transcript');
  const folder = await folderOnDisk(files, annotations, coder);
  const file = await nameOnDisk(files, join(annotations, folder), `${text}.json`);
  return dataPaths(annotations, [coder, `${text}.json`], [folder, file]);
}

/** The name of the file with a coder's decisions; no transcript can have it, because of the dot. */
const STATE = '.state.json';

/** The paths of a coder's decisions. Throws a Fault for a name that could leave the folder. */
export async function statePaths(
  files: FileSystem,
  annotations: string,
  coder: string,
): Promise<DataPaths> {
  const folder = await folderOnDisk(files, annotations, coder);
  return dataPaths(annotations, [coder, STATE], [folder, STATE]);
}

/** The name of a coder's folder as the disk spells it. Throws a Fault for a name that could leave it. */
export async function folderOnDisk(
  files: FileSystem,
  annotations: string,
  coder: string,
): Promise<string> {
  checkName(coder, 'coder');
  return nameOnDisk(files, annotations, coder);
}

/** Path separators, control characters, a drive letter, a dot at the beginning, nothing at all. */
const UNSAFE = /[/\\\u0000-\u001F\u007F]|^[A-Za-z]:|^\.|^$/;

/** Whether a name can be a file's in a folder, and that folder's only. */
export const isSafeName = (name: string): boolean => !UNSAFE.test(name);

function checkName(name: string, what: 'coder' | 'transcript'): void {
  if (isSafeName(name)) return;
  throw new Fault(`${JSON.stringify(name)} cannot be the name of a ${what}: choose another one`);
}

/** The name as the disk spells it: the very one, else one that differs in composition only, else as given. */
async function nameOnDisk(files: FileSystem, folder: string, name: string): Promise<string> {
  if (name.normalize('NFD') === name.normalize('NFC')) return name;
  if ((await unlessMissing(files.lstat(join(folder, name)))) !== null) return name;
  const entries = (await unlessMissing(files.readdir(folder))) ?? [];
  const wanted = name.normalize('NFC');
  return entries.find(entry => entry.name.normalize('NFC') === wanted)?.name ?? name;
}
