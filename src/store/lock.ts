import { basename, dirname, join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import * as z from 'zod/mini';
import { Locked } from '../model/fault.ts';
import { codeOf, type FileSystem, unlessMissing } from './fileSystem.ts';
import { type NewFile, removeQuietly, writeNewFile } from './newFile.ts';
import { hasEnded, newNonce, type Owner, tempName, thisOwner } from './owner.ts';
import { readJson } from './readJson.ts';

/**
 * A lock is a file that says who writes: host, process, nonce. It keeps writers from working in vain;
 * that nothing is lost if one does not keep to it is seen to where the file is replaced.
 */
export interface Holder extends Owner {
  /** The run of this module: two copies of it in one process do not take each other's locks. */
  run: string;
  nonce: string;
}

const thisRun = newNonce();
/** The nonces of the locks that this run holds, or is about to. */
const held = new Set<string>();

export interface LockRequest {
  files: FileSystem;
  /** The lock file. Its folder must be there. */
  path: string;
  /** The file that is to be written, for the message. */
  subject: string;
  /** How long to wait for another writer, in milliseconds. */
  wait: number;
}

/** Between two looks at a lock that is held, in milliseconds. */
const SHORTEST_PAUSE = 4;
const LONGEST_PAUSE = 20;

/**
 * Does the work while holding the lock, and gives it back however the work ends. A lock whose process
 * on this host has ended is taken over; one from another host never is, however old. Throws Locked
 * after the wait, and what the work or the disk throws.
 */
export async function withLock<T>(request: LockRequest, work: () => Promise<T>): Promise<T> {
  const nonce = await waitForLock(request);
  try {
    return await work();
  } finally {
    await release(request.files, request.path, nonce);
  }
}

/** Whether nobody will ever give the lock back: its process has ended, or this run could not remove it. */
const isLeftOver = (holder: Holder): boolean =>
  hasEnded(holder) || (holder.run === thisRun && !held.has(holder.nonce));

async function waitForLock({ files, path, subject, wait }: LockRequest): Promise<string> {
  const deadline = performance.now() + wait;
  for (;;) {
    const nonce = await tryLock(files, path);
    if (nonce !== null) return nonce;
    if (performance.now() >= deadline) throw await lockedBy(files, path, subject);
    await delay(SHORTEST_PAUSE + Math.random() * (LONGEST_PAUSE - SHORTEST_PAUSE));
  }
}

async function lockedBy(files: FileSystem, path: string, subject: string): Promise<Locked> {
  const holder = await readHolder(files, path);
  const who = holder ? `process ${holder.pid} on ${holder.host}` : 'another program';
  return new Locked(
    `${subject} is being written by ${who}: try again, or delete ${path} if that program is gone`,
    { file: path },
  );
}

/** The nonce of the lock that was taken, or `null` if somebody holds it. */
async function tryLock(files: FileSystem, path: string): Promise<string | null> {
  const holder = await readHolder(files, path);
  if (holder && !isLeftOver(holder)) return null;
  if (holder && !(await removeLeftOver(files, path, holder))) return null;
  return place(files, path);
}

/** Makes the lock, and answers with its nonce; `null` if there is one already. */
async function place(files: FileSystem, path: string): Promise<string | null> {
  const nonce = newNonce();
  const holder: Holder = { ...thisOwner(), run: thisRun, nonce };
  const bytes = new TextEncoder().encode(JSON.stringify(holder));
  const file: NewFile = { bytes, mode: 0o600, exactMode: null, durable: false };
  // Before the lock can be seen: until then, nobody must take it for one that was left over.
  held.add(nonce);
  let isPlaced = false;
  try {
    isPlaced = await placeWhole(files, path, file);
  } finally {
    if (!isPlaced) held.delete(nonce);
  }
  return isPlaced ? nonce : null;
}

/** Puts a file there with its content in one step; `false` if there is one already. */
async function placeWhole(files: FileSystem, path: string, file: NewFile): Promise<boolean> {
  const temp = join(dirname(path), tempName(basename(path)));
  await writeNewFile(files, temp, file);
  try {
    await files.link(temp, path);
    return true;
  } catch (cause) {
    if (codeOf(cause) === 'EEXIST') return false;
    return await placeWithoutLinks(files, path, file);
  } finally {
    await removeQuietly(files, temp);
  }
}

/** For file systems without hard links: a kill between making and writing leaves a lock of nobody. */
async function placeWithoutLinks(files: FileSystem, path: string, file: NewFile): Promise<boolean> {
  try {
    await writeNewFile(files, path, file);
    return true;
  } catch (cause) {
    if (codeOf(cause) === 'EEXIST') return false;
    throw cause;
  }
}

/**
 * Removes a lock that was left over; `false` if somebody else is about to. The right to remove this
 * very lock, known by its nonce, is a lock itself: of two that saw it left over, the later one must not
 * remove what the earlier one has put in its place meanwhile.
 */
async function removeLeftOver(files: FileSystem, path: string, left: Holder): Promise<boolean> {
  const right = `${path}.${left.nonce}`;
  const nonce = await tryLock(files, right);
  if (nonce === null) return false;
  try {
    const present = await readHolder(files, path);
    if (present?.nonce !== left.nonce) return true;
    const aside = join(dirname(path), tempName(basename(path)));
    await files.rename(path, aside);
    await removeQuietly(files, aside);
    return true;
  } finally {
    await release(files, right, nonce);
  }
}

/** Gives back our own lock; one that somebody else has put there stays. Never throws. */
async function release(files: FileSystem, path: string, nonce: string): Promise<void> {
  const holder = await readHolder(files, path);
  if (holder?.nonce === nonce) await removeQuietly(files, path);
  held.delete(nonce);
}

const holderSchema = z.object({
  host: z.string(),
  pid: z.int().check(z.gte(1)),
  start: z.nullable(z.string()),
  run: z._default(z.string(), ''),
  nonce: z.string().check(z.regex(/^[0-9a-f]{16}$/)),
});

/** Who holds the lock; `null` if nobody does, or nobody can tell. Never throws. */
export async function readHolder(files: FileSystem, path: string): Promise<Holder | null> {
  const bytes = await unlessMissing(files.readFile(path)).catch(() => null);
  const read = bytes && readJson(bytes);
  if (read?.kind !== 'data') return null;
  return holderSchema.safeParse(read.data).data ?? null;
}

/** Removes the lock at `path` if it was left over; `true` if so. */
export async function clearLeftOverLock(files: FileSystem, path: string): Promise<boolean> {
  const holder = await readHolder(files, path);
  return holder !== null && isLeftOver(holder) && (await removeLeftOver(files, path, holder));
}
