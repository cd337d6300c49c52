import fs, { type PathLike } from 'node:fs';
import { syncBuiltinESMExports } from 'node:module';

/**
 * The whole file system of this process, whose calls on one folder are counted and refused as a test
 * likes. It must be imported before the program is: what a module has taken from Node stays as it was.
 */
export interface DyingDisk {
  /** Calls on paths below it are counted; empty: none is. */
  folder: string;
  calls: number;
  /** Told of each call before it is made, its number from 1; what it throws is the answer. */
  onCall: (n: number, name: string) => void;
}

export const dyingDisk: DyingDisk = { folder: '', calls: 0, onCall: () => undefined };

const NAMES = [
  'open',
  'readFile',
  'writeFile',
  'mkdir',
  'readdir',
  'realpath',
  'stat',
  'lstat',
  'rename',
  'link',
  'unlink',
  'rm',
  'access',
] as const;
const OF_HANDLES = ['write', 'writeFile', 'stat', 'chmod', 'sync', 'close'] as const;

type AnyFunction = (...args: unknown[]) => Promise<unknown>;

function replace(target: object, name: string, make: (real: AnyFunction) => AnyFunction): void {
  const real: unknown = Reflect.get(target, name);
  if (typeof real === 'function') Reflect.set(target, name, make(real.bind(target)));
}

function asked(name: string): void {
  dyingDisk.calls++;
  dyingDisk.onCall(dyingDisk.calls, name);
}

const isOurs = (path: unknown): boolean =>
  dyingDisk.folder !== '' && typeof path === 'string' && path.startsWith(dyingDisk.folder);

for (const name of NAMES) {
  replace(fs.promises, name, real => async (...args) => {
    if (!isOurs(args[0] as PathLike)) return real(...args);
    asked(name);
    const answer = await real(...args);
    if (name === 'open' && typeof answer === 'object' && answer !== null) watchHandle(answer);
    return answer;
  });
}
syncBuiltinESMExports();

function watchHandle(handle: object): void {
  for (const name of OF_HANDLES) {
    replace(handle, name, real => async (...args) => {
      // A close that fails has closed nevertheless: no handle may be left open.
      if (name === 'close') await real(...args);
      asked(`handle.${name}`);
      return name === 'close' ? undefined : real(...args);
    });
  }
}

export const diskError = (code: string): Error =>
  Object.assign(new Error(`${code}: made by the test`), { code });
