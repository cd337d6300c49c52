import { statSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { emptyCodebook, newTheme, type Theme } from '../../src/model/codebook.ts';
import { BrokenFile } from '../../src/model/fault.ts';
import { makeProject } from '../support/project.ts';
import { storeOf } from './samples.ts';

const FILE = 'annotations/codebook.json';
const first: Theme = newTheme(emptyCodebook, 'State threats', { key: 1, patterns: ['spy'] });
const second: Theme = newTheme({ version: 1, themes: [first] }, 'Encryption', { memo: 'é\n😀' });

describe('the codebook', () => {
  it('is null where there is none; the change is told so', async () => {
    using project = makeProject({});
    const store = storeOf(project);
    expect(await store.readCodebook()).toBeNull();
    const given: unknown[] = [];
    await store.changeCodebook(codebook => {
      given.push(codebook);
      return emptyCodebook;
    });
    expect(given).toEqual([null]);
    expect(await store.readCodebook()).toEqual({ version: 1, themes: [] });
  });

  it('is laid out with a theme a line, fields in the order of the format', async () => {
    using project = makeProject({});
    const { mergedInto, ...rest } = second;
    const shuffled: Theme = { mergedInto, ...rest };
    await storeOf(project).changeCodebook(() => ({ version: 1, themes: [first, shuffled] }));
    expect(project.read(FILE)).toBe(
      `{"version": 1, "themes": [
{"id": "state-threats", "name": "State threats", "definition": "", "include": "", "exclude": "", "memo": "", "colour": "sky", "mark": "●", "key": 1, "patterns": ["spy"], "parent": null, "status": "active", "mergedInto": null},
{"id": "encryption", "name": "Encryption", "definition": "", "include": "", "exclude": "", "memo": "é\\n😀", "colour": "orange", "mark": "■", "key": null, "patterns": [], "parent": null, "status": "active", "mergedInto": null}
]}
`,
    );
  });

  it('comes back as it was written, field for field and in order', async () => {
    using project = makeProject({});
    const store = storeOf(project);
    const codebook = { version: 1, themes: [second, first] };
    const written = await store.changeCodebook(() => codebook);
    expect(JSON.stringify(written)).toBe(JSON.stringify(codebook));
    expect(JSON.stringify(await store.readCodebook())).toBe(JSON.stringify(codebook));
  });

  it('keeps fields of other programs, and the order of keys, in themes that stay', async () => {
    const byHand = {
      'x:tool': 'other',
      version: 1,
      themes: [
        { name: 'State threats', id: 'state-threats', 'x:rgb': [1, 2, 3] },
        { id: 'old', name: 'Old' },
      ],
    };
    using project = makeProject({}, { 'codebook.json': byHand });
    const store = storeOf(project);
    await store.changeCodebook(codebook => ({
      version: 1,
      themes: [
        ...(codebook?.themes ?? []).flatMap(one =>
          one.id === 'old' ? [] : [{ ...one, memo: 'mine' }],
        ),
        second,
      ],
    }));
    expect(project.read(FILE).split('\n').slice(0, 2)).toEqual([
      '{"x:tool": "other", "version": 1, "themes": [',
      '{"name": "State threats", "id": "state-threats", "x:rgb": [1, 2, 3], "memo": "mine"},',
    ]);
    expect(Object.keys(JSON.parse(project.read(FILE)).themes[1])).toEqual(Object.keys(second));
  });

  it('fills in what a codebook written by hand leaves out', async () => {
    const themes = [
      { id: 'a', name: 'A' },
      { id: 'b', name: 'B', key: 2, 'x:y': 1 },
    ];
    using project = makeProject({}, { 'codebook.json': { version: 1, themes } });
    const codebook = await storeOf(project).readCodebook();
    expect(codebook?.themes).toEqual([
      { ...first, id: 'a', name: 'A', key: null, patterns: [] },
      { ...first, id: 'b', name: 'B', key: 2, patterns: [], colour: 'orange', mark: '■' },
    ]);
  });

  it('is not written where nothing changed', async () => {
    const themes = [{ id: 'a', name: 'A' }];
    using project = makeProject({}, { 'codebook.json': { themes, version: 1 } });
    const before = statSync(project.path(FILE), { bigint: true });
    await storeOf(project).changeCodebook(codebook => codebook ?? emptyCodebook);
    const { ino, mtimeNs } = before;
    expect(statSync(project.path(FILE), { bigint: true })).toMatchObject({ ino, mtimeNs });
  });

  it.each<[string, unknown, string]>([
    ['a broken one', '{"version": 1, "themes": [', ' ends too early, at line 1, column 27'],
    ['a list', [], ' must be a codebook'],
    ['one without themes', { version: 1 }, ' has a fault: themes must be a list'],
    [
      'a theme without a name',
      { version: 1, themes: [{ id: 'a' }] },
      ' has a fault: themes[0].name must be text',
    ],
    [
      'a digit that is none',
      { version: 1, themes: [{ id: 'a', name: 'A', key: 10 }] },
      ' has a fault: themes[0].key must be a digit from 1 to 9',
    ],
    [
      'a status nobody knows',
      { version: 1, themes: [{ id: 'a', name: 'A', status: 'gone' }] },
      ' has a fault: themes[0].status must be active, retired or merged',
    ],
    [
      'two themes with one id',
      {
        version: 1,
        themes: [
          { id: 'a', name: 'A' },
          { id: 'a', name: 'B' },
        ],
      },
      ' has a fault: themes[1] has the id of entry 1, "a"',
    ],
    [
      'one of a newer Marginalia',
      { version: 2, themes: {} },
      ' was written by a newer Marginalia (format 2; this one reads 1)',
    ],
  ])('%s is refused in words and stays as it is', async (_, content, words) => {
    using project = makeProject({}, { 'codebook.json': content });
    const before = project.read(FILE);
    const store = storeOf(project);
    const reading = await store.readCodebook().catch((cause: unknown) => cause);
    expect(reading).toBeInstanceOf(BrokenFile);
    expect(String(reading)).toContain(project.path(FILE) + words);
    const writing = store.changeCodebook(() => emptyCodebook);
    await expect(writing).rejects.toBeInstanceOf(BrokenFile);
    expect(project.read(FILE)).toBe(before);
  });
});
