import { mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir, userInfo } from 'node:os';
import { join } from 'node:path';

export type Environment = Record<string, string | undefined>;

let home: string | undefined;

/** An empty home folder for the programs that this process starts, so that no test reads or writes the user's own settings. */
export function testHome(): string {
  if (home === undefined) {
    const made = mkdtempSync(join(tmpdir(), 'marginalia-home-'));
    process.on('exit', () => rmSync(made, { recursive: true, force: true }));
    home = made;
  }
  return home;
}

/**
 * The environment of a program under test: a colour terminal in UTC, the Node that runs the tests
 * first on the path, and nothing of the machine's that changes what is drawn (CI, COLUMNS, NO_COLOR,
 * EDITOR …). A value of `undefined` in `extra` takes a variable out.
 */
export function cleanEnvironment(extra: Environment = {}): Record<string, string> {
  const base: Environment = {
    PATH: process.env.PATH,
    HOME: testHome(),
    USER: userInfo().username,
    TMPDIR: tmpdir(),
    // Compiled code is no state of the user's; keeping it makes the second start as fast as for users.
    XDG_CACHE_HOME: cacheFolder(),
    LANG: 'C.UTF-8',
    TZ: 'UTC',
    TERM: 'xterm-256color',
    COLORTERM: 'truecolor',
    SYSTEMROOT: process.env.SYSTEMROOT,
    ...extra,
  };
  const set = Object.entries(base).filter(entry => entry[1] !== undefined);
  return Object.fromEntries(set.map(([name, value]) => [name, String(value)]));
}

function cacheFolder(): string {
  const folder = join(import.meta.dirname, '../../node_modules/.cache/marginalia');
  mkdirSync(folder, { recursive: true });
  return folder;
}
