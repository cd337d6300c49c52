import { SETTINGS, type Setting, type SettingName, type UserKeys } from '../model/settings.ts';
import { bindingsOf, KEYMAP, type KeyCommand, type Keymap } from './keymap/keymap.ts';
import { isFixed } from './keymap/keyName.ts';
import { SCOPES, type Scope } from './keymap/scopes.ts';
import { EVERYWHERE, FOLLOWS } from './keymap/wishes.ts';

/** A row of the settings page that the cursor can stand on. */
export type SettingsItem = { kind: 'setting'; setting: Setting } | KeysItem;

export interface KeysItem {
  kind: 'keys';
  command: KeyCommand;
  does: string;
  /** Those that it has now, the fixed ones included. */
  keys: readonly string[];
}

/** The settings, then each command of a scope whose keys can be changed. */
export const settingsItems = (keymap: Keymap, scope: Scope): SettingsItem[] => [
  ...SETTINGS.map(setting => ({ kind: 'setting', setting }) as const),
  ...keysItems(keymap, scope),
];

function keysItems(keymap: Keymap, scope: Scope): KeysItem[] {
  const commands = new Set(
    bindingsOf(KEYMAP, scope)
      .filter(({ command, keys }) => command !== 'digit' && keys.some(key => !isFixed(key, scope)))
      .map(({ command }) => command),
  );
  return [...commands].map(command => {
    const rows = bindingsOf(keymap, scope).filter(binding => binding.command === command);
    return {
      kind: 'keys',
      command,
      does: rows[0]?.does ?? command,
      keys: rows.flatMap(({ keys }) => keys),
    };
  });
}

/** The scopes with keys that can be changed, in the order of Tab. */
export const settableScopes = (): Scope[] =>
  SCOPES.everywhere.filter(scope => keysItems(KEYMAP, scope).length > 0);

/** The scope under which the settings give a command its keys here; `null` where they do not. */
export function scopeOfKeys(keys: UserKeys, scope: Scope, command: string): string | null {
  const places = [scope, FOLLOWS[scope], EVERYWHERE];
  const says = (place: string) => Object.hasOwn(Object(keys[place]), command);
  return places.find(place => place !== undefined && says(place)) ?? null;
}

/** A setting's name as people read it: `screen reader`. */
export const labelOf = (name: SettingName): string =>
  name.replace(/[A-Z]/g, letter => ` ${letter.toLowerCase()}`);
