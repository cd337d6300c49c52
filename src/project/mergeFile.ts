import { readFile, realpath } from 'node:fs/promises';
import { BrokenFile, Fault, systemReason } from '../model/fault.ts';
import { atomicWrite } from '../store/atomicWrite.ts';
import { mergeTexts } from '../store/merge/mergeTexts.ts';

export interface FilesToMerge {
  /** What both versions were made from; an empty file or none where there was nothing. */
  base: string;
  /** The file that the result is written to. */
  ours: string;
  theirs: string;
}

/**
 * Merges three versions of an annotation file or of a codebook by id and writes the result in place of
 * `ours`, whole or not at all. Returns a line for each place where both sides had something else to
 * say. Throws a BrokenFile for a version that cannot be read, a Fault if the disk refuses; then
 * nothing was written.
 */
export async function mergeFile({ base, ours, theirs }: FilesToMerge): Promise<string[]> {
  const paths = { base, ours, theirs };
  const merged = mergeTexts({
    base: await bytesOf(base, true),
    ours: await bytesOf(ours, false),
    theirs: await bytesOf(theirs, false),
  });
  if (merged.kind === 'refused') {
    const file = paths[merged.which];
    throw new BrokenFile(
      `${file} ${merged.problem}; nothing was merged: mend it, then merge again`,
      {
        file,
      },
    );
  }
  await atomicWrite(await realpath(ours), new TextEncoder().encode(merged.text));
  return merged.notes;
}

async function bytesOf(path: string, mayBeMissing: boolean): Promise<Uint8Array> {
  try {
    return await readFile(path);
  } catch (cause) {
    const isMissing = cause instanceof Error && 'code' in cause && cause.code === 'ENOENT';
    if (isMissing && mayBeMissing) return new Uint8Array();
    const message = `${path}: ${systemReason(cause)}. Give BASE, OURS and THEIRS, three files that can be read`;
    throw new Fault(message, { file: path, cause });
  }
}
