import { spawnSync } from 'node:child_process';
import { hash } from 'node:crypto';
import { symlinkSync, writeFileSync } from 'node:fs';
import { hostname } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { Store } from '../../src/store/store.ts';
import { sweepTemps } from '../../src/store/sweep.ts';
import { makeProject } from '../support/project.ts';
import { LOCK_FILE, PAGE_FILE, projectWith, storeOf, TARGET, tag } from './samples.ts';

const deadPid = spawnSync(process.execPath, ['--version']).pid;
const tempOf = (host: string, pid: number | string) =>
  `.x.json.${hash('sha256', host).slice(0, 8)}-${pid}-0123456789abcdef.tmp`;
const lockOf = (host: string, pid: number) =>
  JSON.stringify({ host, pid, start: null, run: 'another', nonce: '0123456789abcdef' });

describe('sweep', () => {
  it('removes what dead processes of this host left, wherever it is, and nothing else', async () => {
    using project = await projectWith(tag(1));
    const dead = tempOf(hostname(), deadPid);
    const gone = [dead, `alex/${dead}`, `.marginalia/backups/alex/${dead}`];
    const kept = [
      `alex/${tempOf(hostname(), process.pid)}`,
      `alex/${tempOf('elsewhere', deadPid)}`,
      `alex/${tempOf(hostname(), '0')}`,
      'alex/.x.json.tmp',
      'alex/notes.tmp',
    ];
    for (const name of [...gone, ...kept]) project.write(`annotations/${name}`, 'x');
    project.write(LOCK_FILE, lockOf(hostname(), deadPid));
    const { removed } = await storeOf(project).sweep();
    const expected = [...gone.map(name => `annotations/${name}`), LOCK_FILE];
    expect(removed.toSorted()).toEqual(expected.map(name => project.path(name)).toSorted());
    for (const name of expected) expect([name, project.has(name)]).toEqual([name, false]);
    for (const name of kept)
      expect([name, project.has(`annotations/${name}`)]).toEqual([name, true]);
    expect(project.has(PAGE_FILE)).toBe(true);
  });

  it('does so in one folder elsewhere, and in none below it', async () => {
    using project = await projectWith(tag(1));
    const dead = tempOf(hostname(), deadPid);
    const kept = [
      `texts/deeper/${dead}`,
      `texts/${tempOf(hostname(), process.pid)}`,
      'texts/a.tmp',
    ];
    for (const name of [`texts/${dead}`, ...kept]) project.write(name, 'x');
    await sweepTemps(project.path('texts'));
    await sweepTemps(project.path('nowhere'));
    expect(project.has(`texts/${dead}`)).toBe(false);
    for (const name of kept) expect([name, project.has(name)]).toEqual([name, true]);
  });

  it('names the copies that sync tools made and leaves them', async () => {
    using project = await projectWith(tag(1));
    const copies = [
      'alex/interview (conflicted copy 2026-11-22).json',
      'alex/interview.sync-conflict-20261122-101500-ABCDEFG.json',
      'codebook (Zoe’s conflicted copy 2026-11-22).json',
    ];
    for (const name of copies) project.write(`annotations/${name}`, '{}');
    const { conflictCopies } = await storeOf(project).sweep();
    expect(conflictCopies).toEqual(copies.map(name => project.path('annotations', name)));
    for (const name of copies) expect(project.has(`annotations/${name}`)).toBe(true);
  });

  it('names the locks that are left, with their holders where those can be read', async () => {
    using project = await projectWith(tag(1));
    project.write(LOCK_FILE, lockOf('elsewhere', 7));
    const strange = 'annotations/.marginalia/locks/codebook.json.lock';
    project.write(strange, '');
    const { locks, removed } = await storeOf(project).sweep();
    expect(removed).toEqual([]);
    expect(locks).toEqual([
      { file: project.path(LOCK_FILE), holder: JSON.parse(lockOf('elsewhere', 7)) },
      { file: project.path(strange), holder: null },
    ]);
  });

  it('finds nothing in a clean project, and nothing where there is none', async () => {
    using project = await projectWith(tag(1));
    await storeOf(project).changePage(TARGET, items => [...items, tag(2)]);
    const nothing = { removed: [], conflictCopies: [], locks: [] };
    expect(await storeOf(project).sweep()).toEqual(nothing);
    expect(await new Store(project.path('nowhere')).sweep()).toEqual(nothing);
  });

  it('does not follow links out of the folder', async () => {
    using project = makeProject({}, { 'alex/x.json': {} });
    const dead = join(project.folder, tempOf(hostname(), deadPid));
    writeFileSync(dead, 'x');
    symlinkSync(project.folder, project.path('annotations/out'));
    expect((await storeOf(project).sweep()).removed).toEqual([]);
    expect(project.has(tempOf(hostname(), deadPid))).toBe(true);
  });
});
