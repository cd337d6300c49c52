import { isUtf8 } from 'node:buffer';
import { createHash } from 'node:crypto';
import { readFile } from 'node:fs';
import { readdir, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { compareText } from '../model/annotation.ts';
import { type CodePoints, codePointsOf } from '../model/codePoints.ts';
import { BrokenFile, Fault, systemReason } from '../model/fault.ts';
import { readTranscript, type Transcript, transcriptId } from '../model/transcript.ts';

/** A transcript file of the project, not read yet. */
export interface TextEntry {
  id: string;
  /** The file's name in `texts/`. */
  file: string;
  /** Other files whose id is the same, or the same but for case; none of them can be tagged. */
  clashes: string[];
}

/** A transcript with what anchoring and the store need of it. */
export interface LoadedText {
  transcript: Transcript;
  codePoints: CodePoints;
  /** Of the text as UTF-8, in hexadecimal. */
  sha256: string;
}

/** The transcripts in `texts/`, by id. Throws a Fault if the folder cannot be read. */
export async function listTexts(root: string): Promise<TextEntry[]> {
  const folder = join(root, 'texts');
  const found = await readdir(folder, { withFileTypes: true }).catch((cause: unknown) => {
    throw new Fault(`${folder}: ${systemReason(cause)}. Check the folder and its rights`, {
      file: folder,
      cause,
    });
  });
  const files = found.filter(entry => !entry.isDirectory()).map(entry => entry.name);
  const entries = files.flatMap(file => {
    const id = transcriptId(file);
    return id === null ? [] : [{ id, file, clashes: [] as string[] }];
  });
  nameClashes(entries);
  return entries.sort((a, b) => compareText(a.id, b.id) || compareText(a.file, b.file));
}

function nameClashes(entries: TextEntry[]): void {
  const sameName = Map.groupBy(entries, entry => entry.id.toLowerCase());
  for (const group of sameName.values()) {
    for (const entry of group)
      entry.clashes = group.filter(other => other !== entry).map(other => other.file);
  }
}

/** Files that share an id share its annotations too, which must not be counted twice. */
export const firstOfEachId = (entries: readonly TextEntry[]): TextEntry[] =>
  entries.filter((entry, index) => entries[index - 1]?.id !== entry.id);

/** The entry with an id. Throws a Fault for an unknown one, or where several files share it. */
export function findEntry(entries: readonly TextEntry[], id: string): TextEntry {
  const wanted = id.normalize('NFC');
  const entry = entries.find(one => one.id === wanted || one.file.normalize('NFC') === wanted);
  if (!entry) throw new Fault(`${id}: no such transcript in texts/. "marginalia texts" lists them`);
  return entry;
}

/** Refuses a transcript whose id is not its alone. */
export function refuseClash(entry: TextEntry): void {
  const clash = clashFault(entry);
  if (clash) throw clash;
}

/** What is wrong with a transcript whose name several files share; `null` where it is its alone. */
export function clashFault({ id, file, clashes }: TextEntry): Fault | null {
  if (clashes.length === 0) return null;
  const files = [file, ...clashes].sort(compareText).join(', ');
  return new Fault(`${id}: several files share this name (${files}). Rename all but one, then tag`);
}

/** One Fault for each name that several files share. */
export function clashFaults(entries: readonly TextEntry[]): Fault[] {
  const groups = Map.groupBy(entries, entry => entry.id.toLowerCase());
  return Array.from(groups.values(), ([first]) => first && clashFault(first)).filter(
    fault => fault instanceof Fault,
  );
}

/** Reads one transcript. Throws BrokenFile where it is not UTF-8, Fault where it cannot be read. */
export async function loadText(root: string, entry: TextEntry): Promise<LoadedText> {
  return loadedFrom(root, entry, await readBytes(root, entry));
}

/** The form of `node:fs/promises` takes nearly twice as long over a small file. */
const readWhole = promisify(readFile);

/** A transcript's file as it is. Throws a Fault where it cannot be read. */
export async function readBytes(root: string, entry: TextEntry): Promise<Buffer> {
  const path = pathOf(root, entry);
  return readWhole(path).catch((cause: unknown) => {
    throw new Fault(`${path}: ${systemReason(cause)}. Check the file and its rights`, {
      file: path,
      cause,
    });
  });
}

/** The transcript in a file's bytes. Throws BrokenFile where they are not UTF-8. */
export function loadedFrom(root: string, entry: TextEntry, bytes: Uint8Array): LoadedText {
  return loadedText(entry.file, decode(pathOf(root, entry), bytes));
}

/** A transcript from its file's content, decoded, as it is on the disk or will be. Never throws. */
export function loadedText(file: string, content: string): LoadedText {
  const transcript = readTranscript(file, content);
  const { text } = transcript;
  let sha256: string | undefined;
  return {
    transcript,
    codePoints: codePointsOf(text),
    // A search through large texts has no use for it.
    get sha256() {
      sha256 ??= createHash('sha256').update(text, 'utf8').digest('hex');
      return sha256;
    },
  };
}

const pathOf = (root: string, entry: TextEntry) => join(root, 'texts', entry.file);

function decode(path: string, bytes: Uint8Array): string {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch (cause) {
    throw notUtf8(path, cause);
  }
}

const notUtf8 = (path: string, cause?: unknown): BrokenFile =>
  new BrokenFile(`${path}: not UTF-8, left alone. Save it as UTF-8: iconv and most editors can`, {
    file: path,
    cause,
  });

/** The same refusal for somebody who has no need of the text itself. Throws BrokenFile. */
export function refuseNotUtf8(root: string, entry: TextEntry, bytes: Uint8Array): void {
  if (!isUtf8(bytes)) throw notUtf8(pathOf(root, entry));
}

/**
 * Whether the transcripts are so few and small that they are read before anybody notices: at most
 * `most` bytes together. Looks at no more files than it must.
 */
export async function isQuickToRead(root: string, most: number): Promise<boolean> {
  let left = most;
  for (const { file } of await listTexts(root)) {
    const { size } = await stat(join(root, 'texts', file)).catch(() => ({ size: 0 }));
    left -= size + BYTES_WORTH_OPENING;
    if (left < 0) return false;
  }
  return true;
}

/** Opening a file takes about as long as reading so many bytes. */
const BYTES_WORTH_OPENING = 10_000;
