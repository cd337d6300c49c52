import { describe, expect, test } from 'vitest';
import { defaultsHere, settingOf } from '../../../src/model/settings.ts';
import { bindingFor } from '../../../src/reader/keymap/keymap.ts';
import type { SettingsLayer } from '../../../src/reader/layer.ts';
import { settingsItems } from '../../../src/reader/settingsItems.ts';
import { reading, type Session } from '../session.ts';

/** The page of settings over the reading view, with the cursor on the row of a setting or a command. */
function on(row: string, session: Session = reading().press(',')): Session {
  const layer = layerOf(session);
  const rows = settingsItems(session.state.keymap, layer.scope);
  const at = rows.findIndex(item =>
    item.kind === 'setting' ? item.setting.name === row : item.command === row,
  );
  if (at === -1) throw new Error(`no row ${row}`);
  session.press('g');
  for (let i = 0; i < at; i++) session.press('j');
  return session;
}

function layerOf({ state }: Session): SettingsLayer {
  if (state.layer?.kind !== 'settings') throw new Error('the page of settings is not open');
  return state.layer;
}

const written = (session: Session) =>
  session.take('saveSetting').map(({ place, value }) => [place.join('.'), value]);
const messageOf = ({ state }: Session) => state.message?.text;

describe('a setting', () => {
  test('changes at once with Space and is sent to the file; saved is said when it is there', () => {
    const session = on('map').press('Space');
    expect(settingOf(session.state.settings, 'map')).toBe(false);
    expect(session.state.settings.given.has('map')).toBe(true);
    expect(messageOf(session)).toBeUndefined();
    const [effect] = session.take('saveSetting');
    expect(effect).toMatchObject({ place: ['map'], value: false });
    session.send({ kind: 'settingSaved', says: effect?.says ?? '' });
    expect(messageOf(session)).toBe('saved · map off');
  });

  test('that the file refuses is again what it was, and so are keys', () => {
    const session = on('map').press('Space');
    const reason = 'settings.json: ends too early. Mend it';
    const refuse = () => {
      const [effect] = session.take('saveSetting');
      if (!effect) throw new Error('nothing was sent');
      session.send({ kind: 'settingNotSaved', reason, before: effect.before });
    };
    refuse();
    expect(session.state.settings).toEqual(defaultsHere);
    expect(session.state.message).toEqual({ text: reason, warns: true });
    const { keymap } = session.state;
    session.press('G', 'Enter', 'Alt+z');
    expect(session.state.keymap).not.toEqual(keymap);
    refuse();
    expect(session.state.keymap).toEqual(keymap);
  });

  test('of several choices goes round', () => {
    const session = on('colours');
    const seen = Array.from({ length: 5 }, () =>
      settingOf(session.press('Enter').state.settings, 'colours'),
    );
    expect(seen).toEqual(['dark', 'light', 'contrast', 'none', 'auto']);
    expect(written(session)).toHaveLength(5);
  });

  test('that the environment says stays what it says; the file still gets the word', () => {
    const over = { colours: { value: 'none', from: 'environment', by: 'NO_COLOR' } } as const;
    const settings = { ...defaultsHere, over };
    const shut = on('colours', reading({ state: { settings } }).press(',')).press('Space');
    expect(settingOf(shut.state.settings, 'colours')).toBe('none');
    const [effect] = shut.take('saveSetting');
    expect(effect).toMatchObject({
      value: 'dark',
      says: 'colours dark · NO_COLOR goes before it',
    });
  });

  test('the coder is typed, and counts from the next start on', () => {
    const session = on('coder').press('Enter').type('Ada').press('Enter');
    expect(session.state.coder).toBe('alex');
    expect(session.state.settings.own.coder).toBe('Ada');
    expect(session.take('saveSetting')[0]?.says).toBe('coder Ada · from the next start on');
    expect(layerOf(session).asks).toBeNull();
  });

  test('Esc leaves the name as it was', () => {
    const session = on('coder').press('Enter').type('Ada').press('Esc');
    expect(session.state.settings.own.coder).toBeNull();
    expect(written(session)).toEqual([]);
    expect(layerOf(session).asks).toBeNull();
    expect(session.press('Esc').state.layer).toBeNull();
  });

  test('r takes it out of the file again', () => {
    const session = on('panel').press('Space', 'r');
    expect(settingOf(session.state.settings, 'panel')).toBe(false);
    expect(session.state.settings.given.has('panel')).toBe(false);
    expect(written(session)).toEqual([
      ['panel', true],
      ['panel', undefined],
    ]);
    expect(messageOf(session.press('r'))).toBe('panel is as it comes');
    expect(written(session)).toEqual([]);
  });

  test('what cannot be written is told, and holds all the same', () => {
    const session = on('map').press('Space');
    session.send({ kind: 'failed', reason: 'settings.json is not JSON at line 1, column 2' });
    expect(session.state.message).toMatchObject({ warns: true });
    expect(settingOf(session.state.settings, 'map')).toBe(false);
  });
});

describe('a key', () => {
  test('is pressed, and does its work from then on', () => {
    const session = on('memo').press('Enter', 'Ctrl+E');
    expect(written(session)).toEqual([['keys.reading.memo', ['Ctrl+E']]]);
    session.press('Esc', 'Ctrl+E');
    expect(session.state.layer?.kind).toBe('memo');
    session.press('Esc', 'm');
    expect(session.state.layer).toBeNull();
  });

  test('one more beside those that there are', () => {
    const session = on('nextUntagged').press('+', 'Ctrl+N');
    expect(written(session)).toEqual([['keys.reading.nextUntagged', [']', 'Ctrl+N']]]);
    const { keymap } = session.state;
    for (const key of [']', 'Ctrl+N'])
      expect(bindingFor(keymap, 'reading', key)?.command).toBe('nextUntagged');
  });

  test('Space, Enter, Tab and letters of the page itself can be keys as well', () => {
    for (const key of ['z', '+', 'Tab'])
      expect(written(on('memo').press('Enter', key)), key).toEqual([['keys.reading.memo', [key]]]);
  });

  test('that another command has is refused by name, and nothing is written', () => {
    const session = on('memo').press('Enter', 'j');
    expect(session.state.message).toEqual({
      text: 'j is next (next paragraph, row) in reading; memo (memo) cannot have it',
      warns: true,
    });
    expect(written(session)).toEqual([]);
    expect(bindingFor(session.state.keymap, 'reading', 'm')?.command).toBe('memo');
    expect(layerOf(session).asks).toBeNull();
  });

  test('Esc leaves the command as it was', () => {
    const session = on('memo').press('Enter', 'Esc');
    expect(layerOf(session).asks).toBeNull();
    expect(written(session)).toEqual([]);
  });

  test('r gives a command the keys that it comes with', () => {
    const session = on('memo').press('Enter', 'Ctrl+E', 'r');
    expect(bindingFor(session.state.keymap, 'reading', 'm')?.command).toBe('memo');
    expect(written(session).at(-1)).toEqual(['keys.reading.memo', undefined]);
    expect(messageOf(session.press('r'))).toBe('memo has the keys that it comes with');
  });

  test('Tab leads to the commands of other pages', () => {
    const session = on('memo').press('Tab', 'Tab', 'Tab');
    expect(layerOf(session).scope).toBe('library');
    on('open', session).press('Enter', 'o');
    expect(written(session)).toEqual([['keys.library.open', ['o']]]);
  });
});

test('help leads to the page: its row does what its key does', () => {
  const session = reading().press('?').type('settings').press('Enter');
  expect(session.state.layer?.kind).toBe('settings');
});

test('words on the screen that name a key name the user’s', () => {
  const session = on('themes').press('Enter', 'Ctrl+T', 'Esc', '9');
  expect(messageOf(session)).toBe('no theme is on 9 · Ctrl+T lists them all');
  expect(session.screen).toContain('Ctrl+T themes');
});
