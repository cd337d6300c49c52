import { basename, dirname, join } from 'node:path';

/**
 * What sync tools put into the name of a file that changed in two places: Dropbox and Nextcloud in
 * several languages, Syncthing, ownCloud; and this program. Such a name is no transcript's.
 */
const MARKS: readonly RegExp[] = [
  / ?\((?:[^()]* )?(?:conflicted copy|case conflict|kopie in konflikt|in konflikt stehende kopie|konfliktkopie|copie en conflit|copia en conflicto|copia in conflitto|conflicterende kopie|cópia em conflito)[^()]*\)/iu,
  /\.sync-conflict-\d{8}-\d{6}(?:-[A-Z0-9]+)?/i,
  /_conflict-\d{8}-\d{6}/i,
  // What this program leaves where somebody's version could not be merged.
  /\.conflict-\d{8}-\d{6}(?:-\d+)?/,
];

/** Whether it is this program that left a copy: somebody's own version. */
export const isLeftVersion = (name: string): boolean =>
  /\.conflict-\d{8}-\d{6}(?:-\d+)?\.(?:json|txt)$/.test(name);

/** What git and its merge tools leave. These may be old versions: merging them would bring back what was removed. */
const LEFT_BY_GIT = /_(?:BACKUP|BASE|LOCAL|REMOTE)_\d+\.json$|\.json(?:\.orig|~.+)$/;
/** Those of them that no transcript's file can be called. */
const NO_PAGE = /\.json(?:\.orig|~.+)$/;

/** What OneDrive, iCloud and browsers put behind a name, which may be part of a name as well. */
const BEHIND = /^(?:[ _-]|\()/;

/** The files that `annotations/` has one of, and that a coder has one of: nothing else there begins so. */
const SINGLE = ['codebook', 'digests', 'project'];
const SINGLE_OF_CODER = ['.state'];

/** Whether a file's name alone says that it is a copy, whatever stands in it. */
export function isConflictCopy(name: string): boolean {
  const form = name.normalize('NFC');
  return MARKS.some(mark => mark.test(form)) || NO_PAGE.test(form);
}

/**
 * The path of the file that a copy was made of, both below `annotations/`; `null` where the path does
 * not say, or where the copy may be old.
 */
export function originalOf(copy: string): string | null {
  const name = basename(copy).normalize('NFC');
  if (LEFT_BY_GIT.test(name)) return null;
  const mark = MARKS.find(one => one.test(name));
  if (mark) return join(dirname(copy), name.replace(mark, ''));
  const single = singleOf(copy);
  return single === null ? null : join(dirname(copy), single);
}

/** The file of which there is one only, and of which a path below `annotations/` is a copy; `null`: of none. */
export function singleOf(path: string): string | null {
  const name = basename(path);
  if (!name.endsWith('.json')) return null;
  const depth = path.split(/[/\\]/).length;
  const stems = depth === 1 ? SINGLE : depth === 2 ? SINGLE_OF_CODER : [];
  const stem = stems.find(one => name.startsWith(one) && BEHIND.test(name.slice(one.length)));
  return stem === undefined ? null : `${stem}.json`;
}

/**
 * Whether the page with the id `id` is a copy of that with the id `said`, which stands in it: as iCloud
 * ("a 2"), OneDrive ("a-LAPTOP") and others name what changed in two places.
 */
export const isCopyOf = (id: string, said: string): boolean =>
  said !== '' && id.startsWith(said) && BEHIND.test(id.slice(said.length));

/** Whether a file may be an old version that git or a merge tool left. */
export const mayBeOld = (name: string): boolean => LEFT_BY_GIT.test(name);
