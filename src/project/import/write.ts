import { lstat, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { Fault } from '../../model/fault.ts';
import { exportFile } from '../../store/atomicWrite.ts';
import type { FileSystem } from '../../store/fileSystem.ts';
import { placeNewFiles } from '../../store/newFiles.ts';
import { sweepTemps } from '../../store/sweep.ts';
import type { Original } from './prepare.ts';
import { sha256Of } from './shelf.ts';

/** Where the bytes that texts were made of are kept, in `texts/`; its name begins with a dot, so none of them is a text. */
const ORIGINALS = '.originals';

/**
 * What an original is called, from `texts/` on: after its transcript, and where other bytes have that
 * name, with the beginning of its hash as well. So no original is ever overwritten.
 */
export async function originalName(
  root: string,
  id: string,
  { ending, sha256 }: Pick<Original, 'ending' | 'sha256'>,
): Promise<string> {
  const plain = `${ORIGINALS}/${id}${ending}`;
  const there = await readFile(join(root, 'texts', plain)).catch(() => null);
  if (there === null || sha256Of(there) === sha256) return plain;
  return `${ORIGINALS}/${id}-${sha256.slice(0, 8)}${ending}`;
}

export interface NewText {
  /** The transcript's name in `texts/`, and what is to be in it. */
  file: string;
  content: string;
  /** The original's name from `texts/` on. */
  original: string;
  bytes: Uint8Array;
}

/**
 * Writes a transcript and its original, in the place of those that are there. The original comes first:
 * if anything stops the work between them, the texts are as they were and one more original lies there.
 * Throws a Fault where the disk refuses or a link stands in the way.
 */
export async function writeText(
  root: string,
  { file, content, original, bytes }: NewText,
  files?: FileSystem,
): Promise<void> {
  const texts = join(root, 'texts');
  await refuseLink(join(texts, ORIGINALS));
  await exportFile(join(texts, original), bytes, files);
  await exportFile(join(texts, file), content, files);
}

/** The same for many texts that are not there yet: all originals, then all transcripts. */
export async function writeNewTexts(
  root: string,
  added: readonly NewText[],
  files?: FileSystem,
): Promise<void> {
  const texts = join(root, 'texts');
  await refuseLink(join(texts, ORIGINALS));
  const originals = added.map(({ original, bytes }) => ({ path: join(texts, original), bytes }));
  const transcripts = added.map(({ file, content }) => ({
    path: join(texts, file),
    bytes: new TextEncoder().encode(content),
  }));
  await placeNewFiles([originals, transcripts], files);
}

/** Removes what imports that were killed have left in `texts/`. Never throws. */
export async function sweepTexts(root: string): Promise<void> {
  for (const folder of ['texts', join('texts', ORIGINALS)]) await sweepTemps(join(root, folder));
}

/** A project from elsewhere may have a link there: nothing is written through it. */
async function refuseLink(folder: string): Promise<void> {
  const status = await lstat(folder).catch(() => null);
  if (status?.isSymbolicLink())
    throw new Fault(`${folder} is a link: nothing was written; remove the link`, { file: folder });
}
