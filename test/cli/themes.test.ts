import { describe, expect, test } from 'vitest';
import { makeProject } from '../support/project.ts';
import { json, linesOf, marginalia } from './invoke.ts';

const study = () => makeProject({ 'note.md': 'One.\n\nTwo.\n' });

test('a project without a codebook has the four starter themes', () => {
  using project = study();
  expect(
    json(project, 'themes').themes.map(
      ({ id, name, key, mark, count }: Record<string, unknown>) => [id, name, key, mark, count],
    ),
  ).toEqual([
    ['state-threats', 'State threats', 1, '●', 0],
    ['erwt', 'ERWT', 2, '■', 0],
    ['prevent-referrals', 'Prevent referrals', 3, '▲', 0],
    ['encryption', 'Encryption', 4, '◆', 0],
  ]);
  expect(project.has('annotations')).toBe(false);
});

test('--json has the agreed fields; annotations are counted', () => {
  using project = study();
  marginalia(project, 'tag', 'note', '1', 'erwt');
  marginalia(project, 'tag', 'note', '2', 'erwt', '--coder', 'sam');
  const erwt = json(project, 'themes').themes[1];
  expect(erwt).toMatchObject({ colour: 'orange', parent: null, status: 'active', count: 2 });
  expect(erwt.definition).toMatch(/^Extreme Right Wing Terrorism/);
  expect(json(project, 'themes', '--coder', 'sam').themes[1].count).toBe(1);
});

test('the table: key, mark and name, id, count, colour; the definition below', () => {
  using project = study();
  const lines = linesOf(marginalia(project, 'themes').stdout);
  expect(lines[0]).toBe('KEY  THEME                ID                 TAGS  COLOUR');
  expect(lines[1]).toBe('1    ● State threats      state-threats         0  sky');
  expect(lines[2]).toMatch(/^ {5}Hostile activity in or against .*…$/);
  expect(lines).toHaveLength(9);
});

describe('themes add', () => {
  test('writes every field, at the end of the codebook', () => {
    using project = study();
    const args = [
      '--definition',
      'Who may read',
      '--include',
      'warrants',
      '--exclude',
      'stored data',
    ];
    const more = [
      '--memo',
      'new',
      '--key',
      '5',
      '--colour',
      'violet',
      '--mark',
      '◇',
      '--parent',
      'Encryption',
    ];
    const patterns = ['--pattern', 'lawful access', '--pattern', 'warrant'];
    const added = json(project, 'themes', 'add', 'Lawful  access ', ...args, ...more, ...patterns);
    const theme = {
      id: 'lawful-access',
      name: 'Lawful access',
      definition: 'Who may read',
      include: 'warrants',
      exclude: 'stored data',
      memo: 'new',
      colour: 'violet',
      mark: '◇',
      key: 5,
      patterns: ['lawful access', 'warrant'],
      parent: 'encryption',
      status: 'active',
      mergedInto: null,
    };
    expect(added.themes).toEqual([{ ...theme, count: 0 }]);
    const { themes } = JSON.parse(project.read('annotations/codebook.json'));
    expect(themes).toHaveLength(5);
    expect(themes[4]).toEqual(theme);
    // A child stands under its parent.
    const lines = linesOf(marginalia(project, 'themes').stdout);
    expect(lines.at(-2)).toMatch(/^5 {6}◇ Lawful access /);
    expect(marginalia(project, 'tag', 'note', '1', 'lawful ACCESS')).toMatchObject({ status: 0 });
  });

  test('alone gets the next mark and colour, and a free id', () => {
    using project = study();
    const [first] = json(project, 'themes', 'add', 'Young people').themes;
    expect(first).toMatchObject({ id: 'young-people', mark: '▼', colour: 'yellow', key: null });
    const [second] = json(project, 'themes', 'add', 'Young, people').themes;
    expect(second).toMatchObject({ id: 'young-people-2', mark: '○', colour: 'vermillion' });
  });

  test.each([
    [['Encryption'], 1, 'Encryption: there is a theme of this name already (active)'],
    [['ENCRYPTION '], 1, 'Encryption: there is a theme of this name already (active)'],
    [['New', '--key', '4'], 1, '4: this digit is pinned to Encryption'],
    [['New', '--parent', 'none'], 1, 'none: no such theme to put it under'],
    [['New', '--key', '0'], 2, '--key 0: not a digit from 1 to 9'],
    [['New', '--key', '10'], 2, '--key 10: not a digit from 1 to 9'],
    [['New', '--colour', 'red'], 2, '--colour red: not in the palette (sky, orange'],
    [['New', '--mark', 'ab'], 2, '--mark ab: give one sign that is one cell wide'],
    [['New', '--mark', '\u{1F600}'], 2, '--mark \u{1F600}: give one sign'],
    [['New', '--mark', '\u001b'], 2, '--mark \u241b: give one sign'],
    [[' '], 2, 'a theme needs a name'],
  ])('%j is status %i and writes nothing', (args, status, message) => {
    using project = study();
    const done = marginalia(project, 'themes', 'add', ...args);
    expect(done).toMatchObject({ status, stdout: '' });
    expect(done.stderr.startsWith(`marginalia: ${message}`)).toBe(true);
    expect(project.has('annotations/codebook.json')).toBe(false);
  });
});

test('annotations can be asked for by theme, coder, text and key', () => {
  using project = makeProject({ 'a.md': 'One.\n\nTwo.\n', 'b.md': 'Three.\n' });
  const add = (...args: string[]) => marginalia(project, 'tag', ...args);
  add('a', '1', 'erwt', '--key');
  add('a', '2', 'encryption');
  add('b', '1', 'erwt', '--coder', 'sam');
  const found = (...args: string[]) =>
    json(project, 'annotations', ...args).annotations.map(
      ({ text, paragraphs, theme, coder }: Record<string, unknown>) =>
        `${text} ${paragraphs} ${theme} ${coder}`,
    );
  const [one, two, three] = ['a 1 erwt alex', 'a 2 encryption alex', 'b 1 erwt sam'];
  expect(found()).toEqual([one, two, three]);
  expect(found('a')).toEqual([one, two]);
  expect(found('--theme', 'ERWT')).toEqual([one, three]);
  expect(found('--theme', 'erwt', '--theme', 'encryption')).toEqual([one, two, three]);
  expect(found('--theme', 'state-threats')).toEqual([]);
  expect(found('--coder', 'Sam')).toEqual([three]);
  expect(found('--key-only')).toEqual([one]);
  expect(found('b', '--key-only')).toEqual([]);
  expect(marginalia(project, 'annotations', '--theme', 'none')).toMatchObject({
    status: 1,
    stdout: '',
  });
  expect(marginalia(project, 'annotations', '--coder', 'kim').stderr).toBe(
    'No annotations: no coder kim. There are alex, sam\n',
  );
});

test('the list of annotations: short id, paragraphs, theme, coder, quotation, memo', () => {
  using project = makeProject({ 'a.md': `One.\n\nTwo.\n\n${'three '.repeat(40)}\n` });
  marginalia(project, 'tag', 'a', '1-2', 'erwt', '--memo', 'look\nagain');
  marginalia(project, 'tag', 'a', '3', 'encryption', '--key');
  const [first, second] = json(project, 'annotations').annotations;
  const short = (record: { id: string }) =>
    record.id.slice('urn:uuid:'.length, 'urn:uuid:'.length + 8);
  expect(linesOf(marginalia(project, 'annotations').stdout)).toEqual([
    'ID        ¶    THEME         CODER  QUOTE',
    'a',
    `${short(first)}  1-2  ■ ERWT        alex   One. Two.`,
    '    ↳ look again',
    `${short(second)}  3    ◆ Encryption  alex   ★ ${'three '.repeat(7).trim()}…`,
  ]);
});
