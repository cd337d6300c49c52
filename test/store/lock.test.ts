import { spawnSync } from 'node:child_process';
import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { hostname } from 'node:os';
import { describe, expect, it } from 'vitest';
import { Fault, Locked } from '../../src/model/fault.ts';
import { type FileSystem, realFileSystem } from '../../src/store/fileSystem.ts';
import { type Holder, withLock } from '../../src/store/lock.ts';
import { makeProject, type TestProject } from '../support/project.ts';
import { systemError, watchedFiles } from './watchedFiles.ts';

/** The number of a process that has just ended. */
const deadPid = () => spawnSync(process.execPath, ['--version']).pid;
const NONCE = '0123456789abcdef';
const held = (fields: Partial<Holder> = {}): Holder => ({
  host: hostname(),
  pid: process.pid,
  start: null,
  run: 'another',
  nonce: NONCE,
  ...fields,
});
const content = (holder: unknown) => JSON.stringify(holder);

const lockIn = (project: TestProject) => project.path('a.json.lock');
const request = (project: TestProject, wait: number, files: FileSystem = realFileSystem) => ({
  files,
  path: lockIn(project),
  subject: 'a.json',
  wait,
});
const leftIn = (project: TestProject) =>
  readdirSync(project.folder).filter(name => name !== 'texts');

describe('a lock', () => {
  it('says who holds it while the work lasts, and is gone afterwards', async () => {
    using project = makeProject({});
    const answer = await withLock(request(project, 0), async () => {
      const holder = JSON.parse(readFileSync(lockIn(project), 'utf8'));
      expect(holder).toMatchObject({ host: hostname(), pid: process.pid });
      expect(leftIn(project)).toEqual(['a.json.lock']);
      return 'done';
    });
    expect(answer).toBe('done');
    expect(leftIn(project)).toEqual([]);
  });

  it('is given back when the work fails', async () => {
    using project = makeProject({});
    const failure = new Error('no');
    const work = withLock(request(project, 0), () => Promise.reject(failure));
    await expect(work).rejects.toBe(failure);
    expect(leftIn(project)).toEqual([]);
  });

  it('lets one work at a time', async () => {
    using project = makeProject({});
    const log: string[] = [];
    const work = (name: string) => async () => {
      log.push(`${name} begins`);
      await new Promise(resolve => setTimeout(resolve, 15));
      log.push(`${name} ends`);
    };
    await Promise.all(
      ['one', 'two', 'three'].map(name => withLock(request(project, 5_000), work(name))),
    );
    for (let i = 0; i < log.length; i += 2) {
      expect(log[i + 1]).toBe(log[i]?.replace('begins', 'ends'));
    }
    expect(log).toHaveLength(6);
  });

  it('that stays held is named after the wait, with its holder and what to do', async () => {
    using project = makeProject({});
    writeFileSync(lockIn(project), content(held()));
    const waiting = withLock(request(project, 30), () => Promise.resolve());
    await expect(waiting).rejects.toBeInstanceOf(Locked);
    await expect(withLock(request(project, 0), () => Promise.resolve())).rejects.toThrow(
      `a.json is being written by process ${process.pid} on ${hostname()}: try again, or delete ${lockIn(project)} if that program is gone`,
    );
    expect(readFileSync(lockIn(project), 'utf8')).toBe(content(held()));
  });

  it('of a process that has ended is taken over', async () => {
    using project = makeProject({});
    writeFileSync(lockIn(project), content(held({ pid: deadPid() })));
    expect(await withLock(request(project, 0), async () => 'mine')).toBe('mine');
    expect(leftIn(project)).toEqual([]);
  });

  it('of a process whose number passed to another one is taken over, where the system tells', async () => {
    using project = makeProject({});
    writeFileSync(lockIn(project), content(held({ start: '1' })));
    const work = withLock(request(project, 0), async () => 'mine');
    if (process.platform === 'linux') expect(await work).toBe('mine');
    else await expect(work).rejects.toBeInstanceOf(Locked);
  });

  it.each<[string, unknown]>([
    ['of another host, dead or not', { ...held({ host: 'elsewhere' }), pid: 999_999 }],
    ['that says nothing', ''],
    ['that is no JSON', '{'],
    ['with a process number that stands for all', held({ pid: 0 })],
    ['with a nonce that is a path', held({ nonce: '../../victim' })],
  ])('%s is never taken over, however old', async (_, holder) => {
    using project = makeProject({});
    const bytes = typeof holder === 'string' ? holder : content(holder);
    writeFileSync(lockIn(project), bytes);
    const work = withLock(request(project, 0), () => Promise.resolve());
    await expect(work).rejects.toBeInstanceOf(Locked);
    expect(readFileSync(lockIn(project), 'utf8')).toBe(bytes);
  });

  it('that somebody else has put in the place of ours is not ours to give back', async () => {
    using project = makeProject({});
    await withLock(request(project, 0), async () => {
      writeFileSync(lockIn(project), content(held()));
    });
    expect(readFileSync(lockIn(project), 'utf8')).toBe(content(held()));
  });

  it('of the dead is taken over once: who saw it dead too late must not remove the new one', async () => {
    using project = makeProject({});
    const dead = content(held({ pid: deadPid() }));
    writeFileSync(lockIn(project), dead);
    let stale = true;
    // The slow one still has the dead lock before its eyes when the quick one holds a new one.
    const slow: FileSystem = {
      ...realFileSystem,
      readFile: path => {
        if (!stale || path !== lockIn(project)) return realFileSystem.readFile(path);
        stale = false;
        return Promise.resolve(new TextEncoder().encode(dead));
      },
    };
    await withLock(request(project, 0), async () => {
      const mine = readFileSync(lockIn(project), 'utf8');
      const late = withLock(request(project, 0, slow), () => Promise.resolve());
      await expect(late).rejects.toBeInstanceOf(Locked);
      expect(stale).toBe(false);
      expect(readFileSync(lockIn(project), 'utf8')).toBe(mine);
    });
    expect(leftIn(project)).toEqual([]);
  });

  it('of one who died while taking over a dead one is no hindrance either', async () => {
    using project = makeProject({});
    writeFileSync(lockIn(project), content(held({ pid: deadPid() })));
    const right = held({ pid: deadPid(), nonce: 'fedcba9876543210' });
    writeFileSync(`${lockIn(project)}.${NONCE}`, content(right));
    expect(await withLock(request(project, 0), async () => 'mine')).toBe('mine');
    expect(leftIn(project)).toEqual([]);
  });

  it('that could not be given back is no hindrance to the same program', async () => {
    using project = makeProject({});
    const files = watchedFiles(({ kind, path }) => {
      if (kind === 'unlink' && path === lockIn(project)) throw systemError('EIO');
    });
    await withLock(request(project, 0, files), () => Promise.resolve());
    expect(leftIn(project)).toEqual(['a.json.lock']);
    expect(await withLock(request(project, 0), async () => 'mine')).toBe('mine');
    expect(leftIn(project)).toEqual([]);
  });

  it('works without hard links', async () => {
    using project = makeProject({});
    const files = watchedFiles(({ kind }) => {
      if (kind === 'link') throw systemError('EPERM');
    });
    await withLock(request(project, 0, files), async () => {
      expect(leftIn(project)).toEqual(['a.json.lock']);
      const second = withLock(request(project, 0, files), () => Promise.resolve());
      await expect(second).rejects.toBeInstanceOf(Locked);
    });
    expect(existsSync(lockIn(project))).toBe(false);
  });

  it('that the disk refuses is the disk’s error, not a lock of somebody', async () => {
    using project = makeProject({});
    const files = watchedFiles(({ kind }) => {
      if (kind === 'create') throw systemError('EROFS');
    });
    const work = withLock(request(project, 1_000, files), () => Promise.resolve());
    await expect(work).rejects.toMatchObject({ code: 'EROFS' });
    await expect(work).rejects.not.toBeInstanceOf(Fault);
  });
});
