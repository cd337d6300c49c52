import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { z } from 'zod';
import { makeProject, REPOSITORY } from '../support/project.ts';
import { strays } from './hygiene.ts';
import { filesUnder, readSources } from './sources.ts';

/** Two halves joined here, so that this file does not hold what it looks for. */
const joined = (...halves: string[]) => halves.join('');

test('nothing in this repository should not have been committed', () => {
  expect(strays(REPOSITORY)).toEqual([]);
});

test('the lock file names whatever a package may bring along, or npm ci refuses it', () => {
  const { packages } = LockFile.parse(
    JSON.parse(readFileSync(`${REPOSITORY}/package-lock.json`, 'utf8')),
  );
  const locked = new Set(Object.keys(packages).map(path => path.replace(/^.*node_modules\//, '')));
  const wanted = Object.values(packages).flatMap(one =>
    Object.keys(one.optionalDependencies ?? {}),
  );
  expect(wanted.length).toBeGreaterThan(10);
  expect(wanted.filter(name => !locked.has(name))).toEqual([]);
});

const LockFile = z.object({
  packages: z.record(
    z.string(),
    z.object({ optionalDependencies: z.record(z.string(), z.string()).optional() }),
  ),
});

test('no test file is longer than 300 lines', () => {
  const long = readSources(`${REPOSITORY}/test`).filter(
    ({ text }) => text.split('\n').length > 301,
  );
  expect(long.map(({ path }) => path)).toEqual([]);
});

test.each([
  ['src/a.ts', joined('// TO', 'DO: later'), 'left open'],
  ['test/a.ts', joined('// FIX', 'ME'), 'left open'],
  ['README.md', joined('see /ho', 'me/alex/project'), 'one machine'],
  ['package.json', joined('"/wo', 'rk/main"'), 'one machine'],
  ['notes.md', joined('C:\\Us', 'ers\\alex'), 'one machine'],
  ['package-lock.json', joined('{"resol', 'ved": "x"}'), 'download address'],
  ['.npmrc', joined('registry=https://registry.', 'npmjs.org'), 'download address'],
])('%s with %s is found', (path, text, problem) => {
  using project = makeProject({});
  project.write(path, text);
  expect(strays(project.folder)).toEqual([
    expect.stringMatching(new RegExp(`^${path}: .*${problem}`)),
  ]);
});

test('a repository without files is wrong', () => {
  using project = makeProject({});
  expect(strays(project.path('empty'))).toEqual(['there are no files']);
});

test('installed and built files are not looked at', () => {
  using project = makeProject({});
  project.write('node_modules/a/index.js', joined('// TO', 'DO'));
  project.write('dist/main.js', '');
  project.write('src/main.ts', '');
  expect(filesUnder(project.folder)).toEqual(['src/main.ts']);
});
