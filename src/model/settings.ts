/** The user's own keys: by scope, then by command, the keys that it has there. */
export type UserKeys = Readonly<Record<string, Readonly<Record<string, readonly string[]>>>>;

/** What a user may settle. The file in the user's settings folder says it, else the defaults. */
export interface Settings {
  /** Who tags; `null`: as git or the login name say. */
  coder: string | null;
  /** `auto`: dark or light, as the terminal's ground is. */
  colours: 'auto' | 'dark' | 'light' | 'contrast' | 'none';
  /** The map of the text at the right edge. */
  map: boolean;
  /** The side panel with the theme at hand. */
  panel: boolean;
  mouse: boolean;
  /** Whether only lines that changed are drawn; some terminals garble wide characters by it. */
  incrementalRendering: boolean;
  /** Whether the screen is told in words; `auto`: as `INK_SCREEN_READER` says. */
  screenReader: 'auto' | 'on' | 'off';
  keys: UserKeys;
}

export const DEFAULTS: Settings = {
  coder: null,
  colours: 'auto',
  map: true,
  panel: false,
  mouse: true,
  incrementalRendering: true,
  screenReader: 'auto',
  keys: {},
};

/** Everything that has one value; the keys have many. */
export type SettingName = Exclude<keyof Settings, 'keys'>;
export type SettingValue = Settings[SettingName];

/** One setting as file, page and command know it. */
export interface Setting {
  name: SettingName;
  /** What it is, in few words. */
  about: string;
  /** The words that it may be set to; `null`: any name. A setting of on and off is a boolean. */
  choices: readonly string[] | null;
  /** When a change counts: at once, or from the next start on. */
  counts: 'at once' | 'next start';
}

const ON_OFF = ['on', 'off'] as const;

/** Every setting, in the order in which they are shown. */
// biome-ignore format: a table is read by its columns
export const SETTINGS: readonly Setting[] = [
  { name: 'coder',                about: 'who tags',                               choices: null,                                             counts: 'next start' },
  { name: 'colours',              about: 'colours',                                choices: ['auto', 'dark', 'light', 'contrast', 'none'],     counts: 'at once' },
  { name: 'map',                  about: 'the map at the right edge of a text',    choices: ON_OFF,                                           counts: 'at once' },
  { name: 'panel',                about: 'the side panel with the theme at hand',  choices: ON_OFF,                                           counts: 'at once' },
  { name: 'mouse',                about: 'the mouse selects and scrolls',          choices: ON_OFF,                                           counts: 'at once' },
  { name: 'incrementalRendering', about: 'draw only the lines that changed',       choices: ON_OFF,                                           counts: 'at once' },
  { name: 'screenReader',         about: 'tell the screen in words',               choices: ['auto', ...ON_OFF],                              counts: 'at once' },
];

/** The words for a value: `on`, `dark`, a name; an absent name is empty. */
export const settingWords = (value: SettingValue): string =>
  typeof value === 'boolean' ? (value ? 'on' : 'off') : (value ?? '');

/** The value that a word stands for; `undefined` where the setting does not allow it. */
export function settingValue({ name, choices }: Setting, word: string): SettingValue | undefined {
  const typed = word.trim();
  if (choices === null) return typed === '' ? undefined : typed;
  const isSwitch = typeof DEFAULTS[name] === 'boolean';
  const asked = isSwitch ? (SWITCH_WORDS[typed.toLowerCase()] ?? typed) : typed.toLowerCase();
  const found = choices.find(choice => choice === asked);
  if (found === undefined) return undefined;
  return isSwitch ? found === 'on' : (found as SettingValue);
}

/** Other words for on and off that people write. */
const SWITCH_WORDS: Readonly<Record<string, string>> = {
  ...{ on: 'on', true: 'on', yes: 'on' },
  ...{ off: 'off', false: 'off', no: 'off' },
};

/** What stands over the file for this run: the environment, or the command line. */
export interface Override {
  value: SettingValue;
  from: 'environment' | 'command line';
  /** The variable or the option: `NO_COLOR`, `--coder`. */
  by: string;
}

/** The settings of a run, and where each value comes from. */
export interface SettingsHere {
  /** The path of the file, whether it is there or not. */
  file: string;
  /** What the file says; the default where it says nothing, or nothing that is allowed. */
  own: Settings;
  /** The settings that the file says. */
  given: ReadonlySet<string>;
  over: Readonly<Partial<Record<SettingName, Override>>>;
  /** What is wrong with the file, one line each: place, what is wrong, what is allowed. */
  problems: readonly string[];
}

/** The value that holds in this run. */
export function settingOf<Name extends SettingName>(
  { own, over }: SettingsHere,
  name: Name,
): Settings[Name] {
  const override = over[name];
  return override ? (override.value as Settings[Name]) : own[name];
}

export type Source = 'file' | 'environment' | 'command line' | 'default';

export const sourceOf = ({ given, over }: SettingsHere, name: SettingName): Source =>
  over[name]?.from ?? (given.has(name) ? 'file' : 'default');

/** Settings without a file, an environment and a command line. */
export const defaultsHere: SettingsHere = {
  file: '',
  own: DEFAULTS,
  given: new Set(),
  over: {},
  problems: [],
};

/** The settings with one value set, or as it comes with `undefined`. */
export function withSetting(
  here: SettingsHere,
  name: SettingName,
  value: SettingValue | undefined,
): SettingsHere {
  const given = new Set(here.given);
  if (value === undefined) given.delete(name);
  else given.add(name);
  return { ...here, given, own: { ...here.own, [name]: value ?? DEFAULTS[name] } };
}

/** The keys with those of one command set, or gone with `undefined`. */
export function withKeys(
  keys: UserKeys,
  scope: string,
  command: string,
  words: readonly string[] | undefined,
): UserKeys {
  const others = Object.entries(keys[scope] ?? {}).filter(([name]) => name !== command);
  const commands = words === undefined ? others : [...others, [command, words] as const];
  return { ...keys, [scope]: Object.fromEntries(commands) };
}
