import { execFileSync } from 'node:child_process';
import { userInfo } from 'node:os';
import { UsageFault } from '../model/fault.ts';
import { slug } from '../model/slug.ts';
import { readSettings } from './settings.ts';

export interface CoderSources {
  /** What `--coder` says. */
  option: string | undefined;
  env: Readonly<Record<string, string | undefined>>;
}

/**
 * Who tags: `--coder`, else `MARGINALIA_CODER`, else the settings file, else git's `user.name`, else the
 * login name; made into a slug. Throws a UsageFault where a name that was given is empty as a slug.
 */
export function coderName({ option, env }: CoderSources): string {
  if (option !== undefined) return checked(option, '--coder');
  if (env.MARGINALIA_CODER) return checked(env.MARGINALIA_CODER, 'MARGINALIA_CODER');
  const settled = readSettings(env).coder;
  if (settled) return checked(settled, 'the settings file');
  return slug(gitName(env)) || slug(loginName()) || 'coder';
}

/** A coder's name as a slug. Throws a UsageFault where nothing is left of it. */
export function checked(name: string, where: string): string {
  const id = slug(name);
  if (id === '')
    throw new UsageFault(`${where}: a coder's name needs a letter or a digit, "${name}" has none`);
  return id;
}

function gitName(env: CoderSources['env']): string {
  try {
    return execFileSync('git', ['config', 'user.name'], {
      encoding: 'utf8',
      env: { ...env },
      stdio: ['ignore', 'pipe', 'ignore'],
      timeout: 2000,
    });
  } catch {
    return '';
  }
}

function loginName(): string {
  try {
    return userInfo().username;
  } catch {
    return '';
  }
}
