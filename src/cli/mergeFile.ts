import { resolve } from 'node:path';
import { mergeFile as merge } from '../project/mergeFile.ts';
import type { Session } from './session.ts';

/** `merge-file BASE OURS THEIRS`: what git calls to merge our files; the result stands in OURS. */
export async function mergeFile(
  session: Session,
  base: string,
  ours: string,
  theirs: string,
): Promise<number> {
  const at = (path: string) => resolve(session.world.here, path);
  const notes = await merge({ base: at(base), ours: at(ours), theirs: at(theirs) });
  for (const note of notes) await session.say(note);
  return 0;
}
