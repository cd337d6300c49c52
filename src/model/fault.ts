/**
 * Something that could not be done. The message is one line for people: what, where, and what to do
 * next. Only `main` and `cli` turn it into an exit status (1).
 */
export class Fault extends Error {
  override readonly name: string = 'Fault';
  /** The file it is about, as a path; `null` if it is about none. */
  readonly file: string | null;

  constructor(message: string, options: { file?: string; cause?: unknown } = {}) {
    super(message, { cause: options.cause });
    this.file = options.file ?? null;
  }
}

/** The call itself was wrong: an unknown option, an empty name. Exit status 2. */
export class UsageFault extends Fault {
  override readonly name: string = 'UsageFault';
}

/** A file that is not what it should be; it is left as it is. */
export class BrokenFile extends Fault {
  override readonly name: string = 'BrokenFile';
}

/** A file that a newer Marginalia wrote: it can be read, and must not be changed. */
export class NewerFile extends Fault {
  override readonly name: string = 'NewerFile';
}

/** Somebody else is writing and did not finish in time. */
export class Locked extends Fault {
  override readonly name: string = 'Locked';
}

/** The reason that the system gave, in few words: 'no space left on the disk'. */
export function systemReason(cause: unknown): string {
  const code = cause instanceof Error && 'code' in cause ? String(cause.code) : '';
  const fallback = cause instanceof Error ? (cause.message.split('\n', 1)[0] ?? '') : String(cause);
  return REASONS[code] ?? fallback;
}

const REASONS: Readonly<Record<string, string>> = {
  EACCES: 'no permission',
  EPERM: 'not permitted',
  EROFS: 'the file system is read-only',
  ENOSPC: 'the disk is full',
  EDQUOT: 'the disk quota is used up',
  EFBIG: 'the file would be too large',
  EIO: 'the disk reported an error',
  EEXIST: 'something is there already',
  ENOENT: 'no such file or folder',
  ENOTDIR: 'not a folder',
  EISDIR: 'a folder, not a file',
  EMFILE: 'too many open files',
  ENAMETOOLONG: 'the name is too long',
  ELOOP: 'too many links',
};
