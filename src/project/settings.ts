import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import envPaths from 'env-paths';
import secureJson from 'secure-json-parse';

export type Environment = Readonly<Record<string, string | undefined>>;

/** The folder of the user's settings: `MARGINALIA_CONFIG`, else the platform's. */
const settingsFolder = (env: Environment): string => env.MARGINALIA_CONFIG || configFolder(env);

/** The platform's, by the environment that is passed in: `env-paths` looks at the process's own. */
const configFolder = ({ XDG_CONFIG_HOME }: Environment): string =>
  XDG_CONFIG_HOME && process.platform === 'linux'
    ? join(XDG_CONFIG_HOME, 'marginalia')
    : folders().config;

/** The path of the user's settings file, whether it is there or not. */
export const settingsPath = (env: Environment): string =>
  join(settingsFolder(env), 'settings.json');

/** The folder of what the program remembers for the user, such as reading positions. */
export function stateFolder(env: Environment): string {
  if (env.MARGINALIA_STATE) return env.MARGINALIA_STATE;
  return env.XDG_STATE_HOME ? join(env.XDG_STATE_HOME, 'marginalia') : folders().log;
}

const folders = () => envPaths('marginalia', { suffix: '' });

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
