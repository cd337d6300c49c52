import * as z from 'zod/mini';
import {
  DEFAULTS,
  SETTINGS,
  type Setting,
  type SettingName,
  type Settings,
  type UserKeys,
} from '../model/settings.ts';
import { isRecord } from './settings.ts';

/** What the file's data says: the settings, which of them it says itself, and what is wrong with it. */
export interface CheckedSettings {
  settings: Settings;
  given: ReadonlySet<string>;
  /** `place`: the setting that it is about. */
  problems: readonly SettingsProblem[];
}

export interface SettingsProblem {
  place: string;
  message: string;
}

/** Checks each setting alone: one that is wrong leaves the others as the file says them. */
export function checkSettings(data: Readonly<Record<string, unknown>>): CheckedSettings {
  const problems = Object.keys(data).filter(isUnknown).map(unknownProblem);
  const values: Partial<Record<SettingName, unknown>> = {};
  for (const setting of SETTINGS) {
    const value = data[setting.name];
    if (value === undefined) continue;
    if (SCHEMAS[setting.name].safeParse(value).success) values[setting.name] = value;
    else problems.push(wrongProblem(setting));
  }
  const keys = checkKeys(data.keys, problems);
  const given = new Set(Object.keys(values).filter(name => !isUnset(name, values)));
  return {
    settings: { ...DEFAULTS, ...(values as Partial<Settings>), coder: coderOf(values), keys },
    given,
    problems,
  };
}

const coderOf = ({ coder }: Partial<Record<SettingName, unknown>>): string | null =>
  typeof coder === 'string' && coder !== '' ? coder : null;

const isUnset = (name: string, values: Partial<Record<SettingName, unknown>>): boolean =>
  name === 'coder' && coderOf(values) === null;

const SCHEMAS = {
  coder: z.nullable(z.string()),
  colours: z.enum(['auto', 'dark', 'light', 'contrast', 'none']),
  map: z.boolean(),
  panel: z.boolean(),
  mouse: z.boolean(),
  incrementalRendering: z.boolean(),
  screenReader: z.enum(['auto', 'on', 'off']),
} satisfies Record<SettingName, z.ZodMiniType<Settings[SettingName]>>;

const KNOWN = new Set<string>([...SETTINGS.map(({ name }) => name), 'keys']);

const isUnknown = (name: string): boolean => !KNOWN.has(name);

const unknownProblem = (name: string): SettingsProblem => ({
  place: name,
  message: `${name}: there is no such setting. There are ${[...KNOWN].join(', ')}`,
});

function wrongProblem({ name, choices }: Setting): SettingsProblem {
  const usual = DEFAULTS[name];
  const allowed =
    typeof usual === 'boolean'
      ? 'true or false'
      : choices === null
        ? 'a name: "alex"'
        : `one of ${choices.join(', ')}`;
  const used = usual === null ? 'none is used' : `${usual} is used`;
  return { place: name, message: `${name}: must be ${allowed}; ${used}` };
}

const listOfKeys = z.array(z.string());

/** The keys by scope and command. Which scopes, commands and keys there are, the reader knows. */
function checkKeys(found: unknown, problems: SettingsProblem[]): UserKeys {
  if (found === undefined) return {};
  const wrong = (place: string, what: string) => void problems.push(keysProblem(place, what));
  if (!isRecord(found)) {
    wrong('keys', 'scopes with their commands: {"reading": {"nextUntagged": ["Ctrl+N"]}}');
    return {};
  }
  const scopes = Object.entries(found).map(([scope, commands]) => {
    if (!isRecord(commands)) {
      wrong(`keys.${scope}`, 'commands with their keys: {"nextUntagged": ["Ctrl+N"]}');
      return [scope, {}] as const;
    }
    const good = Object.entries(commands).flatMap(([command, keys]) => {
      const list = listOfKeys.safeParse(keys);
      if (!list.success) wrong(`keys.${scope}.${command}`, 'a list of keys: ["Ctrl+N"]');
      return list.success ? [[command, list.data] as const] : [];
    });
    return [scope, Object.fromEntries(good)] as const;
  });
  return Object.fromEntries(scopes);
}

const keysProblem = (place: string, what: string): SettingsProblem => ({
  place,
  message: `${place}: must be ${what}`,
});
