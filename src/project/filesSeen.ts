import { createHash, type Hash } from 'node:crypto';
import { readdir, stat } from 'node:fs/promises';
import { join } from 'node:path';

/** `texts/`, `annotations/`, the coders' folders; deeper is nothing of ours. */
const DEEPEST = 2;
/** So many files are asked about at a time: their answers come together, and a key waits for them. */
const AT_ONCE = 32;

/**
 * Stands for names, sizes and times of everything under `texts/` and `annotations/`, hidden files left
 * out: a hint whether another program has written, cheaper than the contents. Never throws.
 */
export async function filesSeen(root: string): Promise<string> {
  const hash = createHash('sha256');
  for (const folder of ['texts', 'annotations']) await take(hash, root, folder, 1);
  return hash.digest('hex');
}

/** The same for the codebook alone. Never throws. */
export const codebookSeen = (root: string): Promise<string> =>
  seen(root, join('annotations', 'codebook.json'));

async function take(hash: Hash, root: string, folder: string, depth: number): Promise<void> {
  const entries = await readdir(join(root, folder), { withFileTypes: true }).catch(() => []);
  const shown = entries.filter(({ name }) => !name.startsWith('.'));
  const isFolder = (entry: (typeof shown)[number]) => entry.isDirectory() && depth < DEEPEST;
  const files = shown.filter(entry => !isFolder(entry)).map(({ name }) => join(folder, name));
  files.sort();
  for (let from = 0; from < files.length; from += AT_ONCE) {
    const batch = files.slice(from, from + AT_ONCE);
    hash.update((await Promise.all(batch.map(path => seen(root, path)))).join('\n'));
  }
  const folders = shown.filter(isFolder).map(({ name }) => join(folder, name));
  for (const inner of folders.sort()) {
    hash.update(`\0${inner}\0`);
    await take(hash, root, inner, depth + 1);
  }
}

async function seen(root: string, path: string): Promise<string> {
  const found = await stat(join(root, path)).catch(() => null);
  return found ? `${path} ${found.size} ${found.mtimeMs} ${found.ino}` : path;
}
