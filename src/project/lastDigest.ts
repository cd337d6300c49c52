import { join } from 'node:path';
import { type DigestChoice, plainChoice } from '../model/recipe.ts';
import { exportFile } from '../store/atomicWrite.ts';
import { choiceOfData } from '../store/recipesFile.ts';
import { type Environment, isRecord, readJson, stateFolder } from './settings.ts';

const fileOf = (env: Environment) => join(stateFolder(env), 'digests.json');

/** What was chosen the last time for a digest of one project; `null` where nothing can be read. */
export function readLastDigest(env: Environment, root: string): DigestChoice | null {
  const all = readJson(fileOf(env));
  return isRecord(all) ? choiceOfData(all[root]) : null;
}

/** Remembers it for one project. It is a convenience: a disk that refuses is no error. */
export async function saveLastDigest(
  env: Environment,
  root: string,
  choice: DigestChoice,
): Promise<void> {
  const all = readJson(fileOf(env));
  const next = { ...(isRecord(all) ? all : {}), [root]: { ...plainChoice, ...choice } };
  await exportFile(fileOf(env), `${JSON.stringify(next, null, 1)}\n`).catch(() => undefined);
}
