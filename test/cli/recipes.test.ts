import { existsSync, mkdtempSync, readdirSync, symlinkSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { run } from '../../src/cli/program.ts';
import { makeProject, type TestProject } from '../support/project.ts';
import { fakeWorld } from './world.ts';

const FILE = 'annotations/digests.json';
const linesOf = (text: string): string[] => text.split('\n').filter(line => line !== '');

/** A project with three tags, and a way to call commands in it. */
async function study() {
  const project = makeProject({ 'a.md': 'One.\n\nTwo.\n', 'b.md': 'Three.\n\nFour.\n' });
  const { call } = fakeWorld(project.folder);
  const go = (...args: string[]) => call(run, ...args);
  await go('tag', 'a', '1', 'erwt', '--key');
  await go('tag', 'a', '2', 'encryption', '--memo', 'a memo');
  await go('tag', 'b', '2', 'erwt', '--coder', 'sam');
  return { project, go, [Symbol.dispose]: () => project.remove() };
}

const recipesIn = (project: TestProject): Record<string, unknown>[] =>
  JSON.parse(project.read(FILE)).recipes;

describe('recipes of digests', () => {
  test('are saved as what was chosen, one a line, and run again with the same bytes', async () => {
    using bench = await study();
    const { project, go } = bench;
    const args = ['--theme', 'ERWT', '--group-by', 'text', '--no-memos', '--title', 'T'];
    const { status, stderr } = await go(
      'digest',
      ...args,
      '--out',
      'out/d.html',
      '--save',
      'far right',
    );
    expect({ status, said: stderr.endsWith('Saved the recipe far right\n') }).toEqual({
      status: 0,
      said: true,
    });
    expect(project.read(FILE)).toBe(
      '{"version": 1, "recipes": [\n{"name": "far right", "title": "T", "themes": ["erwt"], "memos": false, "groupBy": "text", "format": "html", "file": "out/d.html"}\n]}\n',
    );
    const first = project.read('out/d.html');
    project.write('out/d.html', 'another');
    const again = await go('digest', '--recipe', 'far right');
    expect({ ...again, stderr: again.stderr.slice(0, 5) }).toEqual({
      status: 0,
      stdout: '',
      stderr: 'Wrote',
    });
    expect(project.read('out/d.html')).toBe(first);
  });

  test('options beside a recipe go before it, those that turn one off as well', async () => {
    using bench = await study();
    const { go } = bench;
    await go('digest', '--theme', 'erwt', '--key-only', '--format', 'json', '--save', 'mine');
    const plain = JSON.parse((await go('digest', '--recipe', 'mine')).stdout);
    expect(plain.themes.map(({ id, count }: { id: string; count: number }) => [id, count])).toEqual(
      [['erwt', 1]],
    );
    const over = ['--theme', 'encryption', '--theme', 'erwt', '--no-key-only', '--coder', 'sam'];
    const { themes } = JSON.parse((await go('digest', '--recipe', 'mine', ...over)).stdout);
    expect(themes.map(({ id, count }: { id: string; count: number }) => [id, count])).toEqual([
      ['erwt', 1],
      ['encryption', 0],
    ]);
  });

  test('another format than the recipe’s is not written into the recipe’s file', async () => {
    using bench = await study();
    await bench.go('digest', '--out', 'd.html', '--save', 'mine');
    const before = bench.project.read('d.html');
    const { stdout } = await bench.go('digest', '--recipe', 'mine', '--format', 'csv');
    expect(stdout.startsWith('id,text,title')).toBe(true);
    expect(bench.project.read('d.html')).toBe(before);
  });

  test('are listed, replaced by name and forgotten; the last one leaves no file', async () => {
    using bench = await study();
    const { project, go } = bench;
    expect((await go('digest', '--recipes')).stderr).toContain('No recipes yet');
    await go('digest', '--theme', 'erwt', '--save', 'one', '--quiet');
    await go('digest', '--not', 'erwt', '--save', 'two', '--quiet');
    expect((await go('digest', '--theme', 'encryption', '--save', 'one')).stderr).toContain(
      'Replaced the recipe one',
    );
    expect(
      linesOf((await go('digest', '--recipes')).stdout).map(line =>
        line.split(/ {2,}/).slice(0, 3),
      ),
    ).toEqual([
      ['RECIPE', 'THEMES', 'FORMAT'],
      ['one', 'encryption', 'md'],
      ['two', 'all, not erwt', 'md'],
    ]);
    expect(JSON.parse((await go('digest', '--recipes', '--json')).stdout).recipes).toMatchObject([
      { name: 'one', themes: ['encryption'], not: [], memos: true, file: null },
      { name: 'two', themes: [], not: ['erwt'] },
    ]);
    expect((await go('digest', '--forget', 'three')).status).toBe(1);
    await go('digest', '--forget', 'one');
    expect(recipesIn(project).map(({ name }) => name)).toEqual(['two']);
    await go('digest', '--forget', 'two');
    expect(project.has(FILE)).toBe(false);
  });

  test('fields and recipes of other programs stay', async () => {
    using bench = await study();
    const other = { name: 'theirs', themes: ['erwt'], 'x:tool': [1], format: 'md' };
    bench.project.write(FILE, JSON.stringify({ version: 1, 'x:all': true, recipes: [other] }));
    await bench.go('digest', '--save', 'mine');
    expect(JSON.parse(bench.project.read(FILE))).toEqual({
      version: 1,
      'x:all': true,
      recipes: [other, { name: 'mine' }],
    });
    await bench.go('digest', '--recipe', 'theirs', '--once', '--save', 'theirs');
    expect(recipesIn(bench.project)[0]).toEqual({
      name: 'theirs',
      themes: ['erwt'],
      once: true,
      'x:tool': [1],
    });
  });

  test('an unknown recipe, theme or name is one line, and nothing is kept', async () => {
    using bench = await study();
    for (const [args, status] of [
      [['--recipe', 'none'], 1],
      [['--theme', 'none', '--save', 'x'], 1],
      [['--text', 'none', '--save', 'x'], 1],
      [['--save', ' x'], 2],
      [['--save', 'x\ny'], 2],
      [['--since', '2026-02-30', '--save', 'x'], 2],
    ] as const) {
      const outcome = await bench.go('digest', ...args);
      expect(outcome.status, args.join(' ')).toBe(status);
      expect(linesOf(outcome.stderr), args.join(' ')).toHaveLength(1);
    }
    expect(bench.project.has(FILE)).toBe(false);
  });

  test('a file outside the project is not kept, and that is said', async () => {
    using bench = await study();
    const elsewhere = mkdtempSync(join(tmpdir(), 'marginalia-out-'));
    const { stderr } = await bench.go('digest', '--out', join(elsewhere, 'd.md'), '--save', 'mine');
    expect(stderr).toContain('not its file');
    expect(recipesIn(bench.project)).toEqual([{ name: 'mine' }]);
  });
});

describe('a file of recipes that is not in order', () => {
  const broken: Record<string, string> = {
    'not JSON': '{"version": 1,',
    'another shape': '[]',
    'an unknown format': '{"version": 1, "recipes": [{"name": "a", "format": "exe"}]}',
    'a double name': '{"version": 1, "recipes": [{"name": "a"}, {"name": "a"}]}',
    'a key that changes objects': '{"version": 1, "recipes": [{"name": "a", "__proto__": {}}]}',
    'a file outside': '{"version": 1, "recipes": [{"name": "a", "file": "../a.md"}]}',
    'a file among the texts': '{"version": 1, "recipes": [{"name": "a", "file": "Texts/a.md"}]}',
    'a hidden file': '{"version": 1, "recipes": [{"name": "a", "file": ".git/hooks/a.md"}]}',
    'an absolute path': '{"version": 1, "recipes": [{"name": "a", "file": "/tmp/a.md"}]}',
    'no digest’s file': '{"version": 1, "recipes": [{"name": "a", "file": "run.sh"}]}',
  };

  test('a newer version: its recipes are run, and none is saved', async () => {
    using bench = await study();
    const { project, go } = bench;
    const text = '{"version": 2, "recipes": [{"name": "a"}]}';
    project.write(FILE, text);
    expect((await go('digest', '--recipe', 'a')).status).toBe(0);
    const saved = await go('digest', '--save', 'b', '--out', 'd.md');
    expect(saved.status).toBe(1);
    expect(linesOf(saved.stderr).at(-1)).toContain('digests.json');
    expect(project.read(FILE)).toBe(text);
  });

  test.each(Object.entries(broken))(
    '%s: a line, nothing written, and check reports it',
    async (_, text) => {
      using bench = await study();
      const { project, go } = bench;
      project.write(FILE, text);
      const before = readdirSync(project.folder);
      for (const args of [['--recipe', 'a'], ['--save', 'b', '--out', 'd.md'], ['--recipes']]) {
        const outcome = await go('digest', ...args);
        expect(outcome.status).toBe(1);
        expect(linesOf(outcome.stderr).at(-1)).toContain('digests.json');
      }
      expect(project.read(FILE)).toBe(text);
      expect(readdirSync(project.folder).filter(name => name !== 'd.md')).toEqual(before);
      const { stdout } = await go('check', '--json');
      expect(JSON.parse(stdout).problems).toMatchObject([{ file: FILE }]);
      expect((await go('digest')).status).toBe(0);
    },
  );

  test('check names themes and texts of a recipe that are not there', async () => {
    using bench = await study();
    bench.project.write(
      FILE,
      '{"version": 1, "recipes": [{"name": "a", "not": ["gone"], "texts": ["a", "no"]}]}',
    );
    const { stdout } = await bench.go('check', '--json');
    expect(JSON.parse(stdout).problems).toMatchObject([
      { kind: 'unknown-theme', file: FILE },
      { kind: 'no-text', file: FILE },
    ]);
  });

  test('a link in the place of a folder is not written through', async () => {
    using bench = await study();
    const elsewhere = mkdtempSync(join(tmpdir(), 'marginalia-out-'));
    symlinkSync(elsewhere, bench.project.path('out'));
    bench.project.write(
      FILE,
      '{"version": 1, "recipes": [{"name": "a", "file": "out/deep/d.md"}]}',
    );
    const { status, stderr } = await bench.go('digest', '--recipe', 'a');
    expect(status).toBe(1);
    expect(stderr).toContain('a link leads to another place');
    expect(existsSync(join(elsewhere, 'deep'))).toBe(false);
  });
});
