import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import envPaths from 'env-paths';
import secureJson from 'secure-json-parse';

type Environment = Readonly<Record<string, string | undefined>>;

/** What the user's settings file may say. A file that cannot be read counts as empty. */
export interface Settings {
  coder: string | null;
}

/** The folder of the user's settings: `MARGINALIA_CONFIG`, else the platform's. */
export const settingsFolder = (env: Environment): string =>
  env.MARGINALIA_CONFIG ?? folders().config;

/** The folder of what the program remembers for the user, such as reading positions. */
export function stateFolder(env: Environment): string {
  if (env.MARGINALIA_STATE) return env.MARGINALIA_STATE;
  return env.XDG_STATE_HOME ? join(env.XDG_STATE_HOME, 'marginalia') : folders().log;
}

const folders = () => envPaths('marginalia', { suffix: '' });

export function readSettings(env: Environment): Settings {
  const found = readJson(join(settingsFolder(env), 'settings.json'));
  const coder = isRecord(found) && typeof found.coder === 'string' ? found.coder : null;
  return { coder };
}

/** A small JSON file of the user's; `null` where it is missing or broken. */
export function readJson(path: string): unknown {
  try {
    return secureJson.parse(readFileSync(path, 'utf8').replace(/^\uFEFF/, ''));
  } catch {
    return null;
  }
}

export const isRecord = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);
