import { describe, expect, test } from 'vitest';
import { plainChoice, type Recipe } from '../../../src/model/recipe.ts';
import type { DigestLayer } from '../../../src/reader/digestLayer.ts';
import { reading, type Session } from '../session.ts';

const kept = (name: string, fields: Partial<Recipe> = {}): Recipe => ({
  ...plainChoice,
  ...fields,
  name,
});
const MONEY = kept('money', {
  themes: ['money'],
  format: 'html',
  keyOnly: true,
  file: 'out/m.html',
});
const ALL = kept('all of it', { texts: ['gone'] });

const opened = (recipes: readonly Recipe[] = [MONEY, ALL], problem: string | null = null) =>
  reading()
    .press('D')
    .send({ kind: 'recipesRead', recipes, coders: ['alex'], problem });

function digest(session: Session): DigestLayer {
  const { layer } = session.state;
  if (layer?.kind !== 'digest') throw new Error('the digest page is not open');
  return layer;
}
const names = (session: Session) => session.state.digests.recipes.map(one => one.name);

describe('recipes on the digest page', () => {
  test('Space takes the next one with all that it says, h the one before', () => {
    const session = opened().press('G', 'Space');
    expect(digest(session)).toMatchObject({ recipe: 'money' });
    expect(digest(session).choice).toMatchObject({
      themes: ['money'],
      format: 'html',
      keyOnly: true,
      file: 'out/m.html',
    });
    expect(session.take('preview').at(-1)?.choice).toMatchObject({
      themes: ['money'],
      format: 'html',
    });
    session.press('G', 'Space');
    expect(digest(session).choice).toMatchObject({ texts: [], keyOnly: false });
    expect(digest(session.press('h'))).toMatchObject({ recipe: 'money' });
  });

  test('says where the choice is not what the recipe says any more', () => {
    const session = opened().press('G', 'Space');
    expect(session.screen).toMatch(/recipe +money *\n/);
    session.press('g', 'j', 'Space');
    expect(session.press('G').screen).toContain('money · changed since');
  });

  test('S keeps the choice: on its way to the disk at once, said when it is there', () => {
    const session = opened([]).press('a', 'Space', 'S').type('safe').press('Enter');
    const after = kept('safe', { themes: ['safety'], file: 'digest-safety.md' });
    const [write] = session.take('write');
    expect(write?.step).toMatchObject({
      recipes: [{ before: null, after }],
      pages: [],
      themes: [],
    });
    expect(session.screen).toContain('saving');
    expect(session.screen).not.toContain('saved');
    if (write) session.send({ kind: 'written', id: write.id, step: write.step, undoes: false });
    expect(session.screen).toContain('saved · the recipe safe');
    expect(names(session)).toEqual(['safe']);
  });

  test('that a file is there already is said no more once a recipe is kept, and the other way round', () => {
    const session = opened([]).send({ kind: 'digestExists', file: 'digest.md' });
    expect(session.screen).toContain('! digest.md is there already');
    session.press('S').type('safe').press('Enter').save();
    expect(session.screen).toContain('saved · the recipe safe');
    session.send({ kind: 'digestExists', file: 'digest.md' });
    expect(session.screen).toContain('! digest.md is there already');
  });

  test('a name that is taken is replaced; the same choice is not written again', () => {
    const session = opened().press('G', 'Space', 'S', 'Enter');
    expect(session.take('write')).toEqual([]);
    expect(session.state.message?.text).toContain('already');
    session.press('g', 'j', 'Space', 'S', 'Enter');
    expect(session.take('write')[0]?.step.recipes).toMatchObject([
      { before: MONEY, after: { name: 'money', themes: ['safety', 'money'] } },
    ]);
  });

  test('X forgets it, the choice stays; u and Ctrl+R undo and redo', () => {
    const session = opened().press('G', 'Space', 'X').save();
    expect(names(session)).toEqual(['all of it']);
    expect(digest(session).choice.themes).toEqual(['money']);
    session.press('u');
    expect(session.take('write')[0]).toMatchObject({
      undoes: true,
      step: { recipes: [{ before: null, after: MONEY }] },
    });
    expect(names(session)).toEqual(['all of it', 'money']);
    expect(session.state.message?.text).toBe('undid the recipe money');
    expect(names(session.press('Ctrl+R'))).toEqual(['all of it']);
  });

  test('where another writer was first, what is on the disk is read again', () => {
    const session = opened().press('G', 'Space', 'X');
    const [write] = session.take('write');
    session.take('readRecipes');
    session.send({
      kind: 'refused',
      id: write?.id ?? 0,
      reason: 'not done',
      pages: [],
      codebook: session.state.codebook,
    });
    expect(session.take('readRecipes')).toHaveLength(1);
    expect(session.state.past).toEqual([]);
  });

  test('a file that cannot be read: nothing is kept, and it is said why', () => {
    const session = opened([], 'digests.json is not JSON').press('S');
    expect(digest(session).typing).toBeNull();
    expect(session.state.message).toEqual({ text: 'digests.json is not JSON', warns: true });
    session.press('G', 'Space');
    expect(session.state.message?.warns).toBe(true);
  });

  test('a name is one line, and an empty one keeps nothing', () => {
    const session = opened([])
      .press('S')
      .send({ kind: 'typed', value: 'x'.repeat(81) })
      .press('Enter');
    expect(digest(session).typing).toBe('recipe');
    session.send({ kind: 'typed', value: '' }).press('Enter');
    expect([digest(session).typing, session.take('write')]).toEqual([null, []]);
    expect(opened([]).press('G', 'Space').state.message?.text).toContain('no recipe');
    expect(opened([]).press('X').state.message?.text).toContain('no recipe');
  });
});
