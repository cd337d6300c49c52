import { readdir, stat } from 'node:fs/promises';
import { join } from 'node:path';

/** `texts/`, `annotations/`, the coders' folders; deeper is nothing of ours. */
const DEEPEST = 2;

/**
 * Names, sizes and times of everything under `texts/` and `annotations/`, hidden files left out: a hint
 * whether another program has written, cheaper than the contents. Never throws.
 */
export async function filesSeen(root: string): Promise<string> {
  const all = await Promise.all(['texts', 'annotations'].map(folder => under(root, folder, 1)));
  return all.flat().join('\n');
}

/** The same for the codebook alone. Never throws. */
export const codebookSeen = (root: string): Promise<string> =>
  seen(root, join('annotations', 'codebook.json'));

async function under(root: string, folder: string, depth: number): Promise<string[]> {
  const entries = await readdir(join(root, folder), { withFileTypes: true }).catch(() => []);
  const shown = entries.filter(({ name }) => !name.startsWith('.'));
  const parts = shown.map(entry => {
    const path = join(folder, entry.name);
    return entry.isDirectory() && depth < DEEPEST ? under(root, path, depth + 1) : seen(root, path);
  });
  return (await Promise.all(parts)).flat().sort();
}

async function seen(root: string, path: string): Promise<string> {
  const found = await stat(join(root, path)).catch(() => null);
  return found ? `${path} ${found.size} ${found.mtimeMs} ${found.ino}` : path;
}
