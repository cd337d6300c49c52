import { constants, readFile } from 'node:fs';

import {
  access,
  link,
  lstat,
  mkdir,
  open,
  readdir,
  realpath,
  rename,
  stat,
  unlink,
} from 'node:fs/promises';
import { dirname } from 'node:path';
import { promisify } from 'node:util';

/** An open file, as far as the store needs one. */
export interface OpenFile {
  /** Writes at the present position; may write fewer bytes than asked for. */
  write(
    bytes: Uint8Array,
    offset: number,
    length: number,
    position: null,
  ): Promise<{ bytesWritten: number }>;
  stat(): Promise<{ size: number }>;
  chmod(mode: number): Promise<void>;
  sync(): Promise<void>;
  close(): Promise<void>;
}

export interface Entry {
  name: string;
  isFile(): boolean;
  isDirectory(): boolean;
  isSymbolicLink(): boolean;
}

export interface FileStatus {
  mode: number;
  /** When its content was written last, in milliseconds since 1970. */
  mtimeMs: number;
  isFile(): boolean;
  isDirectory(): boolean;
  isSymbolicLink(): boolean;
}

/**
 * Every call by which the store touches the disk, so that a test can make any of them fail. All
 * reject with Node's system errors (`code`: ENOENT, EACCES …).
 */
export interface FileSystem {
  /** `process.platform`: Windows cannot sync a folder, and renames there may have to be tried again. */
  readonly platform: string;
  open(path: string, flags: 'r' | 'wx', mode?: number): Promise<OpenFile>;
  readFile(path: string): Promise<Uint8Array>;
  /** Makes the parents too; the first folder made, or `undefined` if all were there. */
  mkdir(path: string): Promise<string | undefined>;
  /** Rejects where this process may not make or replace anything in the folder. */
  writable(path: string): Promise<void>;
  readdir(path: string): Promise<Entry[]>;
  realpath(path: string): Promise<string>;
  stat(path: string): Promise<FileStatus>;
  lstat(path: string): Promise<FileStatus>;
  rename(from: string, to: string): Promise<void>;
  link(existing: string, path: string): Promise<void>;
  unlink(path: string): Promise<void>;
}

/** Node's own recursive form says 'no such file' where the disk is full or read-only. */
async function makeFolders(path: string): Promise<string | undefined> {
  try {
    await mkdir(path);
    return path;
  } catch (cause) {
    if (codeOf(cause) === 'ENOENT' && dirname(path) !== path) {
      const first = await makeFolders(dirname(path));
      return (await makeFolders(path)) === undefined ? first : (first ?? path);
    }
    if (codeOf(cause) === 'EEXIST' && (await stat(path)).isDirectory()) return undefined;
    throw cause;
  }
}

/** The form of `node:fs/promises` takes nearly twice as long over a small file. */
const readWhole: (path: string) => Promise<Uint8Array> = promisify(readFile);

export const realFileSystem: FileSystem = {
  platform: process.platform,
  open,
  readFile: readWhole,
  mkdir: makeFolders,
  writable: path => access(path, constants.W_OK | constants.X_OK),
  readdir: path => readdir(path, { withFileTypes: true }),
  realpath: path => realpath(path),
  stat: path => stat(path),
  lstat: path => lstat(path),
  rename,
  link,
  unlink,
};

/** The system's code of an error ('ENOENT'), or an empty string. */
export const codeOf = (cause: unknown): string =>
  cause instanceof Error && 'code' in cause ? String(cause.code) : '';

/** The answer, or `null` if there is no such file or folder. */
export async function unlessMissing<T>(answer: Promise<T>): Promise<T | null> {
  try {
    return await answer;
  } catch (cause) {
    if (codeOf(cause) === 'ENOENT') return null;
    throw cause;
  }
}
