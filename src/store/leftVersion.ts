import { basename, dirname, join } from 'node:path';
import type { Annotation } from '../model/annotation.ts';
import type { Codebook } from '../model/codebook.ts';
import { codebookFileText } from './codebookFile.ts';
import type { Keeping } from './dataFile.ts';
import { type FileSystem, unlessMissing } from './fileSystem.ts';
import { placeNewFiles } from './newFiles.ts';
import { type PageTarget, pageFileText } from './pages.ts';
import { codebookPaths, pagePaths } from './paths.ts';

/** What could not be written where it belongs, as somebody made it. */
export type Left =
  | { kind: 'page'; target: PageTarget; annotations: readonly Annotation[] }
  | { kind: 'codebook'; codebook: Codebook }
  /** New words for a stretch of a transcript. */
  | { kind: 'words'; coder: string; text: string; words: string };

/**
 * Leaves somebody's version beside the file that it could not be written to, under a name that `check`
 * knows: `a.conflict-20261124-195700.json`. `--repair` merges it; words of an edit (`.txt`) are for people.
 * `time`: UTC, ISO 8601. `elsewhere`: a folder to leave it in instead. Nothing is ever replaced. Returns
 * the path. Throws a Fault if the disk refuses.
 */
export async function leaveVersion(
  keeping: Keeping,
  left: Left,
  time: string,
  elsewhere: string | null,
): Promise<string> {
  const [path, content] = await placeAndContent(keeping, left);
  const folder = elsewhere ?? dirname(path);
  const ending = left.kind === 'words' ? '.txt' : '.json';
  const stem = `${basename(path, '.json')}.conflict-${stampOf(time)}`;
  const free = await freeName(keeping.files, folder, stem, ending);
  await placeNewFiles([[{ path: free, bytes: new TextEncoder().encode(content) }]], keeping.files);
  return free;
}

async function placeAndContent(
  { files, annotations }: Keeping,
  left: Left,
): Promise<[path: string, content: string]> {
  if (left.kind === 'codebook')
    return [codebookPaths(annotations).path, codebookFileText(left.codebook)];
  const { coder, text } = left.kind === 'page' ? left.target : left;
  const { path } = await pagePaths(files, annotations, coder, text);
  return [path, left.kind === 'words' ? left.words : pageFileText(left.target, left.annotations)];
}

/** `2026-11-24T19:57:00.000Z` as `20261124-195700`. */
const stampOf = (time: string): string => time.slice(0, 19).replace(/[-:]/g, '').replace('T', '-');

async function freeName(
  files: FileSystem,
  folder: string,
  stem: string,
  ending: string,
): Promise<string> {
  for (let n = 1; ; n++) {
    const path = join(folder, `${stem}${n === 1 ? '' : `-${n}`}${ending}`);
    if ((await unlessMissing(files.lstat(path))) === null) return path;
  }
}
