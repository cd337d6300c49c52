import { expect, test } from 'vitest';
import { makeProject, type TestProject } from '../support/project.ts';
import { linesOf, marginaliaIn } from './invoke.ts';

/** Runs `settings` with a settings folder of its own and no coder in the environment. */
const settings = (home: TestProject, args: readonly string[], env = {}) =>
  marginaliaIn(home.folder, ['settings', ...args], {
    MARGINALIA_CONFIG: home.path('user'),
    MARGINALIA_CODER: undefined,
    ...env,
  });
const fileOf = (home: TestProject) => JSON.parse(home.read('user/settings.json'));

test('lists every setting with its value and where it comes from', () => {
  using home = makeProject({});
  settings(home, ['set', 'colours', 'contrast']);
  settings(home, ['set', 'keys.reading.nextUntagged', 'Ctrl+N', ']']);
  const { status, stdout } = settings(home, [], { MARGINALIA_CODER: 'kim' });
  expect(status).toBe(0);
  expect(linesOf(stdout).map(line => line.slice(0, 48).trimEnd())).toEqual(
    [
      'SETTING                    VALUE     FROM',
      'coder                      kim       MARGINALIA_',
      'colours                    contrast  file',
      'map                        on        default',
      'panel                      off       default',
      'mouse                      on        default',
      'incrementalRendering       on        default',
      'screenReader               auto      default',
      'keys.reading.nextUntagged  Ctrl+N ]  file',
    ].map(line => expect.stringContaining(line)),
  );
});

test('--json has values, sources and choices', () => {
  using home = makeProject({});
  settings(home, ['set', 'map', 'off']);
  const { stdout } = settings(home, ['--json'], { NO_COLOR: '1' });
  const { file, settings: rows, keys } = JSON.parse(stdout);
  expect(file).toBe(home.path('user/settings.json'));
  expect(keys).toEqual({});
  expect(rows.find(({ name }: { name: string }) => name === 'map')).toEqual({
    name: 'map',
    value: false,
    from: 'file',
    by: null,
    choices: ['on', 'off'],
  });
  expect(rows.find(({ name }: { name: string }) => name === 'colours')).toMatchObject({
    value: 'none',
    from: 'environment',
    by: 'NO_COLOR',
  });
});

test('set writes true and false for on and off, and says where', () => {
  using home = makeProject({});
  const { status, stderr } = settings(home, ['set', 'panel', 'off']);
  expect([status, stderr]).toEqual([0, `panel is off, in ${home.path('user/settings.json')}\n`]);
  expect(fileOf(home)).toEqual({ panel: false });
  settings(home, ['set', 'panel', 'true']);
  expect(fileOf(home)).toEqual({ panel: true });
  settings(home, ['set', 'coder', 'Ada Lovelace']);
  expect(fileOf(home)).toEqual({ panel: true, coder: 'Ada Lovelace' });
  expect(settings(home, ['set', 'colours', 'dark'], { NO_COLOR: '1' }).stderr).toMatch(
    /NO_COLOR says otherwise/,
  );
});

test.each<[string[], number, RegExp]>([
  [
    ['set', 'map', 'perhaps'],
    2,
    /^marginalia: map: "perhaps" is not allowed\. Allowed: on, off\n$/,
  ],
  [['set', 'panl', 'off'], 2, /panl: there is no such setting\. Did you mean panel\?/],
  [['set', 'keys.reading', 'x'], 2, /keys are named keys\.SCOPE\.COMMAND/],
  [
    ['set', 'keys.reading.memo', 'j'],
    1,
    /^marginalia: keys\.reading\.memo: j is next \(next paragraph, row\) in reading; memo \(memo\) cannot have it\n$/,
  ],
  [['set', 'keys.library.open', 'Esc'], 1, /Esc always closes/],
  [['reset', 'colour'], 2, /Did you mean colours\?/],
  [['keys', 'margin'], 2, /margin: there is no such scope/],
])('%j: status %i, and nothing is written', (args, status, words) => {
  using home = makeProject({});
  const done = settings(home, args);
  expect(done.status).toBe(status);
  expect(done.stderr).toMatch(words);
  expect(done.stdout).toBe('');
  expect(home.has('user/settings.json')).toBe(false);
});

test('reset takes one setting out, or all keys', () => {
  using home = makeProject({});
  settings(home, ['set', 'map', 'off']);
  settings(home, ['set', 'keys.reading.memo', 'e']);
  settings(home, ['set', 'keys.library.open', 'o']);
  settings(home, ['reset', 'keys.reading.memo']);
  expect(fileOf(home)).toEqual({ map: false, keys: { library: { open: ['o'] } } });
  settings(home, ['reset', 'keys']);
  settings(home, ['reset', 'map']);
  expect(fileOf(home)).toEqual({});
});

test('keys lists commands with their keys, the user’s own among them', () => {
  using home = makeProject({});
  settings(home, ['set', 'keys.reading.memo', 'Ctrl+E']);
  const { stdout } = settings(home, ['keys', 'reading']);
  expect(linesOf(stdout)[0]).toMatch(/^SCOPE +COMMAND +KEYS +DOES$/);
  expect(stdout).toMatch(/^reading {2}memo +Ctrl\+E +memo$/m);
  expect(stdout).toMatch(/^reading {2}next +j ↓ +next paragraph, row$/m);
  const { keys } = JSON.parse(settings(home, ['keys', '--json']).stdout);
  expect(keys).toContainEqual({ scope: 'search', command: 'memo', keys: ['Ctrl+E'], does: 'memo' });
});

test('path is where the file is: the platform’s folder, or the one that is named', () => {
  using home = makeProject({});
  expect(settings(home, ['path']).stdout).toBe(`${home.path('user/settings.json')}\n`);
  const xdg = settings(home, ['path'], {
    MARGINALIA_CONFIG: undefined,
    XDG_CONFIG_HOME: home.path('xdg'),
  });
  if (process.platform === 'linux')
    expect(xdg.stdout).toBe(`${home.path('xdg/marginalia/settings.json')}\n`);
});

test('what is wrong is told on stderr, one line each, with status 1', () => {
  using home = makeProject({});
  home.write(
    'user/settings.json',
    '{"map": "no", "keys": {"reading": {"memo": ["j"], "undo": ["\\u001b[2J"]}}}',
  );
  const { status, stderr } = settings(home, []);
  expect(status).toBe(1);
  expect(linesOf(stderr)).toHaveLength(3);
  expect(stderr).not.toContain('\u001b');
  expect(stderr).toContain('settings.json: map: must be true or false; true is used');
});

test('a command that asks for the coder says what is wrong with the name, and does its work', () => {
  using home = makeProject({ 'note.md': 'One.' });
  home.write('user/settings.json', '{"coder": 5, "colours": "mauve"}');
  const env = { MARGINALIA_CONFIG: home.path('user'), MARGINALIA_CODER: undefined };
  const { status, stderr } = marginaliaIn(
    home.folder,
    ['tag', 'note', '1', 'erwt', '--quiet'],
    env,
  );
  expect(status).toBe(0);
  expect(linesOf(stderr)).toEqual([
    `marginalia: ${home.path('user/settings.json')}: coder: must be a name: "alex"; none is used`,
  ]);
});
