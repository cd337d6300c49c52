import { lstatSync, mkdirSync, symlinkSync, writeFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { BrokenFile } from '../../src/model/fault.ts';
import { DEFAULTS, settingOf, sourceOf } from '../../src/model/settings.ts';
import { readSettings } from '../../src/project/settingsFile.ts';
import { settingsHere } from '../../src/project/settingsHere.ts';
import { writeSetting } from '../../src/project/writeSetting.ts';
import { makeProject, type TestProject } from '../support/project.ts';

const env = (home: TestProject) => ({ MARGINALIA_CONFIG: home.path('user') });

function withFile(content: unknown): TestProject {
  const home = makeProject({});
  const text = typeof content === 'string' ? content : JSON.stringify(content);
  home.write('user/settings.json', text);
  return home;
}

/** What is wrong with the file, without its name. */
function problemsOf(home: TestProject): string[] {
  return readSettings(env(home)).problems.map(({ message }) => message);
}

test('without a file there are the defaults, and nothing is wrong', () => {
  using home = makeProject({});
  expect(readSettings(env(home))).toEqual({
    file: home.path('user/settings.json'),
    settings: DEFAULTS,
    given: new Set(),
    problems: [],
  });
});

test('what the file says counts, the rest is as it comes', () => {
  using home = withFile({
    colours: 'light',
    map: false,
    coder: 'Sam',
    keys: { reading: { memo: ['e'] } },
  });
  const { settings, given, problems } = readSettings(env(home));
  expect(problems).toEqual([]);
  expect(settings).toEqual({
    ...DEFAULTS,
    colours: 'light',
    map: false,
    coder: 'Sam',
    keys: { reading: { memo: ['e'] } },
  });
  expect([...given].sort()).toEqual(['coder', 'colours', 'map']);
});

test.each<[unknown, string]>([
  [
    { colours: 'purple' },
    'colours: must be one of auto, dark, light, contrast, none; auto is used',
  ],
  [{ map: 'off' }, 'map: must be true or false; true is used'],
  [{ coder: 5 }, 'coder: must be a name: "alex"; none is used'],
  [
    { colors: 'dark' },
    'colors: there is no such setting. There are coder, colours, map, panel, mouse, incrementalRendering, screenReader, keys',
  ],
  [
    { keys: [] },
    'keys: must be scopes with their commands: {"reading": {"nextUntagged": ["Ctrl+N"]}}',
  ],
  [
    { keys: { reading: 'j' } },
    'keys.reading: must be commands with their keys: {"nextUntagged": ["Ctrl+N"]}',
  ],
  [{ keys: { reading: { memo: 'e' } } }, 'keys.reading.memo: must be a list of keys: ["Ctrl+N"]'],
])('%j is told in one line, and the default is used', (data, message) => {
  using home = withFile(data);
  expect(problemsOf(home)).toEqual([message]);
  expect(readSettings(env(home)).settings).toEqual({
    ...DEFAULTS,
    keys: Object(data).keys?.reading ? { reading: {} } : {},
  });
});

test('one wrong value leaves the others as they are said', () => {
  using home = withFile({ map: 3, panel: false, keys: { reading: { memo: [1], undo: ['z'] } } });
  expect(problemsOf(home)).toHaveLength(2);
  expect(readSettings(env(home)).settings).toMatchObject({
    map: true,
    panel: false,
    keys: { reading: { undo: ['z'] } },
  });
});

test.each(['{', '', '[]', 'null', '{"a": 1,}', '{"__proto__": {"map": false}}', '\u0000'])(
  'a file that says %j is named, left alone and never written over',
  async content => {
    using home = withFile(content);
    const [message, ...more] = problemsOf(home);
    expect(more).toEqual([]);
    expect(message).toContain(home.path('user/settings.json'));
    expect(message).toMatch(/it is left alone and counts as empty/);
    await expect(writeSetting(env(home), ['map'], false)).rejects.toThrow(BrokenFile);
    expect(home.read('user/settings.json')).toBe(content);
  },
);

test('a folder in its place is told as well', async () => {
  using home = makeProject({});
  mkdirSync(home.path('user/settings.json'), { recursive: true });
  expect(problemsOf(home)[0]).toMatch(/settings\.json cannot be read: a folder, not a file/);
  await expect(writeSetting(env(home), ['map'], false)).rejects.toThrow(/nothing was written/);
});

test('writing changes one place, a line for each field, and keeps what it does not know', async () => {
  using home = withFile({ theme: { ink: [1, 2] }, map: true, keys: { reading: { memo: ['e'] } } });
  await writeSetting(env(home), ['map'], false);
  await writeSetting(env(home), ['keys', 'reading', 'undo'], ['z', ']']);
  expect(home.read('user/settings.json')).toBe(`{
  "theme": {
    "ink": [1, 2]
  },
  "map": false,
  "keys": {
    "reading": {
      "memo": ["e"],
      "undo": ["z", "]"]
    }
  }
}
`);
});

test('taking out leaves no empty scope behind', async () => {
  using home = withFile({
    map: false,
    keys: { reading: { memo: ['e'] }, library: { open: ['o'] } },
  });
  await writeSetting(env(home), ['keys', 'reading', 'memo'], undefined);
  await writeSetting(env(home), ['map'], undefined);
  expect(JSON.parse(home.read('user/settings.json'))).toEqual({
    keys: { library: { open: ['o'] } },
  });
  await writeSetting(env(home), ['keys'], undefined);
  expect(home.read('user/settings.json')).toBe('{}\n');
});

test('the folder is made, and a link is written through', async () => {
  using home = makeProject({});
  await writeSetting(env(home), ['colours'], 'dark');
  expect(home.read('user/settings.json')).toBe('{\n  "colours": "dark"\n}\n');
  using dotfiles = makeProject({});
  writeFileSync(dotfiles.path('mine.json'), '{"map": false}');
  using linked = makeProject({});
  mkdirSync(linked.path('user'));
  symlinkSync(dotfiles.path('mine.json'), linked.path('user/settings.json'));
  await writeSetting(env(linked), ['panel'], false);
  expect(JSON.parse(dotfiles.read('mine.json'))).toEqual({ map: false, panel: false });
  expect(lstatSync(linked.path('user/settings.json')).isSymbolicLink()).toBe(true);
});

test('environment and command line go before the file, the command line first', () => {
  using home = withFile({ colours: 'light', coder: 'sam', screenReader: 'off' });
  const ask = (more: Record<string, string>, noColor = false, coder?: string) =>
    settingsHere({ env: { ...env(home), ...more }, noColor, coder });
  const colours = (here: ReturnType<typeof ask>) => [
    settingOf(here, 'colours'),
    sourceOf(here, 'colours'),
    here.over.colours?.by ?? null,
  ];
  expect(colours(ask({}))).toEqual(['light', 'file', null]);
  expect(colours(ask({ NO_COLOR: '' }))).toEqual(['light', 'file', null]);
  expect(colours(ask({ NO_COLOR: '1' }))).toEqual(['none', 'environment', 'NO_COLOR']);
  expect(colours(ask({ TERM: 'dumb' }))).toEqual(['none', 'environment', 'TERM']);
  expect(colours(ask({ NO_COLOR: '1' }, true))).toEqual(['none', 'command line', '--no-color']);
  const here = ask({ MARGINALIA_CODER: 'kim', INK_SCREEN_READER: 'true' });
  expect([settingOf(here, 'coder'), sourceOf(here, 'coder')]).toEqual(['kim', 'environment']);
  expect(settingOf(here, 'screenReader')).toBe('on');
  expect(settingOf(ask({ MARGINALIA_CODER: 'kim' }, false, 'ada'), 'coder')).toBe('ada');
  expect(sourceOf(ask({}), 'map')).toBe('default');
  expect(sourceOf(ask({}), 'coder')).toBe('file');
});
