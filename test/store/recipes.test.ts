import { describe, expect, test } from 'vitest';
import { plainChoice, type Recipe } from '../../src/model/recipe.ts';
import { mergeTexts } from '../../src/store/merge/mergeTexts.ts';
import { makeProject } from '../support/project.ts';
import { storeOf } from './samples.ts';

const FILE = 'annotations/digests.json';
const recipe = (name: string, fields: Partial<Recipe> = {}): Recipe => ({
  ...plainChoice,
  ...fields,
  name,
});
const bytes = (value: unknown): Uint8Array =>
  new TextEncoder().encode(value === null ? '' : JSON.stringify(value));
const file = (...recipes: object[]) => ({ version: 1, recipes });

function merged(base: unknown, ours: unknown, theirs: unknown) {
  const result = mergeTexts({ base: bytes(base), ours: bytes(ours), theirs: bytes(theirs) });
  if (result.kind === 'refused') throw new Error(`${result.which} ${result.problem}`);
  return {
    recipes: result.text === '' ? null : JSON.parse(result.text).recipes,
    notes: result.notes,
  };
}

describe('recipes on the disk', () => {
  test('are written with what they say and read with all of it', async () => {
    using project = makeProject({});
    const store = storeOf(project);
    expect(await store.readRecipes()).toEqual([]);
    const all = [
      recipe('a', { title: 'é"\n', themes: ['x'], since: '2026-11-03', once: true }),
      recipe('b'),
    ];
    expect(await store.changeRecipes(() => all)).toEqual(all);
    expect(project.read(FILE)).toBe(
      '{"version": 1, "recipes": [\n{"name": "a", "title": "é\\"\\n", "themes": ["x"], "since": "2026-11-03", "once": true},\n{"name": "b"}\n]}\n',
    );
    expect(await store.readRecipes()).toEqual(all);
    await store.changeRecipes(() => []);
    expect(project.has(FILE)).toBe(false);
    expect(project.has('annotations/.marginalia/backups/digests.json')).toBe(true);
  });

  test('two writers at once lose nothing', async () => {
    using project = makeProject({});
    const writers = Array.from({ length: 8 }, (_, n) =>
      storeOf(project).changeRecipes(old => [...old, recipe(`r${n}`)]),
    );
    await Promise.all(writers);
    expect((await storeOf(project).readRecipes()).map(({ name }) => name).sort()).toEqual(
      Array.from({ length: 8 }, (_, n) => `r${n}`),
    );
  });
});

describe('two versions of the recipes', () => {
  const weekly = { name: 'weekly', themes: ['a'] };

  test('are merged by name: new ones of both, removals, changes of one side', () => {
    const base = file(weekly, { name: 'old' });
    const ours = file({ ...weekly, once: true }, { name: 'old' }, { name: 'mine' });
    const theirs = file(weekly, { name: 'theirs' });
    expect(merged(base, ours, theirs)).toEqual({
      recipes: [{ ...weekly, once: true }, { name: 'theirs' }, { name: 'mine' }],
      notes: [],
    });
    expect(merged(base, null, base).recipes).toBeNull();
  });

  test('where both changed one, both are kept, and it is said', () => {
    const { recipes, notes } = merged(
      file(weekly),
      file({ ...weekly, once: true }, { name: 'weekly 2' }),
      file({ ...weekly, notes: true }),
    );
    expect(recipes).toEqual([
      { ...weekly, once: true },
      { ...weekly, name: 'weekly 3', notes: true },
      { name: 'weekly 2' },
    ]);
    expect(notes).toEqual(['weekly: both sides changed this recipe, theirs is kept as weekly 3']);
  });

  test('what is no file of recipes is refused', () => {
    expect(() => merged(null, file(weekly), { version: 1, themes: [] })).toThrow('another kind');
    expect(() => merged(null, file({ name: '' }), file())).toThrow(
      'ours has a fault: recipes[0].name',
    );
  });

  test('check --repair merges both sides of a git conflict', async () => {
    using project = makeProject({});
    const [head, ...rest] = ['{"version": 1, "recipes": [', '{"name": "a"}', '{"name": "b"}', ']}'];
    project.write(
      FILE,
      `${head}\n<<<<<<< ours\n${rest[0]}\n=======\n${rest[1]}\n>>>>>>> theirs\n${rest[2]}\n`,
    );
    const store = storeOf(project);
    await expect(store.readRecipes()).rejects.toThrow('conflict markers');
    expect(await store.mend('digests.json')).toContain('both sides of a git conflict');
    expect((await store.readRecipes()).map(({ name }) => name).sort()).toEqual(['a', 'b']);
  });
});
