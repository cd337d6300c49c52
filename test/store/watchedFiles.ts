import { type FileSystem, type OpenFile, realFileSystem } from '../../src/store/fileSystem.ts';

/** A call to the file system; `to` is the second path of a rename or link, `bytes` those of a write. */
export interface Call {
  kind: string;
  path: string;
  to?: string;
  bytes?: Uint8Array;
}

/** The real file system, which tells of each call before it makes it; what `onCall` throws, it answers. */
export function watchedFiles(onCall: (call: Call) => void): FileSystem {
  const real = realFileSystem;
  const told = async <T>(call: Call, work: () => Promise<T>): Promise<T> => {
    onCall(call);
    return work();
  };
  return {
    platform: real.platform,
    open: (path, flags, mode) =>
      told({ kind: flags === 'wx' ? 'create' : 'open', path }, async () =>
        watchedHandle(await real.open(path, flags, mode), path, told),
      ),
    readFile: path => told({ kind: 'readFile', path }, () => real.readFile(path)),
    mkdir: path => told({ kind: 'mkdir', path }, () => real.mkdir(path)),
    writable: path => told({ kind: 'writable', path }, () => real.writable(path)),
    readdir: path => told({ kind: 'readdir', path }, () => real.readdir(path)),
    realpath: path => told({ kind: 'realpath', path }, () => real.realpath(path)),
    stat: path => told({ kind: 'stat', path }, () => real.stat(path)),
    lstat: path => told({ kind: 'lstat', path }, () => real.lstat(path)),
    rename: (path, to) => told({ kind: 'rename', path, to }, () => real.rename(path, to)),
    link: (path, to) => told({ kind: 'link', path, to }, () => real.link(path, to)),
    unlink: path => told({ kind: 'unlink', path }, () => real.unlink(path)),
  };
}

type Told = <T>(call: Call, work: () => Promise<T>) => Promise<T>;

function watchedHandle(handle: OpenFile, path: string, told: Told): OpenFile {
  return {
    write: (bytes, offset, length, position) =>
      told({ kind: 'write', path, bytes: bytes.slice(offset, offset + length) }, () =>
        handle.write(bytes, offset, length, position),
      ),
    stat: () => told({ kind: 'fstat', path }, () => handle.stat()),
    chmod: mode => told({ kind: 'chmod', path }, () => handle.chmod(mode)),
    sync: () => told({ kind: 'sync', path }, () => handle.sync()),
    // A close that fails has closed nevertheless, on Linux at least: no handle may be left open.
    close: async () => {
      await handle.close();
      await told({ kind: 'close', path }, async () => undefined);
    },
  };
}

/** An error as the system gives it. */
export const systemError = (code: string): Error =>
  Object.assign(new Error(`${code}: made by the test`), { code });

/** Fails the `nth` call (from 1) of a kind, or that fits a condition. */
export function failingFiles(nth: number, kind: string, code: string): FileSystem {
  let count = 0;
  return watchedFiles(call => {
    if (call.kind === kind && ++count === nth) throw systemError(code);
  });
}
