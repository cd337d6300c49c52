import { hash } from 'node:crypto';
import { symlinkSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { starterCodebook } from '../../src/model/starterCodebook.ts';
import type { Store } from '../../src/store/store.ts';
import type { TestProject } from '../support/project.ts';
import { afterPowerCut } from './powerCut.ts';
import { PAGE_FILE, projectWith, storeOf, TARGET, tag } from './samples.ts';
import { type Call, watchedFiles } from './watchedFiles.ts';

interface Change {
  file: string;
  prepare?: (store: Store) => Promise<unknown>;
  make: (store: Store, project: TestProject) => Promise<unknown>;
}

const TEXT_FILE = 'texts/interview.md';

/** Whole changes of a store: lock, backup and all. */
const CHANGES: Record<string, Change> = {
  'a tag more': {
    file: PAGE_FILE,
    make: store => store.changePage(TARGET, items => [...items, tag(2)]),
  },
  'the first codebook': {
    file: 'annotations/codebook.json',
    make: store => store.changeCodebook(() => starterCodebook),
  },
  'a theme renamed': {
    file: 'annotations/codebook.json',
    prepare: store => store.changeCodebook(() => starterCodebook),
    make: store =>
      store.changeCodebook(found => ({
        ...starterCodebook,
        themes: (found ?? starterCodebook).themes.map(one => ({ ...one, name: `${one.name}!` })),
      })),
  },
  'a text edited': {
    file: TEXT_FILE,
    make: (store, project) => {
      const sha256 = hash('sha256', project.read(TEXT_FILE));
      const target = { path: project.path(TEXT_FILE), sha256 };
      return store.changeText(target, new TextEncoder().encode('the text as it is'));
    },
  },
};

async function logged({ file, prepare, make }: Change) {
  const project = await projectWith(tag(1));
  await prepare?.(storeOf(project));
  const old = project.has(file) ? project.read(file) : '';
  const calls: Call[] = [];
  await make(storeOf(project, { files: watchedFiles(call => calls.push(call)) }), project);
  return { project, calls, old, path: project.path(file), now: project.read(file) };
}

describe.each(Object.entries(CHANGES))('%s', (_, change) => {
  it('a power cut after any call leaves the old bytes or the new ones; when it is done, the new ones', async () => {
    const { project, calls, old, path, now } = await logged(change);
    using _project = project;
    expect(now).not.toBe(old);
    for (let end = 0; end <= calls.length; end++)
      for (const found of afterPowerCut(calls.slice(0, end), path, old))
        expect([old, now]).toContain(found);
    expect(afterPowerCut(calls, path, old)).toEqual([now]);
  });

  it('a link that somebody plants at the name of a temporary file is never written through', async () => {
    const whole = await logged(change);
    const temps = whole.calls.filter(({ kind, path }) => kind === 'create' && /\.tmp$/.test(path));
    expect(temps.length).toBeGreaterThan(0);
    whole.project.remove();
    for (let nth = 1; nth <= temps.length; nth++) {
      using project = await projectWith(tag(1));
      await change.prepare?.(storeOf(project));
      project.write('precious.txt', 'precious');
      let seen = 0;
      const files = watchedFiles(({ kind, path }) => {
        const isTemp = kind === 'create' && /\.tmp$/.test(path);
        if (isTemp && ++seen === nth) symlinkSync(project.path('precious.txt'), path);
      });
      await expect(change.make(storeOf(project, { files }), project)).rejects.toThrow(
        /something is there already/,
      );
      expect(project.read('precious.txt')).toBe('precious');
    }
  });
});
