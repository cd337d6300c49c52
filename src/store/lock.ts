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
  nonce: string;
}

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
  const nonce = newNonce();
  for (;;) {
    if (await place(files, path, { ...thisOwner(), nonce })) return nonce;
    const holder = await readHolder(files, path);
    if (holder === null || !hasEnded(holder)) return null;
    if (!(await removeEnded(files, path, holder))) return null;
  }
}

/** Puts the lock there with its content in one step; `false` if there is one already. */
async function place(files: FileSystem, path: string, holder: Holder): Promise<boolean> {
  const temp = join(dirname(path), tempName(basename(path)));
  const file = { bytes: bytesOf(holder), mode: 0o600, exactMode: null, durable: false };
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

const bytesOf = (holder: Holder) => new TextEncoder().encode(JSON.stringify(holder));

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
 * Removes the lock of a process that has ended; `false` if somebody else is about to. The right to
 * remove this very lock, known by its nonce, is a lock itself: of two that saw it dead, the later one
 * must not remove what the earlier one has put in its place meanwhile.
 */
async function removeEnded(files: FileSystem, path: string, ended: Holder): Promise<boolean> {
  const right = `${path}.${ended.nonce}`;
  const nonce = await tryLock(files, right);
  if (nonce === null) return false;
  try {
    const present = await readHolder(files, path);
    if (present?.nonce !== ended.nonce) return true;
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
}

const holderSchema = z.object({
  host: z.string(),
  pid: z.int().check(z.gte(1)),
  start: z.nullable(z.string()),
  nonce: z.string().check(z.regex(/^[0-9a-f]{16}$/)),
});

/** Who holds the lock; `null` if nobody does, or nobody can tell. Never throws. */
export async function readHolder(files: FileSystem, path: string): Promise<Holder | null> {
  const bytes = await unlessMissing(files.readFile(path)).catch(() => null);
  const read = bytes && readJson(bytes);
  if (read?.kind !== 'data') return null;
  return holderSchema.safeParse(read.data).data ?? null;
}

/** Removes the lock at `path` if its process has ended. `true` if it did, and nothing is there now. */
export async function clearEndedLock(files: FileSystem, path: string): Promise<boolean> {
  const holder = await readHolder(files, path);
  return holder !== null && hasEnded(holder) && (await removeEnded(files, path, holder));
}
