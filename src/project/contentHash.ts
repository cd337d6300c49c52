import { createHash, type Hash } from 'node:crypto';
import { inPieces } from './pieces.ts';
import { codersOf } from './placed.ts';
import type { Project } from './project.ts';
import { findEntry, listTexts, readBytes } from './texts.ts';

/**
 * What stands for the content of a transcript's file and of everybody's annotation files on it: by
 * their bytes, for times say little after a sync or a checkout. A file that cannot be read counts as
 * one that says so. Throws a Fault where the transcript itself cannot be read.
 */
export async function contentHash(project: Project, id: string): Promise<string> {
  const hash = createHash('sha256');
  const entry = findEntry(await listTexts(project.root), id);
  await take(hash, await readBytes(project.root, entry));
  for (const coder of await codersOf(project, null)) {
    const bytes = await project.store.pageBytes(coder, entry.id);
    hash.update(`\0${coder}\0${bytes === null ? 'none' : bytes.length}\0`);
    if (bytes) await take(hash, bytes);
  }
  return hash.digest('hex');
}

const PIECE = 1 << 20;

/** A book of a text takes longer than a key may wait. */
async function take(hash: Hash, bytes: Uint8Array): Promise<void> {
  const starts = Array.from({ length: Math.ceil(bytes.length / PIECE) }, (_, n) => n * PIECE);
  await inPieces(starts, from => hash.update(bytes.subarray(from, from + PIECE)));
}
