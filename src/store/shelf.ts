import { join, relative } from 'node:path';
import { Fault } from '../model/fault.ts';
import { codeOf, type FileSystem } from './fileSystem.ts';
import { makeFolder } from './newFile.ts';
import { type DataPaths, SHELF } from './paths.ts';

/**
 * Makes a folder on our shelf, `annotations/.marginalia`, and hides the shelf from git. A project
 * from elsewhere may hold links in its place: nothing is written through them (Fault).
 */
export async function makeOnShelf(
  files: FileSystem,
  { annotations }: Pick<DataPaths, 'annotations'>,
  folder: string,
): Promise<void> {
  await makeFolder(files, folder);
  const wanted = relative(annotations, folder);
  const found = relative(await files.realpath(annotations), await files.realpath(folder));
  if (foldPath(found) !== foldPath(wanted)) {
    throw new Fault(`${folder} is a link to elsewhere: nothing was written; remove the link`, {
      file: folder,
    });
  }
  await hideFromGit(files, join(annotations, SHELF, '.gitignore'));
}

/** Some file systems spell a name in another composition or case than it was asked for. */
const foldPath = (path: string): string => path.normalize('NFC').toLowerCase();

async function hideFromGit(files: FileSystem, path: string): Promise<void> {
  try {
    const handle = await files.open(path, 'wx', 0o666);
    await handle.write(new TextEncoder().encode('*\n'), 0, 2, null).finally(() => handle.close());
  } catch (cause) {
    if (codeOf(cause) !== 'EEXIST') throw cause;
  }
}
