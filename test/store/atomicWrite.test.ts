import {
  chmodSync,
  lstatSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  statSync,
  symlinkSync,
} from 'node:fs';
import { dirname, join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { Fault } from '../../src/model/fault.ts';
import { atomicWrite, exportFile } from '../../src/store/atomicWrite.ts';
import type { FileSystem } from '../../src/store/fileSystem.ts';
import { makeProject, type TestProject } from '../support/project.ts';
import { afterPowerCut } from './powerCut.ts';
import { type Call, failingFiles, systemError, watchedFiles } from './watchedFiles.ts';

const bytes = (text: string) => new TextEncoder().encode(text);
const OLD = 'the old words';
const NEW = 'and the new words';

const projectWithOld = (): TestProject => {
  const project = makeProject({});
  project.write('notes/a.json', OLD);
  return project;
};
const faultOf = (work: Promise<unknown>): Promise<unknown> =>
  work.then(
    () => 'no fault',
    (cause: unknown) => cause,
  );

describe('atomicWrite', () => {
  it('replaces the file and leaves nothing beside it', async () => {
    using project = projectWithOld();
    await atomicWrite(project.path('notes/a.json'), bytes(NEW));
    expect(project.read('notes/a.json')).toBe(NEW);
    expect(readdirSync(project.path('notes'))).toEqual(['a.json']);
  });

  it.each([0o640, 0o604, 0o777])('keeps the permissions that the file had: %o', async mode => {
    using project = projectWithOld();
    chmodSync(project.path('notes/a.json'), mode);
    await atomicWrite(project.path('notes/a.json'), bytes(NEW));
    expect(statSync(project.path('notes/a.json')).mode & 0o7777).toBe(mode);
  });

  it('makes a new file for its owner alone', async () => {
    using project = projectWithOld();
    await atomicWrite(project.path('notes/b.json'), bytes(NEW));
    expect(statSync(project.path('notes/b.json')).mode & 0o7777).toBe(0o600);
  });

  it('writes on through a link, which stays', async () => {
    using project = projectWithOld();
    symlinkSync('notes/a.json', project.path('link.json'));
    await atomicWrite(project.path('link.json'), bytes(NEW));
    expect(project.read('notes/a.json')).toBe(NEW);
    expect(lstatSync(project.path('link.json')).isSymbolicLink()).toBe(true);
  });

  it('refuses a link to nothing', async () => {
    using project = projectWithOld();
    symlinkSync('nowhere.json', project.path('link.json'));
    const fault = await faultOf(atomicWrite(project.path('link.json'), bytes(NEW)));
    expect(fault).toMatchObject({ message: expect.stringContaining('is a link to nothing') });
    expect(project.has('nowhere.json')).toBe(false);
  });

  it('writes all bytes where the disk takes a few at a time', async () => {
    using project = projectWithOld();
    const files = watchedFiles(() => undefined);
    const slow: FileSystem = {
      ...files,
      open: async (...args) => {
        const handle = await files.open(...args);
        return {
          ...handle,
          write: (data, offset, length, position) =>
            handle.write(data, offset, Math.min(length, 3), position),
        };
      },
    };
    await atomicWrite(project.path('notes/a.json'), bytes(NEW), { files: slow });
    expect(project.read('notes/a.json')).toBe(NEW);
  });

  it.each([
    ['takes no more', async () => ({ bytesWritten: 0 }), 'the disk took no more bytes'],
    [
      'loses some',
      async (_: Uint8Array, __: number, length: number) => ({ bytesWritten: length }),
      '0 of 17 bytes arrived',
    ],
  ])('fails where the disk %s without a word', async (_, write, reason) => {
    using project = projectWithOld();
    const files = watchedFiles(() => undefined);
    const lossy: FileSystem = {
      ...files,
      open: async (...args) => ({ ...(await files.open(...args)), write }),
    };
    const path = project.path('notes/a.json');
    expect(await faultOf(atomicWrite(path, bytes(NEW), { files: lossy }))).toMatchObject({
      message: `${path} could not be written: ${reason}, mend that and try again; it is as it was`,
    });
    expect(project.read('notes/a.json')).toBe(OLD);
    expect(readdirSync(project.path('notes'))).toEqual(['a.json']);
  });

  it('tries a rename again on Windows, where a scanner may hold the file for a moment', async () => {
    using project = projectWithOld();
    const files = { ...failingFiles(1, 'rename', 'EBUSY'), platform: 'win32' };
    await atomicWrite(project.path('notes/a.json'), bytes(NEW), { files });
    expect(project.read('notes/a.json')).toBe(NEW);
  });

  it('bears a file system that cannot sync a folder', async () => {
    using project = projectWithOld();
    const files = watchedFiles(({ kind, path }) => {
      if (kind === 'sync' && path === project.path('notes')) throw systemError('EINVAL');
    });
    await atomicWrite(project.path('notes/a.json'), bytes(NEW), { files });
    expect(project.read('notes/a.json')).toBe(NEW);
  });

  it('says so when the folder cannot be synced: the new bytes stand, but not for certain', async () => {
    using project = projectWithOld();
    const files = watchedFiles(({ kind, path }) => {
      if (kind === 'sync' && path === project.path('notes')) throw systemError('EIO');
    });
    const path = project.path('notes/a.json');
    expect(await faultOf(atomicWrite(path, bytes(NEW), { files }))).toMatchObject({
      message: `${path} was changed, but the disk did not confirm it: the disk reported an error, mend that and try again; a power cut now could undo it`,
    });
    expect(project.read('notes/a.json')).toBe(NEW);
  });

  // Every call that a plain write makes, with what people are told.
  it.each([
    ['realpath', 'EACCES', 'no permission'],
    ['lstat', 'EACCES', 'no permission'],
    ['create', 'EROFS', 'the file system is read-only'],
    ['create', 'EMFILE', 'too many open files'],
    ['chmod', 'EPERM', 'not permitted'],
    ['write', 'ENOSPC', 'the disk is full'],
    ['write', 'EDQUOT', 'the disk quota is used up'],
    ['write', 'EFBIG', 'the file would be too large'],
    ['fstat', 'EIO', 'the disk reported an error'],
    ['sync', 'EIO', 'the disk reported an error'],
    ['close', 'EIO', 'the disk reported an error'],
    ['rename', 'EACCES', 'no permission'],
  ])('%s fails with %s: in words, old bytes, nothing left behind', async (kind, code, reason) => {
    using project = projectWithOld();
    const path = project.path('notes/a.json');
    const fault = await faultOf(
      atomicWrite(path, bytes(NEW), { files: failingFiles(1, kind, code) }),
    );
    expect(fault).toBeInstanceOf(Fault);
    expect(fault).toMatchObject({
      file: path,
      message: `${path} could not be written: ${reason}, mend that and try again; it is as it was`,
    });
    expect(project.read('notes/a.json')).toBe(OLD);
    expect(readdirSync(project.path('notes'))).toEqual(['a.json']);
  });
});

describe('the order of calls', () => {
  async function callsOfWrite(project: TestProject): Promise<Call[]> {
    const calls: Call[] = [];
    const files = watchedFiles(call => calls.push(call));
    await atomicWrite(project.path('notes/a.json'), bytes(NEW), { files });
    return calls;
  }

  it('is: sync the new file, rename, sync the folder', async () => {
    using project = projectWithOld();
    const calls = await callsOfWrite(project);
    const target = project.path('notes/a.json');
    const rename = calls.findIndex(call => call.kind === 'rename' && call.to === target);
    const temp = calls[rename]?.path ?? '';
    const at = (kind: string, path: string) =>
      calls.findIndex(call => call.kind === kind && call.path === path);
    expect(dirname(temp)).toBe(dirname(target));
    expect(at('write', temp)).toBeLessThan(at('sync', temp));
    expect(at('sync', temp)).toBeLessThan(rename);
    expect(at('sync', dirname(target))).toBeGreaterThan(rename);
    expect(calls.filter(call => call.path === target && call.kind === 'write')).toEqual([]);
  });

  it('leaves the old or the new bytes after a power cut at any moment, the new ones at the end', async () => {
    using project = projectWithOld();
    const calls = await callsOfWrite(project);
    const target = project.path('notes/a.json');
    for (let made = 0; made <= calls.length; made++) {
      for (const content of afterPowerCut(calls.slice(0, made), target, OLD)) {
        expect([OLD, NEW]).toContain(content);
      }
    }
    expect(afterPowerCut(calls, target, OLD)).toEqual([NEW]);
  });
});

describe('exportFile', () => {
  it('writes text with the permissions of any new file, and makes the folder', async () => {
    using project = projectWithOld();
    const path = project.path('out/deep/digest.md');
    await exportFile(path, 'é');
    expect(readFileSync(path)).toEqual(Buffer.from('é'));
    expect(statSync(path).mode & 0o7777).toBe(0o666 & ~process.umask());
  });

  it('never writes through a link, nor over it', async () => {
    using project = projectWithOld();
    symlinkSync('notes/a.json', project.path('digest.md'));
    const path = project.path('digest.md');
    expect(await faultOf(exportFile(path, NEW))).toMatchObject({
      message: `${path} is a link: nothing was written; name the file itself`,
    });
    expect(project.read('notes/a.json')).toBe(OLD);
  });

  it('does not write over a folder', async () => {
    using project = projectWithOld();
    mkdirSync(project.path('digest.md'));
    const fault = await faultOf(exportFile(project.path('digest.md'), NEW));
    expect(fault).toMatchObject({ message: expect.stringContaining('is not a file') });
  });

  it('says what is wrong with a folder that cannot be made', async () => {
    using project = projectWithOld();
    const inTheWay = project.path('notes/a.json');
    expect(await faultOf(exportFile(join(inTheWay, 'digest.md'), NEW))).toMatchObject({
      message: `${inTheWay} is not a folder: nothing was written; move it out of the way`,
    });
    const files = failingFiles(1, 'mkdir', 'EROFS');
    const path = project.path('out/digest.md');
    expect(await faultOf(exportFile(path, NEW, files))).toMatchObject({
      message: `${path} could not be written: the file system is read-only, mend that and try again; or give another place`,
    });
  });
});
