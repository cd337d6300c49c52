import { readdirSync } from 'node:fs';
import { describe, expect, test, vi } from 'vitest';
import { corpus, describeCorpus } from './corpora.ts';
import { makeProject } from './project.ts';

test('the corpora lie where MARGINALIA_CORPORA says', () => {
  using project = makeProject({ 'a.txt': '' });
  vi.stubEnv('MARGINALIA_CORPORA', project.folder);
  expect(corpus('texts')).toBe(project.path('texts'));
  expect(corpus('nowhere')).toBeNull();
  vi.unstubAllEnvs();
});

describe('tests over a folder', () => {
  describeCorpus('transcripts', 1, folder => {
    test('get the folder', () => expect(readdirSync(folder)).not.toEqual([]));
  });
});
