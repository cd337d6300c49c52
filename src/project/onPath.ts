import { access, constants } from 'node:fs/promises';
import { join } from 'node:path';

/** Whether one of the folders holds a program of that name. */
export async function onPath(program: string, folders: readonly string[]): Promise<boolean> {
  for (const folder of folders.filter(Boolean)) {
    const found = await access(join(folder, program), constants.X_OK).then(
      () => true,
      () => false,
    );
    if (found) return true;
  }
  return false;
}
