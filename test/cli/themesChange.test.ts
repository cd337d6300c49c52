import { describe, expect, test } from 'vitest';
import { makeProject, type TestProject } from '../support/project.ts';
import { json, marginalia } from './invoke.ts';

/** Two texts; alex has tagged with ERWT twice and with Encryption once, sam with ERWT once. */
function study(): TestProject {
  const project = makeProject({ 'a.md': 'One spy.\n\nTwo keys.\n', 'b.md': 'Three keys.\n' });
  marginalia(project, 'tag', 'a', '1', 'erwt');
  marginalia(project, 'tag', 'b', '1', 'erwt');
  marginalia(project, 'tag', 'a', '2', 'encryption');
  marginalia(project, 'tag', 'a', '2', 'erwt', '--coder', 'sam');
  return project;
}

const rows = (project: TestProject): Record<string, unknown>[] => json(project, 'themes').themes;
const theme = (project: TestProject, id: string) => rows(project).find(one => one.id === id);
const order = (project: TestProject) => rows(project).map(({ id }) => id);

describe('themes edit', () => {
  test('changes what is named and nothing else; the id stays', () => {
    using project = study();
    const before = theme(project, 'erwt');
    marginalia(project, 'themes', 'edit', 'ERWT', '--name', ' Far  right', '--key', 'none');
    expect(theme(project, 'erwt')).toEqual({ ...before, name: 'Far right', key: null });
    const more = ['--pattern', 'skinhead', '--remove-pattern', 'ERWT', '--memo', 'm'];
    marginalia(project, 'themes', 'edit', 'far right', ...more, '--key', '5', '--colour', 'grey');
    expect(theme(project, 'erwt')).toMatchObject({ memo: 'm', key: 5, colour: 'grey' });
    const were = before?.patterns as string[];
    expect(were).toContain('ERWT');
    expect(theme(project, 'erwt')?.patterns).toEqual([
      ...were.filter(pattern => pattern !== 'ERWT'),
      'skinhead',
    ]);
  });

  test.each([
    [['erwt'], 2, 'themes edit: nothing to change'],
    [['none', '--memo', 'x'], 1, 'none: no such theme'],
    [['erwt', '--key', '4'], 1, '4: this digit is pinned to Encryption'],
    [['erwt', '--name', 'ENCRYPTION'], 1, 'Encryption: there is a theme of this name already'],
    [['erwt', '--name', ' '], 2, '--name: a theme needs a name'],
    [['erwt', '--remove-pattern', 'x'], 1, 'x: no such pattern'],
  ])('%j is status %i and writes nothing', (args, status, message) => {
    using project = study();
    const before = project.read('annotations/codebook.json');
    const done = marginalia(project, 'themes', 'edit', ...args);
    expect([done.status, done.stderr.startsWith(`marginalia: ${message}`)]).toEqual([status, true]);
    expect(project.read('annotations/codebook.json')).toBe(before);
  });
});

describe('themes move', () => {
  test('under a parent, to the top, and beside others', () => {
    using project = study();
    const move = (...args: string[]) => marginalia(project, 'themes', 'move', ...args).status;
    expect(move('erwt', '--parent', 'Encryption')).toBe(0);
    expect(theme(project, 'erwt')?.parent).toBe('encryption');
    expect(order(project)).toEqual(['state-threats', 'prevent-referrals', 'encryption', 'erwt']);
    // What stands under a theme goes with it.
    expect(move('encryption', '--before', 'state-threats')).toBe(0);
    expect(order(project)).toEqual(['encryption', 'erwt', 'state-threats', 'prevent-referrals']);
    expect(move('erwt', '--top', '--last')).toBe(0);
    expect(order(project).at(-1)).toBe('erwt');
    expect(theme(project, 'erwt')?.parent).toBeNull();
    expect(move('erwt', '--first')).toBe(0);
    expect(order(project)[0]).toBe('erwt');
    expect(move('erwt', '--after', 'encryption')).toBe(0);
    expect(order(project).slice(0, 2)).toEqual(['encryption', 'erwt']);
  });

  test('in a circle is refused', () => {
    using project = study();
    marginalia(project, 'themes', 'move', 'erwt', '--parent', 'encryption');
    const done = marginalia(project, 'themes', 'move', 'encryption', '--parent', 'erwt');
    expect(done).toMatchObject({ status: 1, stdout: '' });
    expect(done.stderr).toBe(
      'marginalia: ERWT: stands under Encryption itself. Move it out first\n',
    );
    const own = marginalia(project, 'themes', 'move', 'erwt', '--parent', 'erwt');
    expect(own.status).toBe(1);
  });

  test.each([
    [['erwt'], 'say where to'],
    [['erwt', '--top', '--parent', 'encryption'], 'not both'],
    [['erwt', '--first', '--last'], 'give one of'],
    [['erwt', '--top', '--before', 'encryption'], 'bring their own level'],
  ])('%j is wrong usage', (args, message) => {
    using project = study();
    const done = marginalia(project, 'themes', 'move', ...args);
    expect([done.status, done.stderr]).toEqual([2, expect.stringContaining(message)]);
  });
});

describe('themes merge', () => {
  test('writes the codebook alone, and whoever reads follows', () => {
    using project = study();
    marginalia(project, 'themes', 'add', 'Cells', '--parent', 'erwt');
    const page = project.read('annotations/alex/a.json');
    const done = marginalia(project, 'themes', 'merge', 'erwt', 'encryption');
    expect(done.stderr).toBe('Merged ERWT into Encryption, which counts 4 tags now\n');
    expect(project.read('annotations/alex/a.json')).toBe(page);
    expect(theme(project, 'erwt')).toMatchObject({
      ...{ status: 'merged', mergedInto: 'encryption', key: null, count: 0 },
    });
    expect(theme(project, 'encryption')).toMatchObject({ key: 4, count: 4 });
    expect(theme(project, 'cells')).toMatchObject({ parent: 'encryption' });
    const found = json(project, 'annotations', '--theme', 'ERWT').annotations;
    expect(new Set(found.map((one: { theme: string }) => one.theme))).toEqual(
      new Set(['encryption']),
    );
    expect(found).toHaveLength(4);
    expect(json(project, 'show', 'a').paragraphs[0].themes).toEqual(['encryption']);
    const digest = json(project, 'digest', '--format', 'json').themes;
    expect(digest.map((one: { id: string; count: number }) => [one.id, one.count])).toContainEqual([
      ...['encryption', 4],
    ]);
    // The same passage with the merged theme on it is not tagged twice.
    marginalia(project, 'tag', 'a', '1', 'encryption');
    expect(theme(project, 'encryption')?.count).toBe(4);
    expect(marginalia(project, 'check').status).toBe(0);
  });

  test('gives its digit to a target without one', () => {
    using project = study();
    marginalia(project, 'themes', 'add', 'Spies');
    marginalia(project, 'themes', 'merge', 'state-threats', 'spies');
    expect(theme(project, 'spies')?.key).toBe(1);
  });

  test.each([
    ['erwt', 'erwt', 'ERWT: a theme cannot be merged into itself'],
    ['encryption', 'child', 'child: stands under Encryption'],
    ['erwt', 'old', 'old: this theme is retired'],
    ['gone', 'erwt', 'gone: merged into Encryption already'],
    ['erwt', 'gone', 'gone: merged into Encryption. Name that one'],
  ])('of %s into %s is refused', (source, target, message) => {
    using project = study();
    marginalia(project, 'themes', 'add', 'child', '--parent', 'encryption');
    marginalia(project, 'themes', 'add', 'old');
    marginalia(project, 'themes', 'retire', 'old');
    marginalia(project, 'themes', 'add', 'gone');
    marginalia(project, 'themes', 'merge', 'gone', 'encryption');
    const before = project.read('annotations/codebook.json');
    const done = marginalia(project, 'themes', 'merge', source, target);
    expect([done.status, done.stderr]).toEqual([1, expect.stringContaining(message)]);
    expect(project.read('annotations/codebook.json')).toBe(before);
  });
});

test('themes retire: tags stay and count, nothing can be tagged with it, and it comes back', () => {
  using project = study();
  expect(marginalia(project, 'themes', 'retire', 'erwt').stderr).toBe(
    'Retired ERWT: its 3 tags stay and count\n',
  );
  expect(theme(project, 'erwt')).toMatchObject({ status: 'retired', key: null, count: 3 });
  expect(marginalia(project, 'themes', 'retire', 'prevent-referrals').stderr).toMatch(
    /^Retired Prevent referrals: its (0 tags stay and count|1 tag stays and counts)\n$/,
  );
  expect(marginalia(project, 'tag', 'a', '2', 'erwt').stderr).toContain('this theme is retired');
  marginalia(project, 'themes', 'retire', 'erwt', '--back');
  expect(theme(project, 'erwt')).toMatchObject({ status: 'active' });
  marginalia(project, 'themes', 'merge', 'erwt', 'encryption');
  marginalia(project, 'themes', 'retire', 'erwt', '--back');
  expect(theme(project, 'erwt')).toMatchObject({ status: 'active', mergedInto: null, count: 3 });
});

describe('themes split', () => {
  test("gives one's own passages to a new theme behind the old one", () => {
    using project = study();
    const done = marginalia(project, 'themes', 'split', 'erwt', 'Keys', '--matching', 'KEYS');
    expect(done.stderr).toBe('Gave 1 passage to Keys. 1 of other coders stay as they are\n');
    expect(order(project).slice(1, 3)).toEqual(['erwt', 'keys']);
    expect([theme(project, 'erwt')?.count, theme(project, 'keys')?.count]).toEqual([2, 1]);
    const [one] = json(project, 'annotations', '--theme', 'keys').annotations;
    expect(one).toMatchObject({ text: 'b', coder: 'alex', quote: 'Three keys.' });
  });

  test('by transcript and by id into a theme that is there; a passage that has it stays', () => {
    using project = study();
    marginalia(project, 'tag', 'a', '1', 'encryption');
    const all = marginalia(project, 'themes', 'split', 'erwt', 'encryption', '--text', 'a');
    expect(all.stderr).toContain('no passage of your own to give to Encryption');
    const [id] = json(project, 'annotations', 'b').annotations.map((one: { id: string }) => one.id);
    marginalia(project, 'themes', 'split', 'erwt', 'encryption', '--ids', id);
    expect(json(project, 'annotations', 'b').annotations[0]).toMatchObject({
      id,
      theme: 'encryption',
    });
  });

  test.each([
    [['erwt', 'New'], 2, 'say which passages'],
    [['erwt', 'New', '--ids', 'abc'], 2, 'too short'],
    [['erwt', 'New', '--ids', '123456'], 1, 'no annotation of ERWT with this id'],
    [['erwt', 'New', '--matching', 'nothing'], 1, 'no passage of your own'],
    [['erwt', 'ERWT', '--text', 'a'], 1, 'cannot be split into itself'],
    [['erwt', 'New', '--text', 'c'], 1, 'c: no such transcript'],
  ])('%j is status %i and writes nothing', (args, status, message) => {
    using project = study();
    const before = project.read('annotations/codebook.json');
    const done = marginalia(project, 'themes', 'split', ...args);
    expect([done.status, done.stderr]).toEqual([status, expect.stringContaining(message)]);
    expect(project.read('annotations/codebook.json')).toBe(before);
  });
});
