import { basename, dirname } from 'node:path';
import { Fault, systemReason } from '../model/fault.ts';
import { keepAside } from './aside.ts';
import { atomicWrite, removeFile } from './atomicWrite.ts';
import type { Keeping } from './dataFile.ts';
import { unlessMissing } from './fileSystem.ts';
import { withLock } from './lock.ts';
import { readMarkers } from './merge/conflictMarkers.ts';
import { mergeTexts } from './merge/mergeTexts.ts';
import type { DataPaths } from './paths.ts';
import { makeOnShelf } from './shelf.ts';

/** What was done to a file, as words that follow its name; `null`: nothing could be done. */
export type Mended = string | null;

const NOTHING = new Uint8Array();

/**
 * Mends a data file that cannot be read: the two sides of a git conflict are merged by id, else the
 * last good version takes its place. What stood there is kept on the shelf first. Throws Locked and
 * Fault; then nothing was changed.
 */
export function mendFile(keeping: Keeping, paths: DataPaths): Promise<Mended> {
  return underLock(keeping, paths, async () => {
    const { files } = keeping;
    const bytes = (await unlessMissing(files.readFile(paths.path))) ?? NOTHING;
    const merged = mergedMarkers(bytes);
    const backup = await unlessMissing(files.readFile(paths.backup));
    const good = merged ?? (backup && isGood(backup) ? backup : null);
    if (good === null || isGood(bytes)) return null;
    const aside = await keepAside(files, paths, bytes, 'broken');
    await atomicWrite(paths.path, good, { files });
    const what = merged
      ? 'both sides of a git conflict were merged by id'
      : 'the version before its last change was put back, so that change may be missing';
    return `${what}; what stood there is in ${aside}`;
  });
}

/**
 * Merges a copy that a sync tool made into the file that it is a copy of, by id: nothing counts as
 * removed, for nobody knows what both were made from. The copy then lies on the shelf. Throws Locked
 * and Fault; then nothing was changed.
 */
export function absorbCopy(keeping: Keeping, paths: DataPaths, copy: string): Promise<Mended> {
  return underLock(keeping, paths, async () => {
    const { files } = keeping;
    const theirs = await unlessMissing(files.readFile(copy));
    const ours = (await unlessMissing(files.readFile(paths.path))) ?? NOTHING;
    if (theirs === null) return null;
    const merged = mergeTexts({ base: NOTHING, ours, theirs });
    if (merged.kind === 'refused') return null;
    await keepAside(files, paths, ours, 'before-copy');
    const aside = await keepAside(files, paths, theirs, 'copy');
    await atomicWrite(paths.path, new TextEncoder().encode(merged.text), { files });
    await removeFile(copy, files, async () => undefined);
    return `merged into ${basename(paths.path)} by id; the copy is in ${aside}`;
  });
}

function mergedMarkers(bytes: Uint8Array): Uint8Array | null {
  const versions = readMarkers(new TextDecoder().decode(bytes));
  if (versions === null) return null;
  const [base, ours, theirs] = [versions.base ?? '', versions.ours, versions.theirs].map(text =>
    new TextEncoder().encode(text),
  );
  const merged = mergeTexts({
    base: base ?? NOTHING,
    ours: ours ?? NOTHING,
    theirs: theirs ?? NOTHING,
  });
  return merged.kind === 'merged' ? new TextEncoder().encode(merged.text) : null;
}

/** Whether bytes can be read as one of our files: merged with themselves they are. */
const isGood = (bytes: Uint8Array): boolean =>
  bytes.length > 0 && mergeTexts({ base: bytes, ours: bytes, theirs: bytes }).kind === 'merged';

async function underLock(
  { files, wait }: Keeping,
  paths: DataPaths,
  work: () => Promise<Mended>,
): Promise<Mended> {
  try {
    await makeOnShelf(files, paths, dirname(paths.lock));
    return await withLock({ files, path: paths.lock, subject: paths.path, wait }, work);
  } catch (cause) {
    if (cause instanceof Fault) throw cause;
    const message = `${paths.path} could not be mended: ${systemReason(cause)}; it is as it was`;
    throw new Fault(message, { file: paths.path, cause });
  }
}
