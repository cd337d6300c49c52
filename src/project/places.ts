import { join } from 'node:path';
import { exportFile } from '../store/atomicWrite.ts';
import { isRecord, readJson, stateFolder } from './settings.ts';

/** Where the user was in each transcript of a project: paragraph index from 0. */
export type Places = Readonly<Record<string, number>>;

type Environment = Readonly<Record<string, string | undefined>>;

const fileOf = (env: Environment) => join(stateFolder(env), 'places.json');

/** The remembered places of one project; none where nothing can be read. */
export function readPlaces(env: Environment, root: string): Places {
  const all = readJson(fileOf(env));
  const found = isRecord(all) ? all[root] : null;
  if (!isRecord(found)) return {};
  return Object.fromEntries(
    Object.entries(found).filter((entry): entry is [string, number] =>
      Number.isSafeInteger(entry[1]),
    ),
  );
}

/** Remembers the places of one project. They are a convenience: a disk that refuses is no error. */
export async function savePlaces(env: Environment, root: string, places: Places): Promise<void> {
  const all = readJson(fileOf(env));
  const next = { ...(isRecord(all) ? all : {}), [root]: places };
  await exportFile(fileOf(env), `${JSON.stringify(next, null, 1)}\n`).catch(() => undefined);
}
