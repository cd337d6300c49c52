import { dirname, join, relative } from 'node:path';
import { systemReason } from '../model/fault.ts';
import type { Keeping } from './dataFile.ts';
import { codeOf } from './fileSystem.ts';
import { SHELF } from './paths.ts';

/**
 * Why nothing can be written for a coder, in one line; `null` where nothing stands in the way. It is
 * asked of the system and nothing is tried: a disk may still refuse later. Never throws.
 */
export async function whyReadOnly(
  { files, annotations }: Keeping,
  coder: string,
): Promise<string | null> {
  const folders = [join(annotations, coder), join(annotations, SHELF, 'locks')];
  for (const folder of folders) {
    const reason = await refusal(files, folder, dirname(annotations));
    if (reason !== null) return reason;
  }
  return null;
}

/** Asks of the folder, or of the nearest above it that is there, not above `top`. */
async function refusal(
  files: Keeping['files'],
  folder: string,
  top: string,
): Promise<string | null> {
  try {
    await files.writable(folder);
    return null;
  } catch (cause) {
    if (codeOf(cause) === 'ENOENT' && folder !== top) return refusal(files, dirname(folder), top);
    const name = relative(top, folder);
    const where = name === '' ? '' : ` in ${name}`;
    return `read only: ${systemReason(cause)}${where} · mend that, then open it again`;
  }
}
