import { existsSync } from 'node:fs';
import { validate, version } from 'uuid';
import { expect, test } from 'vitest';
import { fakeClock, fakeIds } from './fakes.ts';
import { keySequences } from './keys.ts';
import { copySample, makeProject } from './project.ts';

test('the clock goes on by seconds', () => {
  const now = fakeClock();
  expect(now().toISOString()).toBe('2026-11-22T12:00:00.000Z');
  expect(now().toISOString()).toBe('2026-11-22T12:00:01.000Z');
});

test('ids are valid UUIDs and differ', () => {
  const next = fakeIds();
  const ids = Array.from({ length: 300 }, () => next());
  expect(new Set(ids).size).toBe(300);
  expect(ids.every(id => validate(id) && version(id) === 4)).toBe(true);
});

test.each([
  ['Enter', ['\r']],
  ['Ctrl+R', ['\x12']],
  ['Ctrl+r', ['\x12']],
  ['Alt+b', ['\x1bb']],
  ['Shift+Tab', ['\x1b[Z']],
  ['j', ['j']],
  ['gg', ['g', 'g']],
  ['né👍🏽', ['n', 'é', '👍🏽']],
])('%s is what a terminal sends', (word, sequences) => {
  expect(keySequences(word)).toEqual(sequences);
});

test('a project is made and removed', () => {
  const project = makeProject({ 'a.txt': 'One.' }, { 'codebook.json': { version: 1, themes: [] } });
  expect(project.read('texts/a.txt')).toBe('One.');
  expect(JSON.parse(project.read('annotations/codebook.json'))).toEqual({ version: 1, themes: [] });
  project.remove();
  expect(existsSync(project.folder)).toBe(false);
});

test('the sample project can be copied', () => {
  using project = copySample();
  expect(project.has('texts/annual-threat-update-2021.md')).toBe(true);
});
