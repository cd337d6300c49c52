import { glob, readdir, realpath, stat } from 'node:fs/promises';
import { basename, join, resolve, sep } from 'node:path';
import { hasKnownEnding } from '../../importing/formats.ts';
import { compareText } from '../../model/annotation.ts';
import { systemReason } from '../../model/fault.ts';

/** One thing to import. `label` is what people know it by. */
export type Source =
  | { kind: 'file'; label: string; path: string }
  | { kind: 'url'; label: string; url: string }
  | { kind: 'stdin'; label: string };

/** What could not be imported and why: one line, without the source's name. */
export interface Refused {
  source: string;
  reason: string;
}

export interface FoundSources {
  sources: Source[];
  refused: Refused[];
  /** Files in folders whose ending no format has. */
  passedOver: number;
}

/** Where words are looked for, and the project's own folders, which are not imported into themselves. */
export interface SearchPlace {
  here: string;
  root: string;
}

/** What the words of a command name: files, folders with all in them, patterns, addresses, `-`. Never throws. */
export async function findSources(
  words: readonly string[],
  place: SearchPlace,
): Promise<FoundSources> {
  const found: FoundSources = { sources: [], refused: [], passedOver: 0 };
  for (const word of words) {
    if (word === '-') found.sources.push({ kind: 'stdin', label: '-' });
    else if (/^[a-z][a-z\d+.-]+:\/\//i.test(word))
      found.sources.push({ kind: 'url', label: word, url: word });
    else await addPath(word, place, found);
  }
  return found;
}

async function addPath(word: string, place: SearchPlace, found: FoundSources): Promise<void> {
  const path = resolve(place.here, word);
  const status = await stat(path).catch((cause: unknown) => systemReason(cause));
  if (typeof status !== 'string') {
    if (status.isDirectory()) await addFolder(word, path, place, found);
    else found.sources.push({ kind: 'file', label: word, path });
  } else if (/[*?[\]{}]/.test(word)) await addPattern(word, place, found);
  else found.refused.push({ source: word, reason: `${status}. Check the name` });
}

async function addPattern(pattern: string, place: SearchPlace, found: FoundSources): Promise<void> {
  const names: string[] = [];
  for await (const entry of glob(pattern, { cwd: place.here, withFileTypes: true }))
    if (!entry.isDirectory() && !entry.name.startsWith('.'))
      names.push(join(entry.parentPath, entry.name));
  const labels = names.map(path => ({ path, label: labelOf(path, place.here) }));
  labels.sort((a, b) => compareText(a.label, b.label));
  if (labels.length === 0)
    found.refused.push({ source: pattern, reason: 'no file fits this pattern' });
  for (const { path, label } of labels) found.sources.push({ kind: 'file', label, path });
}

const labelOf = (path: string, here: string): string =>
  path.startsWith(here + sep) ? path.slice(here.length + 1) : path;

async function addFolder(
  word: string,
  folder: string,
  { root }: SearchPlace,
  found: FoundSources,
): Promise<void> {
  const own = new Set([join(root, 'texts'), join(root, 'annotations'), join(root, 'node_modules')]);
  const before = found.sources.length;
  const refusedBefore = found.refused.length;
  const inside = await realpath(folder).catch(() => folder);
  await walk(folder, word.replace(/[/\\]+$/, '') || word, { own, inside }, found);
  if (found.sources.length === before && found.refused.length === refusedBefore)
    found.refused.push({
      source: word,
      reason: 'no texts in this folder. Name the files themselves, or use --as',
    });
}

/** What a walk does not go into, and the real path that it stays in. */
interface Bounds {
  own: ReadonlySet<string>;
  inside: string;
}

async function walk(
  folder: string,
  label: string,
  bounds: Bounds,
  found: FoundSources,
): Promise<void> {
  const entries = await readdir(folder, { withFileTypes: true }).catch((cause: unknown) => {
    found.refused.push({ source: label, reason: `${systemReason(cause)}. Check its rights` });
    return [];
  });
  for (const entry of entries.sort((a, b) => compareText(a.name, b.name))) {
    const path = join(folder, entry.name);
    if (entry.name.startsWith('.') || bounds.own.has(path)) continue;
    const name = join(label, basename(path));
    if (entry.isDirectory()) await walk(path, name, bounds, found);
    else if (!hasKnownEnding(entry.name)) found.passedOver++;
    else if (entry.isSymbolicLink() && (await leadsOut(path, bounds)))
      found.refused.push({ source: name, reason: OUT });
    else found.sources.push({ kind: 'file', label: name, path });
  }
}

const OUT = 'a link that leads out of this folder is not followed. Name the file itself';

/** Whether a link ends outside; one that ends nowhere is said when it is read. */
async function leadsOut(path: string, { inside }: Bounds): Promise<boolean> {
  const end = await realpath(path).catch(() => null);
  return end !== null && !end.startsWith(inside.endsWith(sep) ? inside : inside + sep);
}
