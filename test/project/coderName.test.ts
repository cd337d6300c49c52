import { writeFileSync } from 'node:fs';
import { userInfo } from 'node:os';
import { expect, test } from 'vitest';
import { UsageFault } from '../../src/model/fault.ts';
import { slug } from '../../src/model/slug.ts';
import { coderName } from '../../src/project/coderName.ts';
import { makeProject, type TestProject } from '../support/project.ts';

/** An environment whose settings and git configuration lie in a folder of the test. */
function environment(home: TestProject, more: Record<string, string> = {}) {
  return {
    PATH: process.env.PATH,
    HOME: home.folder,
    MARGINALIA_CONFIG: home.folder,
    GIT_CONFIG_GLOBAL: home.path('gitconfig'),
    GIT_CONFIG_NOSYSTEM: '1',
    GIT_CEILING_DIRECTORIES: '/',
    GIT_DIR: home.path('no-repository'),
    ...more,
  };
}

const settle = (home: TestProject, coder: unknown) =>
  writeFileSync(home.path('settings.json'), JSON.stringify({ coder }));
const gitUser = (home: TestProject, name: string) =>
  writeFileSync(home.path('gitconfig'), `[user]\n\tname = ${name}\n`);

test('each source yields to the one before it', () => {
  using home = makeProject({});
  const env = environment(home);
  const named = { ...env, MARGINALIA_CODER: 'From Environment' };
  gitUser(home, 'From Git');
  expect(coderName({ option: undefined, env })).toBe('from-git');
  settle(home, 'From Settings');
  expect(coderName({ option: undefined, env })).toBe('from-settings');
  expect(coderName({ option: undefined, env: named })).toBe('from-environment');
  expect(coderName({ option: 'From Option', env: named })).toBe('from-option');
});

test('without any of them the login name', () => {
  using home = makeProject({});
  const expected = slug(userInfo().username) || 'coder';
  expect(coderName({ option: undefined, env: environment(home) })).toBe(expected);
  // Without git too.
  const env = { ...environment(home), PATH: home.folder };
  expect(coderName({ option: undefined, env })).toBe(expected);
});

test.each([
  ['Zo\u00EB M\u00FCller', 'zo\u00EB-m\u00FCller'],
  ['\u674E\u96F7', '\u674E\u96F7'],
  ["Siobh\u00E1n O'Neill", 'siobh\u00E1n-oneill'],
  ['../../etc/passwd', 'etc-passwd'],
  ['.hidden', 'hidden'],
  ['a\u001b[31mb', 'a-31mb'],
  ['CON', 'con-1'],
])('%j becomes %j: letters of any script stay, no path leads out', (name, expected) => {
  using home = makeProject({});
  expect(coderName({ option: name, env: environment(home) })).toBe(expected);
});

test.each(['', '  ', '...', '\u001b', '/'])('%j is wrong usage', name => {
  using home = makeProject({});
  const env = environment(home);
  expect(() => coderName({ option: name, env })).toThrow(UsageFault);
  settle(home, '...');
  expect(() => coderName({ option: undefined, env })).toThrow(/the settings file/);
});

test('an empty variable counts as none; an odd one is wrong usage', () => {
  using home = makeProject({});
  gitUser(home, 'Alex');
  const named = (name: string) => environment(home, { MARGINALIA_CODER: name });
  expect(coderName({ option: undefined, env: named('') })).toBe('alex');
  expect(() => coderName({ option: undefined, env: named('?') })).toThrow(/MARGINALIA_CODER/);
});

test.each(['{', '[]', '{"coder": 5}', '\uFEFF{"coder": ""}', 'null'])(
  'a settings file that says %j counts as empty',
  content => {
    using home = makeProject({});
    gitUser(home, 'Alex');
    writeFileSync(home.path('settings.json'), content);
    expect(coderName({ option: undefined, env: environment(home) })).toBe('alex');
  },
);

test('a settings file with a byte order mark is read', () => {
  using home = makeProject({});
  writeFileSync(home.path('settings.json'), '\uFEFF{"coder": "Sam"}');
  expect(coderName({ option: undefined, env: environment(home) })).toBe('sam');
});
