import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { describeCorpus } from '../support/corpora.ts';
import { makeProject } from '../support/project.ts';
import { json, marginalia } from './invoke.ts';

const study = () => makeProject({ 'a.md': 'One.\n' });

const EDGES = [
  ...[
    '--definition',
    '=SUM(A1)\n<b>&amp;</b> "q"',
    '--include',
    "'=1",
    '--exclude',
    '-',
    '--memo',
    '+x',
  ],
  ...['--pattern', '(a|b);c', '--pattern', ']]>', '--parent', 'encryption', '--key', '5'],
];

describe.each(['json', 'qdc', 'csv'])('a codebook as %s', format => {
  test('comes back into a bare project as it was, but for what the format has no word for', () => {
    using project = study();
    marginalia(project, 'themes', 'add', 'Edges & "quotes"', ...EDGES);
    marginalia(project, 'themes', 'retire', 'state-threats');
    expect(marginalia(project, 'themes', 'export', `c.${format}`).status).toBe(0);
    using other = makeProject(
      { 'a.md': 'One.\n' },
      { 'codebook.json': { version: 1, themes: [] } },
    );
    other.write(`c.${format}`, project.read(`c.${format}`));
    expect(json(other, 'themes', 'import', `c.${format}`)).toMatchObject({ added: 5, changed: 0 });
    const known = ({ mark: _mark, key: _key, ...theme }: Record<string, unknown>) =>
      format === 'qdc' ? { ...theme, id: null, parent: theme.parent && 'some' } : theme;
    const [before, after] = [project, other].map(one => json(one, 'themes').themes.map(known));
    expect(after).toEqual(before);
  });

  test('imported where it came from changes nothing, and says nothing', () => {
    using project = study();
    marginalia(project, 'themes', 'add', 'Edges', ...EDGES);
    marginalia(project, 'themes', 'edit', 'edges', '--name', 'Renamed');
    marginalia(project, 'themes', 'export', `c.${format}`);
    const before = project.read('annotations/codebook.json');
    expect(json(project, 'themes', 'import', `c.${format}`)).toEqual({
      ...{ added: 0, changed: 0, notes: [] },
    });
    expect(project.read('annotations/codebook.json')).toBe(before);
  });
});

test('an import never overwrites without saying, and --replace says what it replaced', () => {
  using project = study();
  project.write('c.csv', 'Name;definition;key;status\nerwt;Other words;1;active\nNew;;4;active\n');
  const done = json(project, 'themes', 'import', 'c.csv');
  expect(done.notes).toEqual([
    'ERWT: definition kept as here',
    'New: the digit 4 stays with Encryption',
    'New: new',
  ]);
  expect(json(project, 'themes').themes[1].definition).toMatch(/^Extreme Right/);
  expect(json(project, 'themes', 'import', 'c.csv', '--replace').notes).toContain(
    'ERWT: definition replaced',
  );
  expect(json(project, 'themes').themes[1].definition).toBe('Other words');
});

test('cells that a spreadsheet would run are guarded', () => {
  using project = study();
  const fields = ['--definition', '=cmd()', '--include', '\u200b=1', '--memo', '-1'];
  marginalia(project, 'themes', 'add', '@x', ...fields);
  const { stdout } = marginalia(project, 'themes', 'export', '-', '--format', 'csv');
  expect(stdout.split('\n').at(-2)).toMatch(/^x,'@x,'=cmd\(\),'\u200b=1,,'-1,/);
});

test.each([
  ['a.qdc', '<!DOCTYPE a [<!ENTITY b "c">]><CodeBook/>', 1, 'has a DOCTYPE'],
  ['a.qdc', '<CodeBook><Codes></CodeBook>', 1, 'is no well-formed XML, at line 1'],
  ['a.qdc', '<Other/>', 1, 'has no CodeBook in it'],
  ['a.json', '{"version": 1', 1, 'ends too early'],
  ['a.json', '{"version": 2, "themes": []}', 1, 'was written by a newer Marginalia'],
  ['a.csv', 'code,words\nx,y\n', 1, 'has no column "name"'],
  ['a.csv', 'name\n"x', 1, 'is no CSV'],
  ['a.txt', '', 2, 'the ending says no format'],
])('%s with %j is refused in one line', (file, content, status, message) => {
  using project = study();
  project.write(file, content);
  const done = marginalia(project, 'themes', 'import', file);
  expect([done.status, done.stderr]).toEqual([status, expect.stringContaining(message)]);
  expect(done.stderr.split('\n')).toHaveLength(2);
  expect(project.has('annotations/codebook.json')).toBe(false);
});

describeCorpus('corpora/refi-qda', 2, folder => {
  test.each([
    ['atlasti-win-23.4.0.qdc', ['code1'], ['sets of codes left out: 1', 'code1: new']],
    ['taguette-export-shape.qdc', ['interesting', 'people', 'interesting.places'], null],
  ])('%s is read', (file, names, notes) => {
    using project = study();
    const done = json(project, 'themes', 'import', join(folder, file));
    if (notes) expect(done.notes).toEqual(notes);
    expect(
      json(project, 'themes')
        .themes.slice(4)
        .map((one: { name: string }) => one.name),
    ).toEqual(names);
  });
});
