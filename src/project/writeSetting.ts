import { dirname } from 'node:path';
import { BrokenFile, Fault, systemReason } from '../model/fault.ts';
import { atomicWrite } from '../store/atomicWrite.ts';
import { realFileSystem } from '../store/fileSystem.ts';
import { makeFolder } from '../store/newFile.ts';
import { oneLine } from '../store/serialise.ts';
import { type Environment, isRecord, settingsPath } from './settings.ts';
import { dataOf } from './settingsFile.ts';

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
