import { hash, randomBytes } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { hostname } from 'node:os';

/** The process that a lock or a temporary file belongs to. */
export interface Owner {
  host: string;
  pid: number;
  /** When the process began, in a unit of the system's own; `null` where that cannot be read. */
  start: string | null;
}

export const newNonce = (): string => randomBytes(8).toString('hex');

/** This process. */
export const thisOwner = (): Owner => ({
  host: hostname(),
  pid: process.pid,
  start: processStatus(process.pid)?.start ?? null,
});

/**
 * Whether the owner is known to have ended: a process of this host that is gone, or whose number has
 * passed to a process that began at another time. Of other hosts nothing is known.
 */
export function hasEnded({ host, pid, start }: Owner): boolean {
  if (host !== hostname()) return false;
  if (!answers(pid)) return true;
  const status = processStatus(pid);
  if (status === null) return false;
  return status.isDead || (start !== null && start !== status.start);
}

function answers(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (cause) {
    // Any other answer, 'not permitted' for instance, comes from a process that lives.
    return !(cause instanceof Error && 'code' in cause && cause.code === 'ESRCH');
  }
}

/** What Linux tells of a process (proc(5): field 3 is the state, field 22 the start); `null` elsewhere. */
function processStatus(pid: number): { start: string; isDead: boolean } | null {
  try {
    const line = readFileSync(`/proc/${pid}/stat`, 'latin1');
    // Field 2 is the program's name in brackets, which may hold spaces and brackets itself.
    const fields = line.slice(line.lastIndexOf(')') + 2).split(' ');
    const [state = '', start = ''] = [fields[0], fields[19]];
    return start === '' ? null : { start, isDead: state === 'Z' || state === 'X' };
  } catch {
    return null;
  }
}

const TEMP_NAME = /^\..+\.(?<host>[0-9a-f]{8})-(?<pid>[1-9]\d{0,9})-[0-9a-f]{16}\.tmp$/;
/** Code points of the name that are kept, so that the whole stays far below 255 bytes. */
const NAME_KEPT = 32;

const hostTag = () => hash('sha256', hostname()).slice(0, 8);

/** A name nobody can guess for a temporary file beside the file `name`; it says whose it is. */
export function tempName(name: string): string {
  const short = Array.from(name).slice(0, NAME_KEPT).join('');
  return `.${short}.${hostTag()}-${process.pid}-${newNonce()}.tmp`;
}

/** Whether a file name is that of a temporary file whose process, on this host, has ended. */
export function isDeadTemp(name: string): boolean {
  const { host, pid } = TEMP_NAME.exec(name)?.groups ?? {};
  return host === hostTag() && hasEnded({ host: hostname(), pid: Number(pid), start: null });
}
