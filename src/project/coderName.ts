import { execFileSync } from 'node:child_process';
import { userInfo } from 'node:os';
import { UsageFault } from '../model/fault.ts';
import { slug } from '../model/slug.ts';
import { readSettings, settingsLine } from './settingsFile.ts';

export interface CoderSources {
  /** What `--coder` says. */
  option: string | undefined;
  env: Readonly<Record<string, string | undefined>>;
  /** Told why the settings file could not be asked, in one line. */
  onProblem?: ((line: string) => void) | undefined;
}

/**
 * Who tags: `--coder`, else `MARGINALIA_CODER`, else the settings file, else git's `user.name`, else the
 * login name; made into a slug. Throws a UsageFault where a name that was given is empty as a slug.
 */
export function coderName({ option, env, onProblem }: CoderSources): string {
  if (option !== undefined) return checked(option, '--coder');
  if (env.MARGINALIA_CODER) return checked(env.MARGINALIA_CODER, 'MARGINALIA_CODER');
  const settled = settledCoder(env, onProblem);
  if (settled) return checked(settled, 'the settings file');
  return slug(gitName(env)) || slug(loginName()) || 'coder';
}

/** The settings file's word; a file or a name in it that cannot be used is told, and counts as none. */
function settledCoder(env: CoderSources['env'], onProblem: CoderSources['onProblem']) {
  const { file, settings, problems } = readSettings(env);
  for (const { place, message } of problems)
    if (place === '' || place === 'coder') onProblem?.(settingsLine(file, message));
  return settings.coder;
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
