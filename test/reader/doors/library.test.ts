import { describe, expect, test } from 'vitest';
import { emptyCodebook, newTheme } from '../../../src/model/codebook.ts';
import { openProject } from '../../../src/project/project.ts';
import { looksAt } from '../../../src/reader/looks.ts';
import { projectPorts } from '../../../src/reader/projectPorts.ts';
import { makeProject, type TestProject } from '../../support/project.ts';
import { firstState, reading, Session } from '../session.ts';

const ports = { now: () => '2026-11-03T09:00:00.000Z', newId: () => 'urn:uuid:0' };

const doors = (project: TestProject) =>
  projectPorts(openProject(project.folder, ports), 'alex', {
    XDG_STATE_HOME: project.path('state'),
    XDG_CONFIG_HOME: project.path('config'),
  });

const CODEBOOK = {
  ...emptyCodebook,
  themes: [newTheme(emptyCodebook, 'Made elsewhere', { key: 1 })],
};
const writeCodebook = (project: TestProject) =>
  project.write('annotations/codebook.json', JSON.stringify(CODEBOOK));

describe('what others do while the reader is open', () => {
  test('a file dropped into texts/ is in the library, one that is gone is gone', async () => {
    using project = makeProject({ 'a.txt': 'One.' });
    const { readLibrary, lookAround } = doors(project);
    const session = new Session(firstState({ size: { columns: 80, rows: 24 } }));
    session.send({ kind: 'libraryRead', ...(await readLibrary(() => undefined)) });
    expect(await lookAround(true, false)).toBeNull();
    project.write('texts/b.md', '# The second of them\n\nTwo.\n');
    const found = await lookAround(true, false);
    if (!found || !('library' in found)) throw new Error('nothing was found');
    session.send({ kind: 'libraryRead', ...found });
    expect(session.screen).toContain('The second of them');
    expect(await lookAround(true, false)).toBeNull();
  });

  test('a theme made elsewhere is on its key, in the text that is open as well', async () => {
    using project = makeProject({ 'a.txt': 'One.' });
    const { readLibrary, lookAround } = doors(project);
    await readLibrary(() => undefined);
    expect(await lookAround(false, false)).toBeNull();
    writeCodebook(project);
    const found = await lookAround(false, false);
    expect(found?.codebook.themes.map(({ name }) => name)).toEqual(['Made elsewhere']);
    expect(await lookAround(false, false)).toBeNull();
    const session = reading().send({ kind: 'codebookRead', codebook: CODEBOOK });
    expect(session.screen).toContain('1 ● Made elsewhere 0');
  });

  test('the codebook page keeps its cursor on the theme that it was on', () => {
    const session = new Session().press('T', 'j', 'j');
    const here = () => session.screen.split('\n').find(row => row.startsWith('▌'));
    const before = here();
    const { codebook, library } = session.state;
    const more = newTheme(codebook, 'Before all', {});
    session.send({
      kind: 'libraryRead',
      library: { ...library, texts: [...library.texts], unreadable: [], faults: [] },
      codebook: { ...codebook, themes: [more, ...codebook.themes] },
    });
    expect(session.screen).toContain('Before all');
    expect(here()).toBe(before);
  });

  test('tags that cannot be read are named in the row of their text, and why', async () => {
    using project = makeProject({ 'a.txt': 'One.', 'b.txt': 'Two.' });
    project.write('annotations/alex/b.json', '{ "annotations": [');
    const session = new Session(firstState({ size: { columns: 80, rows: 24 } }));
    const read = await doors(project).readLibrary(() => undefined);
    session.send({ kind: 'libraryRead', ...read });
    const rows = session.screen.split('\n').filter(row => row.includes('! tags cannot be read'));
    expect(rows).toHaveLength(1);
    expect(rows[0]).toMatch(/^ {2}b\.json/);
  });
});

describe('where it is looked', () => {
  const kinds = (session: Session) =>
    looksAt(session.state).map(one => ('whole' in one ? one.whole : one.kind));

  test('everywhere from the library and the codebook, at the codebook beside an open text', () => {
    expect(kinds(new Session())).toEqual([true]);
    expect(kinds(new Session().press('T'))).toEqual([true]);
    expect(kinds(reading())).toEqual([false, 'lookAgain']);
    expect(kinds(reading().press('L'))).toEqual([true, 'lookAgain']);
  });

  test('nowhere under a drawer, while a theme is edited, and before a write is on the disk', () => {
    expect(kinds(reading().press('t'))).toEqual([]);
    expect(kinds(new Session().press('T', 'a'))).toEqual([]);
    const session = reading().press('1');
    expect(kinds(session)).toEqual([]);
    expect(kinds(session.save())).toEqual([false, 'lookAgain']);
  });
});
