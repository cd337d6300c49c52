import { dirname } from 'node:path';
import { Fault } from '../model/fault.ts';
import { codeOf, type FileSystem, type OpenFile } from './fileSystem.ts';

export interface NewFile {
  bytes: Uint8Array;
  /** Permission bits, less the umask. */
  mode: number;
  /** Permission bits whatever the umask; `null` to leave them as they came out. */
  exactMode: number | null;
  /** Whether it must outlast a power cut. */
  durable: boolean;
}

/**
 * Writes a file that must not be there yet and leaves it whole on the disk (`wx`, all bytes, size
 * checked, fsync where asked for), or leaves none. Rejects with the system's error.
 */
export async function writeNewFile(files: FileSystem, path: string, file: NewFile): Promise<void> {
  const handle = await files.open(path, 'wx', file.mode);
  try {
    try {
      if (file.exactMode !== null) await handle.chmod(file.exactMode);
      await writeAll(handle, file.bytes);
      if (file.durable) await handle.sync();
    } finally {
      await handle.close();
    }
  } catch (cause) {
    await removeQuietly(files, path);
    throw cause;
  }
}

async function writeAll(handle: OpenFile, bytes: Uint8Array): Promise<void> {
  for (let done = 0; done < bytes.length; ) {
    // A disk that fills up takes a part first; only the next call says so.
    const { bytesWritten } = await handle.write(bytes, done, bytes.length - done, null);
    if (bytesWritten === 0) throw new Error('the disk took no more bytes');
    done += bytesWritten;
  }
  const { size } = await handle.stat();
  if (size !== bytes.length) throw new Error(`${size} of ${bytes.length} bytes arrived`);
}

export async function removeQuietly(files: FileSystem, path: string): Promise<void> {
  await files.unlink(path).catch(() => undefined);
}

/** Not every file system can sync a folder; those that cannot say so with one of these. */
const CANNOT_SYNC = new Set(['EINVAL', 'ENOTSUP', 'EOPNOTSUPP', 'ENOSYS']);

/** Makes sure that names made, renamed or removed in a folder survive a power cut. */
export async function syncFolder(files: FileSystem, folder: string): Promise<void> {
  if (files.platform === 'win32') return;
  const handle = await files.open(folder, 'r');
  try {
    await handle.sync();
  } catch (cause) {
    if (!CANNOT_SYNC.has(codeOf(cause))) throw cause;
  } finally {
    await handle.close();
  }
}

/**
 * Makes a folder and its parents where they are missing, so that they survive a power cut. Throws a
 * Fault where a file stands in the way, else the system's error.
 */
export async function makeFolder(files: FileSystem, folder: string): Promise<void> {
  const first = await files.mkdir(folder).catch((cause: unknown) => {
    if (codeOf(cause) !== 'EEXIST') throw cause;
    throw new Fault(`${folder} is not a folder: nothing was written; move it out of the way`, {
      file: folder,
      cause,
    });
  });
  if (first === undefined) return;
  for (let made = folder; made.length >= first.length; made = dirname(made)) {
    await syncFolder(files, dirname(made));
    if (made === dirname(made)) return;
  }
}
