import { readFileSync } from 'node:fs';
import { dirname } from 'node:path';
import { BrokenFile, Fault, systemReason } from '../model/fault.ts';
import { DEFAULTS } from '../model/settings.ts';
import { atomicWrite } from '../store/atomicWrite.ts';
import { codeOf, realFileSystem } from '../store/fileSystem.ts';
import { makeFolder } from '../store/newFile.ts';
import { readJson } from '../store/readJson.ts';
import { oneLine } from '../store/serialise.ts';
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

type Found =
  | { kind: 'data'; data: Readonly<Record<string, unknown>> }
  | { kind: 'missing' }
  | { kind: 'broken'; problem: string };

function dataOf(file: string): Found {
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

/**
 * Sets one place of the file, `['keys', 'reading', 'memo']` say, or takes it out with `undefined`; all
 * else stays, what this program does not know included. Through a link the file itself is written.
 * Throws a BrokenFile where what is there cannot be read: it is never written over; else a Fault.
 */
export async function writeSetting(
  env: Environment,
  place: readonly string[],
  value: unknown,
): Promise<void> {
  const file = settingsPath(env);
  const found = dataOf(file);
  if (found.kind === 'broken')
    throw new BrokenFile(`${found.problem}; nothing was written: mend it, or move it away`, {
      file,
    });
  const data = withValue(found.kind === 'data' ? found.data : {}, place, value);
  try {
    await makeFolder(realFileSystem, dirname(file));
  } catch (cause) {
    if (cause instanceof Fault) throw cause;
    const reason = systemReason(cause);
    throw new Fault(
      `${file} could not be written: ${reason}; MARGINALIA_CONFIG names another folder`,
      { file, cause },
    );
  }
  const bytes = new TextEncoder().encode(`${textOf(data, '')}\n`);
  await atomicWrite(file, bytes, { links: 'follow', newFileMode: 0o666 });
}

/** The data with one place changed; an object that gets empty by it goes. */
function withValue(
  data: Readonly<Record<string, unknown>>,
  [name = '', ...inner]: readonly string[],
  value: unknown,
): Record<string, unknown> {
  const before = Object.hasOwn(data, name) ? data[name] : undefined;
  const after =
    inner.length === 0 ? value : withValue(isRecord(before) ? before : {}, inner, value);
  const isGone =
    after === undefined || (inner.length > 0 && Object.keys(Object(after)).length === 0);
  if (!isGone) return { ...data, [name]: after };
  return Object.fromEntries(Object.entries(data).filter(([key]) => key !== name));
}

/** JSON with a line for each field, and each list on one: a changed key is one changed line to git. */
function textOf(value: unknown, indent: string): string {
  if (!isRecord(value) || Object.keys(value).length === 0) return oneLine(value);
  const inner = `${indent}  `;
  const fields = Object.entries(value).map(
    ([name, field]) => `${inner}${JSON.stringify(name)}: ${textOf(field, inner)}`,
  );
  return `{\n${fields.join(',\n')}\n${indent}}`;
}
