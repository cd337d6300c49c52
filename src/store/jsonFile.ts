import { dirname } from 'node:path';
import type { Adapter } from 'lowdb';
import { BrokenFile, Fault, NewerFile, systemReason } from '../model/fault.ts';
import { keepAside } from './aside.ts';
import { atomicWrite, removeFile } from './atomicWrite.ts';
import { keepBackup } from './backup.ts';
import { type FileSystem, unlessMissing } from './fileSystem.ts';
import { type KeptData, keepData, keptData } from './keptData.ts';
import { makeFolder } from './newFile.ts';
import type { DataPaths } from './paths.ts';
import { readJson } from './readJson.ts';
import type { Checked } from './schema.ts';
import { FORMAT_VERSION, newerWords } from './versions.ts';

/** One kind of file: how its data is checked and how it is laid out. */
export interface FileFormat<T> {
  check(data: unknown): Checked<T>;
  /** The text of the file; `null` if such data needs no file. The same data gives the same text. */
  serialise(data: T): string | null;
}

/** The file is not as it was when it was read: the change must be made again on what is there now. */
export class ChangedSinceRead extends Fault {
  override readonly name: string = 'ChangedSinceRead';
}

/**
 * lowdb's way to a data file. Reading checks every step and changes nothing; writing replaces the file
 * as a whole, only if it still holds the bytes that were read, and keeps those as the backup.
 */
export class JsonFile<T> implements Adapter<T> {
  /** The bytes last read or written; `null` if there was no file. */
  bytes: Uint8Array | null = null;
  /** The version of the format that they have. */
  version = FORMAT_VERSION;
  private readonly paths: DataPaths;
  private readonly format: FileFormat<T>;
  private readonly files: FileSystem;

  constructor(paths: DataPaths, format: FileFormat<T>, files: FileSystem) {
    this.paths = paths;
    this.format = format;
    this.files = files;
  }

  /**
   * The data, or `null` if there is no file. Throws BrokenFile for one that is not what it should be,
   * Fault for one that cannot be read.
   */
  async read(): Promise<T | null> {
    const bytes = await this.readBytes();
    this.bytes = bytes;
    if (bytes === null) return null;
    const known = keptData<T>(this.format, bytes) ?? (await this.dataOf(bytes));
    keepData(this.format, bytes, known);
    this.version = known.version;
    return known.data;
  }

  /** Why the file may be read but not written, in one line; `null` where it may be. */
  get readOnly(): string | null {
    if (this.version <= FORMAT_VERSION) return null;
    return `${this.paths.path} ${newerWords(this.version)}: it can be read here, not changed; update Marginalia`;
  }

  private async dataOf(bytes: Uint8Array): Promise<KeptData<T>> {
    const json = readJson(bytes);
    if (json.kind === 'broken') throw await this.broken(json.problem);
    const checked = this.format.check(json.data);
    if (checked.kind === 'refused') throw await this.broken(checked.problem, checked.remedy);
    return checked;
  }

  /**
   * Puts the data on the disk; when it resolves it is there to stay. Throws ChangedSinceRead if the
   * file is another one than was read, NewerFile if a newer Marginalia wrote it, Fault if the disk
   * refuses, RangeError for data nested too deeply; nothing was changed then.
   */
  async write(data: T): Promise<void> {
    const { path } = this.paths;
    if (this.readOnly) throw new NewerFile(this.readOnly, { file: path });
    const text = this.textOf(data);
    const bytes = text === null ? null : new TextEncoder().encode(text);
    const before = (target: string) => this.keepOld(target);
    await makeFolder(this.files, dirname(path));
    if (bytes) await atomicWrite(path, bytes, { files: this.files, beforeReplace: before });
    else await removeFile(path, this.files, before);
    this.bytes = bytes;
    this.version = FORMAT_VERSION;
    if (bytes) keepData(this.format, bytes, { data, version: this.version });
  }

  private async readBytes(): Promise<Uint8Array | null> {
    const { path } = this.paths;
    try {
      return await unlessMissing(this.files.readFile(path));
    } catch (cause) {
      const reason = systemReason(cause);
      throw new Fault(`${path} cannot be read: ${reason}, mend that and try again`, {
        file: path,
        cause,
      });
    }
  }

  /** Never writes what could not be read again. Throws a RangeError for data nested too deeply. */
  private textOf(data: T): string | null {
    const { path } = this.paths;
    const checked = this.format.check(data);
    if (checked.kind !== 'good') {
      throw new Fault(`${path} was not written: it ${checked.problem}`, { file: path });
    }
    return this.format.serialise(data);
  }

  private async keepOld(target: string): Promise<void> {
    const bytes = await unlessMissing(this.files.readFile(target));
    if (!sameBytes(bytes, this.bytes)) {
      const { path } = this.paths;
      throw new ChangedSinceRead(`${path} was changed by another program meanwhile; try again`, {
        file: path,
      });
    }
    if (bytes === null) return;
    // The backup is replaced with the next change; what was written before the migration stays.
    if (this.version < FORMAT_VERSION)
      await keepAside(this.files, this.paths, bytes, `format-${this.version}`);
    await keepBackup(this.files, target, this.paths, bytes);
  }

  private async broken(problem: string, remedy?: string): Promise<BrokenFile> {
    const { path, backup } = this.paths;
    const next =
      remedy ?? ((await this.hasBackup()) ? `copy ${backup} over it` : 'mend it by hand');
    return new BrokenFile(`${path} ${problem}; it was left as it is: ${next}`, { file: path });
  }

  private async hasBackup(): Promise<boolean> {
    const status = await this.files.stat(this.paths.backup).catch(() => null);
    return status?.isFile() ?? false;
  }
}

const sameBytes = (a: Uint8Array | null, b: Uint8Array | null): boolean =>
  a === null || b === null ? a === b : a.length === b.length && Buffer.compare(a, b) === 0;
