import { spawnSync } from 'node:child_process';
import { chmodSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { TestContext } from 'vitest';
import type { TestProject } from './project.ts';

const isDone = (program: string, ...args: string[]): boolean =>
  spawnSync(program, args, { stdio: 'ignore' }).status === 0;

/** For a test that needs what this machine does not allow: it is counted as left out, not as passed. */
export const leftOut = (context: TestContext): never =>
  context.skip('left out: this machine lets us mount no disk');

/** A small disk of its own at a folder, or `null` where this machine lets us mount none. */
export function mountDisk(folder: string, size: string): SmallDisk | null {
  return isDone('mount', '-t', 'tmpfs', '-o', `size=${size}`, 'tmpfs', folder)
    ? new SmallDisk(folder)
    : null;
}

export class SmallDisk {
  private readonly folder: string;

  constructor(folder: string) {
    this.folder = folder;
  }

  /** Fills the disk to its last byte. */
  fill(): void {
    try {
      for (let n = 0; ; n++) writeFileSync(join(this.folder, `filler-${n}`), Buffer.alloc(4096, 1));
    } catch {
      // That is what was wanted.
    }
  }

  /** Makes room again. */
  free(): void {
    for (let n = 0; n < 10_000; n++) rmSync(join(this.folder, `filler-${n}`), { force: true });
  }

  [Symbol.dispose](): void {
    isDone('umount', '-l', this.folder);
  }
}

/**
 * A project's folder that cannot be written while the value lives: the administrator, whom rights do not
 * stop, gets it mounted read-only. `null` where this machine allows neither.
 */
export function makeReadOnly(project: TestProject): Disposable | null {
  const { folder } = project;
  if (process.getuid?.() !== 0) {
    const set = (mode: string) => isDone('chmod', '-R', mode, folder);
    set('a-w');
    return { [Symbol.dispose]: () => void set('u+w') };
  }
  if (!isDone('mount', '--bind', folder, folder)) return null;
  const unmount = { [Symbol.dispose]: () => void isDone('umount', '-l', folder) };
  if (isDone('mount', '-o', 'remount,bind,ro', folder)) return unmount;
  unmount[Symbol.dispose]();
  return null;
}

/** Whether a small disk can be mounted here. */
export const canMount: boolean = (() => {
  const folder = mkdtempSync(join(tmpdir(), 'marginalia-mount-'));
  chmodSync(folder, 0o700);
  using disk = mountDisk(folder, '64k');
  return disk !== null;
})();
