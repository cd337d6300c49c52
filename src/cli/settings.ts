import { Fault, UsageFault } from '../model/fault.ts';
import {
  SETTINGS,
  type Setting,
  type SettingsHere,
  settingOf,
  settingValue,
  settingWords,
  sourceOf,
} from '../model/settings.ts';
import { visibleLine } from '../model/visible.ts';
import { coderName } from '../project/coderName.ts';
import { settingsPath } from '../project/settings.ts';

import { settingsHere } from '../project/settingsHere.ts';
import { writeSetting } from '../project/writeSetting.ts';
import { nearestWord } from './nearest.ts';
import type { Session } from './session.ts';
import { type Column, tableLines } from './table.ts';

const COLUMNS: readonly Column[] = [
  { heading: 'SETTING' },
  { heading: 'VALUE' },
  { heading: 'FROM' },
  { heading: 'WHAT IT IS', shrinksTo: 12 },
];

/** `settings`: each with its value and where that comes from, then the user's own keys. */
export async function settings(session: Session): Promise<number> {
  const here = hereOf(session);
  const { keymapWith } = await import('../reader/keymap/userKeys.ts');
  const { problems } = keymapWith(here.own.keys);
  if (session.options.json) await session.printJson(shape(session, here));
  else await session.print(await lines(session, here));
  const keyLines = problems.map(({ message }) => `${here.file}: ${message}`);
  await session.complain([...here.problems, ...keyLines].map(line => new Fault(line)));
  return session.status;
}

/** `settings path`: where the file is, or would be. */
export async function settingsFile(session: Session): Promise<number> {
  const path = settingsPath(session.world.env);
  if (session.options.json) await session.printJson({ path });
  else await session.print([visibleLine(path)]);
  return 0;
}

const hereOf = ({ world: { env }, options }: Session): SettingsHere =>
  settingsHere({ env, noColor: !options.colour, coder: options.coder });

function shape(session: Session, here: SettingsHere) {
  const rows = SETTINGS.map(({ name, choices }) => ({
    name,
    value: valueHere(session, here, name),
    from: sourceOf(here, name),
    by: here.over[name]?.by ?? null,
    choices,
  }));
  return { file: here.file, settings: rows, keys: here.own.keys };
}

/** Without a name in the settings the coder is who git or the login says. */
function valueHere({ world, options }: Session, here: SettingsHere, name: Setting['name']) {
  if (name !== 'coder') return settingOf(here, name);
  return coderName({ option: options.coder, env: world.env });
}

async function lines(session: Session, here: SettingsHere): Promise<string[]> {
  const rows = SETTINGS.map(({ name, about, choices }) => ({
    cells: [
      name,
      visibleLine(settingWords(valueHere(session, here, name))),
      here.over[name]?.by ?? sourceOf(here, name),
      choices === null ? about : `${about}: ${choices.join(', ')}`,
    ],
  }));
  const keys = Object.entries(here.own.keys).flatMap(([scope, commands]) =>
    Object.entries(commands).map(([command, words]) => ({
      cells: [`keys.${scope}.${command}`, words.join(' '), 'file', ''].map(visibleLine),
    })),
  );
  return tableLines(COLUMNS, [...rows, ...keys], session);
}

/** `settings set NAME VALUE…`: one setting, or the keys of a command: `keys.reading.memo Ctrl+N`. */
export async function settingsSet(
  session: Session,
  name: string,
  words: readonly string[],
): Promise<number> {
  const { env } = session.world;
  if (name.startsWith('keys.')) await setKeys(session, name, words);
  else await writeSetting(env, [name], checkedValue(settingNamed(name), words.join(' ')));
  await session.say(`${name} is ${words.join(' ')}, in ${settingsPath(env)}`);
  const over = hereOf(session).over[name as Setting['name']];
  if (over) await session.say(`In this shell ${over.by} says otherwise, and goes first`);
  return 0;
}

/** `settings reset NAME`: as it comes. `keys` resets all keys. */
export async function settingsReset(session: Session, name: string): Promise<number> {
  const place = name === 'keys' || name.startsWith('keys.') ? name.split('.') : [name];
  if (place.length === 1 && name !== 'keys') settingNamed(name);
  await writeSetting(session.world.env, place, undefined);
  await session.say(`${name} is as it comes`);
  return 0;
}

function settingNamed(name: string): Setting {
  const found = SETTINGS.find(one => one.name.toLowerCase() === name.toLowerCase());
  if (found) return found;
  const names = SETTINGS.map(one => one.name);
  const near = nearestWord(name, names);
  throw new UsageFault(
    `${name}: there is no such setting. ${near ? `Did you mean ${near}?` : `There are ${names.join(', ')} and keys.SCOPE.COMMAND`}`,
  );
}

function checkedValue(setting: Setting, word: string) {
  const value = settingValue(setting, word);
  if (value !== undefined) return value;
  const allowed = setting.choices?.join(', ') ?? 'a name';
  throw new UsageFault(`${setting.name}: "${word}" is not allowed. Allowed: ${allowed}`);
}

/** Refuses keys that cannot be, and those that another command has. */
async function setKeys(session: Session, name: string, words: readonly string[]): Promise<void> {
  const { env } = session.world;
  const [, scope = '', command = '', ...rest] = name.split('.');
  if (command === '' || rest.length > 0)
    throw new UsageFault(`${name}: keys are named keys.SCOPE.COMMAND, keys.reading.memo say`);
  const { keymapWith } = await import('../reader/keymap/userKeys.ts');
  const { keys } = hereOf(session).own;
  const { problems } = keymapWith({ ...keys, [scope]: { ...keys[scope], [command]: words } });
  const refused = problems.find(({ place }) => place === name);
  if (refused) throw new Fault(refused.message);
  await writeSetting(env, ['keys', scope, command], words);
}
