import { mkdirSync, symlinkSync, writeFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { Fault } from '../../src/model/fault.ts';
import { findProject, isFolder } from '../../src/project/root.ts';
import { makeProject } from '../support/project.ts';

test('the folder itself, or its nearest parent with texts/', () => {
  using outer = makeProject({});
  mkdirSync(outer.path('notes', 'deep'), { recursive: true });
  mkdirSync(outer.path('inner', 'texts'), { recursive: true });
  mkdirSync(outer.path('inner', 'work'), { recursive: true });
  expect(findProject(undefined, outer.folder)).toBe(outer.folder);
  expect(findProject(undefined, outer.path('notes', 'deep'))).toBe(outer.folder);
  expect(findProject(undefined, outer.path('texts'))).toBe(outer.folder);
  expect(findProject(undefined, outer.path('inner', 'work'))).toBe(outer.path('inner'));
});

test('a folder that is named is taken as it is, never its parent', () => {
  using project = makeProject({});
  mkdirSync(project.path('notes'));
  expect(findProject('.', project.folder)).toBe(project.folder);
  expect(findProject('..', project.path('notes'))).toBe(project.folder);
  expect(() => findProject('notes', project.folder)).toThrow(
    /notes: not a project: it has no folder texts\/\. "marginalia init .*notes" makes one$/,
  );
  expect(() => findProject('nowhere', project.folder)).toThrow(/nowhere: no such folder\./);
});

test('no project here or above is a fault that says what to do', () => {
  // The root of the file system is above everything and no project.
  const call = () => findProject(undefined, '/');
  expect(call).toThrow(Fault);
  expect(call).toThrow(
    '/: no project here or above: no folder texts/. "marginalia init" makes one',
  );
});

test('a file called texts makes no project; a link to a folder does', () => {
  using project = makeProject({});
  mkdirSync(project.path('a'));
  mkdirSync(project.path('b'));
  writeFileSync(project.path('a', 'texts'), '');
  symlinkSync(project.path('texts'), project.path('b', 'texts'));
  expect(isFolder(project.path('a', 'texts'))).toBe(false);
  expect(findProject(undefined, project.path('a'))).toBe(project.folder);
  expect(findProject(undefined, project.path('b'))).toBe(project.path('b'));
});
