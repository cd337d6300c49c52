import { symlinkSync } from 'node:fs';
import { expect, test } from 'vitest';
import { copySample } from '../support/project.ts';
import { marginalia } from './invoke.ts';

test.each([
  'texts/press-reaction-2021.md',
  'texts/new.md',
  'annotations/codebook.json',
  'annotations/alex/new/deep.md',
  '../PROJECT/texts/new.md',
  'link/new.md',
])('a digest is not written over the project’s own files: %s', path => {
  using project = copySample();
  symlinkSync(project.path('texts'), project.path('link'));
  const name = project.folder.split('/').at(-1) ?? '';
  const out = path.replace('PROJECT', name);
  const before = project.read('texts/press-reaction-2021.md');
  const { status, stderr } = marginalia(project, 'digest', '--out', out);
  expect(status).toBe(1);
  expect(stderr).toMatch(/is for the project's own files\. Give another place\n$/);
  expect(project.read('texts/press-reaction-2021.md')).toBe(before);
  expect(project.has('texts/new.md')).toBe(false);
});

test('nor is a codebook', () => {
  using project = copySample();
  const before = project.read('annotations/codebook.json');
  const out = 'annotations/codebook.json';
  expect(marginalia(project, 'themes', 'export', out).status).toBe(1);
  expect(project.read('annotations/codebook.json')).toBe(before);
  expect(marginalia(project, 'themes', 'export', 'book.json').status).toBe(0);
});

test.each([[['add', 'Odd', '--pattern', '/((/']], [['edit', 'erwt', '--pattern', '/a(?=b)/']]])(
  'an expression that cannot be read is no pattern: themes %j',
  args => {
    using project = copySample();
    const before = project.read('annotations/codebook.json');
    const { status, stderr } = marginalia(project, 'themes', ...args);
    expect(status).toBe(2);
    expect(stderr).toMatch(/^marginalia: pattern \/.*\/: .*\. Nothing was changed\n$/);
    expect(project.read('annotations/codebook.json')).toBe(before);
  },
);
