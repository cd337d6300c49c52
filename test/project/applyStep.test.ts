import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import type { Annotation } from '../../src/model/annotation.ts';
import { newTheme, type Theme } from '../../src/model/codebook.ts';
import { starterCodebook } from '../../src/model/starterCodebook.ts';
import {
  type Draft,
  type Edit,
  inverse,
  type Step,
  type StepOutcome,
} from '../../src/model/step.ts';
import { applyStep } from '../../src/project/applyStep.ts';
import { openProject, type Project } from '../../src/project/project.ts';
import { findEntry, type LoadedText, listTexts, loadText } from '../../src/project/texts.ts';
import { type FileSystem, realFileSystem } from '../../src/store/fileSystem.ts';
import { Store } from '../../src/store/store.ts';
import { fakeClock, fakeIds } from '../support/fakes.ts';
import { makeProject, type TestProject } from '../support/project.ts';

const TEXT = 'One.\n\nTwo.\n\nThree.\n';
const TWO = { start: 6, end: 10 };
const THREE = { start: 12, end: 18 };

interface Bench extends Disposable {
  folder: TestProject;
  project: Project;
  loaded: LoadedText;
  draft(range: Draft['range'], fields?: Partial<Annotation>): Draft;
  apply(step: Partial<Step> & { edits?: Edit[] }): Promise<StepOutcome>;
  stored(): Promise<Annotation[]>;
}

/** A project with one text, its clock and its ids; `files` to watch or to break the disk. */
async function bench(files?: FileSystem): Promise<Bench> {
  const folder = makeProject({ 'a.md': TEXT });
  const [clock, nextId] = [fakeClock(), fakeIds()];
  const ports = { now: () => clock().toISOString(), newId: () => `urn:uuid:${nextId()}` };
  const opened = openProject(folder.folder, ports);
  const store = files ? new Store(join(folder.folder, 'annotations'), { files }) : opened.store;
  const project = { ...opened, store };
  const loaded = await loadText(project.root, findEntry(await listTexts(project.root), 'a'));
  const blank = { text: 'a', theme: 'erwt', coder: 'alex', memo: null, key: false, selector: null };
  return {
    folder,
    project,
    loaded,
    draft(range, fields = {}) {
      const now = ports.now();
      const annotation = { id: ports.newId(), ...blank, created: now, modified: now, ...fields };
      return { annotation, range };
    },
    apply: ({ themes = [], edits = [], pages }) =>
      applyStep(project, async () => loaded, {
        label: '',
        coder: 'alex',
        themes,
        pages: pages ?? (edits.length > 0 ? [{ text: 'a', edits }] : []),
      }),
    stored: async () => (await project.store.readPage('alex', 'a'))?.annotations ?? [],
    [Symbol.dispose]: () => folder.remove(),
  };
}

const added = (draft: Draft): Edit => ({ before: null, after: draft });

function written(outcome: StepOutcome): Step {
  if (outcome.kind === 'refused') throw new Error(outcome.reason);
  return outcome.step;
}

/** The annotation after the first edit of a step. */
function first(step: Step): Draft {
  const draft = step.pages[0]?.edits[0]?.after;
  if (!draft) throw new Error('the step leaves nothing');
  return draft;
}

describe('a new tag', () => {
  test('gets its selector when it is written', async () => {
    using at = await bench();
    const step = written(await at.apply({ edits: [added(at.draft(TWO))] }));
    const [one] = await at.stored();
    expect(one?.selector).toEqual({
      exact: 'Two.',
      prefix: expect.stringMatching(/One\.\n\n$/),
      suffix: expect.stringMatching(/^\n\nThree\./),
      start: 6,
      end: 10,
    });
    expect(first(step).annotation).toMatchObject({ id: one?.id, selector: one?.selector });
  });

  test('finds the starter codebook on the disk, and so does the tag itself', async () => {
    const renamed: string[] = [];
    const files: FileSystem = {
      ...realFileSystem,
      rename: async (from, to) => {
        await realFileSystem.rename(from, to);
        renamed.push(to);
      },
    };
    using at = await bench(files);
    await at.apply({ edits: [added(at.draft(TWO))] });
    const page = join('alex', 'a.json');
    const data = renamed.filter(path => !path.includes('.marginalia'));
    expect(data.map(path => (path.endsWith(page) ? page : path.split(/[\\/]/).at(-1)))).toEqual([
      'codebook.json',
      page,
    ]);
    expect(await at.project.store.readCodebook()).toEqual(starterCodebook);
  });

  test('equal to one that is there is not written: the step holds the first', async () => {
    using at = await bench();
    const one = first(written(await at.apply({ edits: [added(at.draft(TWO))] })));
    const before = at.folder.read('annotations/alex/a.json');
    const again = written(await at.apply({ edits: [added(at.draft(TWO, { memo: 'second' }))] }));
    expect(first(again).annotation).toMatchObject({ id: one.annotation.id, memo: null });
    expect(at.folder.read('annotations/alex/a.json')).toBe(before);
    // Taking back what did nothing does nothing.
    written(await at.apply(inverse(again)));
    expect(await at.stored()).toHaveLength(1);
    await at.apply({
      edits: [added(at.draft(THREE)), added(at.draft(TWO, { theme: 'encryption' }))],
    });
    expect(await at.stored()).toHaveLength(3);
  });

  test('brings its new theme with it, written first and taken back last', async () => {
    using at = await bench();
    const theme = newTheme(starterCodebook, 'Young people');
    const themes = [{ before: null, after: theme }];
    const edits = [added(at.draft(TWO, { theme: theme.id }))];
    const step = written(await at.apply({ themes, edits }));
    const names = async () =>
      (await at.project.store.readCodebook())?.themes.map((one: Theme) => one.id).slice(4);
    expect([await names(), (await at.stored()).length]).toEqual([['young-people'], 1]);
    written(await at.apply(inverse(step)));
    expect([await names(), await at.stored()]).toEqual([[], []]);
    written(await at.apply(step));
    expect([await names(), (await at.stored()).length]).toEqual([['young-people'], 1]);
  });
});

describe('undo', () => {
  test('of a change restores the item whole, `modified` included', async () => {
    using at = await bench();
    const one = first(written(await at.apply({ edits: [added(at.draft(TWO))] })));
    const before = at.folder.read('annotations/alex/a.json');
    const annotation = {
      ...one.annotation,
      memo: 'a memo',
      key: true,
      modified: at.project.ports.now(),
    };
    const edit = { before: one, after: { ...one, annotation } };
    const step = written(await at.apply({ edits: [edit] }));
    expect((await at.stored())[0]).toMatchObject({
      memo: 'a memo',
      key: true,
      modified: annotation.modified,
    });
    written(await at.apply(inverse(step)));
    expect(at.folder.read('annotations/alex/a.json')).toBe(before);
    expect((await at.stored())[0]?.modified).toBe(one.annotation.modified);
  });

  test('of a removal brings back what other programs wrote into the item', async () => {
    using at = await bench();
    written(await at.apply({ edits: [added(at.draft(TWO))] }));
    const page = JSON.parse(at.folder.read('annotations/alex/a.json'));
    page.items[0].rights = 'CC0';
    at.folder.write('annotations/alex/a.json', JSON.stringify(page));
    const [annotation] = await at.stored();
    if (!annotation) throw new Error('nothing is stored');
    const step = written(
      await at.apply({ edits: [{ before: { annotation, range: TWO }, after: null }] }),
    );
    expect(at.folder.has('annotations/alex/a.json')).toBe(false);
    written(await at.apply(inverse(step)));
    const restored = JSON.parse(at.folder.read('annotations/alex/a.json'));
    expect(restored.items).toEqual(page.items);
    expect((await at.stored())[0]).toMatchObject(annotation);
  });
});

describe('a step that another writer got in the way of is refused, and nothing is written', () => {
  /** One tag; then somebody else does something; then the step that knows nothing of that. */
  async function contested(meanwhile: (at: Bench, one: Draft) => Promise<unknown>) {
    const at = await bench();
    const one = first(written(await at.apply({ edits: [added(at.draft(TWO))] })));
    await meanwhile(at, one);
    const before =
      at.folder.has('annotations/alex/a.json') && at.folder.read('annotations/alex/a.json');
    return { at, one, before };
  }
  const change = (at: Bench, one: Draft, fields: Partial<Annotation>) => {
    const annotation = { ...one.annotation, ...fields, modified: at.project.ports.now() };
    return at.apply({ edits: [{ before: one, after: { ...one, annotation } }] });
  };
  const reason = 'not done: another writer changed this annotation since';

  test.each([
    ['a memo', { memo: 'theirs' }],
    ['another theme', { theme: 'encryption' }],
    ['a star', { key: true }],
  ])('it has %s now', async (_what, fields) => {
    const { at, one, before } = await contested((bench, draft) => change(bench, draft, fields));
    using _bench = at;
    expect(await change(at, one, { memo: 'mine' })).toEqual({ kind: 'refused', reason });
    const removal = { edits: [{ before: one, after: null }] };
    expect(await at.apply(removal)).toEqual({ kind: 'refused', reason });
    // One edit that is refused stops the others of its step.
    const both = { edits: [added(at.draft(THREE)), { before: one, after: null }] };
    expect(await at.apply(both)).toEqual({ kind: 'refused', reason });
    expect(at.folder.read('annotations/alex/a.json')).toBe(before);
  });

  test('another program has moved it and left everything else as it was', async () => {
    const { at, one } = await contested(async ({ folder }) => {
      const file = 'annotations/alex/a.json';
      const moved = folder.read(file).replace('"start": 6, "end": 10', '"start": 12, "end": 16');
      expect(moved).not.toBe(folder.read(file));
      folder.write(file, moved);
    });
    using _bench = at;
    expect(await change(at, one, { memo: 'mine' })).toEqual({ kind: 'refused', reason });
    const edits = [{ before: one, after: null }];
    expect(await at.apply({ edits })).toEqual({ kind: 'refused', reason });
  });

  test('a theme would get an expression that cannot be read', async () => {
    using at = await bench();
    const theme = newTheme(starterCodebook, 'Odd', { patterns: ['fine', '/((/'] });
    const outcome = await at.apply({ themes: [{ before: null, after: theme }] });
    expect(outcome).toEqual({
      kind: 'refused',
      reason: 'pattern /((/: missing closing ): `((`. Nothing was changed',
    });
    expect(at.folder.has('annotations/codebook.json')).toBe(false);
  });

  test('it is gone, or has come back', async () => {
    const { at, one } = await contested((bench, draft) =>
      bench.apply({ edits: [{ before: draft, after: null }] }),
    );
    using _bench = at;
    expect(await change(at, one, { memo: 'mine' })).toEqual({ kind: 'refused', reason });
    written(await at.apply({ edits: [added(one)] }));
    expect(await at.apply({ edits: [added(one)] })).toEqual({ kind: 'refused', reason });
  });

  test('a theme has changed', async () => {
    using at = await bench();
    const [theme] = starterCodebook.themes;
    if (!theme) throw new Error('there are no starter themes');
    const renamed = { ...theme, name: 'Threats from states' };
    // The order of keys in memory is not that on the disk.
    written(await at.apply({ themes: [{ before: theme, after: renamed }] }));
    const other = { ...theme, name: 'Hostile states' };
    expect(await at.apply({ themes: [{ before: theme, after: other }] })).toEqual({
      kind: 'refused',
      reason: 'not done: another writer changed the theme State threats since',
    });
    expect((await at.project.store.readCodebook())?.themes[0]).toEqual(renamed);
  });
});

test('a disk that refuses is a fault in one line; the file stays as it was', async () => {
  let full = false;
  const files: FileSystem = {
    ...realFileSystem,
    open: async (path, flags, mode) => {
      if (full && flags === 'wx') throw Object.assign(new Error('no space'), { code: 'ENOSPC' });
      return realFileSystem.open(path, flags, mode);
    },
  };
  using at = await bench(files);
  written(await at.apply({ edits: [added(at.draft(TWO))] }));
  const before = at.folder.read('annotations/alex/a.json');
  full = true;
  const refused = at.apply({ edits: [added(at.draft(THREE))] });
  await expect(refused).rejects.toThrow(/^[^\n]*a\.json [^\n]*the disk is full[^\n]*$/);
  expect(at.folder.read('annotations/alex/a.json')).toBe(before);
});
