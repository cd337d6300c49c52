import { basename, dirname, join } from 'node:path';
import { Fault, systemReason } from '../model/fault.ts';
import { type FileSystem, realFileSystem, unlessMissing } from './fileSystem.ts';
import { makeFolder, removeQuietly, syncFolder, writeNewFile } from './newFile.ts';
import { tempName } from './owner.ts';

export interface FileToPlace {
  path: string;
  bytes: Uint8Array;
}

/** So many files are written at once: the disk confirms them together. */
const AT_ONCE = 16;

/**
 * Puts many new files in place, quicker than one after the other. All are whole on the disk before the
 * first has its name, and those of a wave have theirs for good before the next wave begins: whatever
 * happens, a file is there whole or not at all, and none of a later wave without all of those before.
 * Throws a Fault in words; what is in place then stays. A file that is there already is a fault, unless
 * it has the same bytes.
 */
export async function placeNewFiles(
  waves: readonly (readonly FileToPlace[])[],
  files: FileSystem = realFileSystem,
): Promise<void> {
  const placing = waves.map(wave => wave.map(file => ({ ...file, temp: tempBeside(file.path) })));
  const all = placing.flat();
  try {
    for (const folder of new Set(all.map(({ path }) => dirname(path))))
      await makeFolder(files, folder);
    await eachOf(all, ({ temp, bytes }) =>
      writeNewFile(files, temp, { bytes, mode: 0o666, exactMode: null, durable: true }),
    );
    for (const wave of placing) await placeWave(files, wave);
  } catch (cause) {
    await eachOf(all, ({ temp }) => removeQuietly(files, temp));
    throw faultOf(cause);
  }
}

const tempBeside = (path: string): string => join(dirname(path), tempName(basename(path)));

type Placing = FileToPlace & { temp: string };

async function placeWave(files: FileSystem, wave: readonly Placing[]): Promise<void> {
  await eachOf(wave, async file => {
    if (await isThere(files, file)) await removeQuietly(files, file.temp);
    else await files.rename(file.temp, file.path);
  });
  for (const folder of new Set(wave.map(({ path }) => dirname(path))))
    await syncFolder(files, folder);
}

/** Whether the very same bytes are there already. Throws a Fault where anything else is. */
async function isThere(files: FileSystem, { path, bytes }: FileToPlace): Promise<boolean> {
  const status = await unlessMissing(files.lstat(path));
  if (status === null) return false;
  if (status.isFile() && Buffer.compare(await files.readFile(path), bytes) === 0) return true;
  throw new Fault(`${path}: something is there already: nothing was written`, { file: path });
}

/** Does the work for all items, some at once. The first failure is thrown when the others under way have ended. */
async function eachOf<T>(items: readonly T[], work: (item: T) => Promise<void>): Promise<void> {
  const waiting = items.values();
  const runs = Array.from({ length: AT_ONCE }, async () => {
    for (const item of waiting) await work(item);
  });
  const ends = await Promise.allSettled(runs);
  const failed = ends.find(end => end.status === 'rejected');
  if (failed) throw failed.reason;
}

function faultOf(cause: unknown): Fault {
  if (cause instanceof Fault) return cause;
  return new Fault(`not written: ${systemReason(cause)}; mend that and try again`, { cause });
}
