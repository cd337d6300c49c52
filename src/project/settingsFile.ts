import { readFileSync } from 'node:fs';
import { systemReason } from '../model/fault.ts';
import { DEFAULTS } from '../model/settings.ts';
import { codeOf } from '../store/fileSystem.ts';
import { readJson } from '../store/readJson.ts';
import { type Environment, isRecord, settingsPath } from './settings.ts';
import { type CheckedSettings, checkSettings } from './settingsSchema.ts';

/** The user's settings as their file says them. */
export interface FoundSettings extends CheckedSettings {
  file: string;
}

/**
 * Reads the settings. A file that is missing gives the defaults; one that cannot be read gives them as
 * well, with a problem that names it. Never throws.
 */
export function readSettings(env: Environment): FoundSettings {
  const file = settingsPath(env);
  const found = dataOf(file);
  if (found.kind === 'data') return { file, ...checkSettings(found.data) };
  const problems =
    found.kind === 'broken' ? [{ place: '', message: `${found.problem}; ${LEFT_ALONE}` }] : [];
  return { file, settings: DEFAULTS, given: new Set(), problems };
}

const LEFT_ALONE = 'it is left alone and counts as empty: mend it, or move it away';

/** A problem of the settings as one line that names the file. */
export const settingsLine = (file: string, message: string): string =>
  message.startsWith(file) ? message : `${file}: ${message}`;

/** What stands in the file, before any setting is looked at. */
export type FoundData =
  | { kind: 'data'; data: Readonly<Record<string, unknown>> }
  | { kind: 'missing' }
  | { kind: 'broken'; problem: string };

export function dataOf(file: string): FoundData {
  let bytes: Uint8Array;
  try {
    bytes = readFileSync(file);
  } catch (cause) {
    return codeOf(cause) === 'ENOENT'
      ? { kind: 'missing' }
      : { kind: 'broken', problem: `${file} cannot be read: ${systemReason(cause)}` };
  }
  const read = readJson(bytes);
  if (read.kind === 'broken') return { kind: 'broken', problem: `${file} ${read.problem}` };
  return isRecord(read.data)
    ? { kind: 'data', data: read.data }
    : { kind: 'broken', problem: `${file} must be an object: {"colours": "dark"}` };
}
