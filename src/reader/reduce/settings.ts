import {
  SETTINGS,
  type Setting,
  type SettingValue,
  settingOf,
  settingValue,
  settingWords,
  type UserKeys,
  withKeys,
  withSetting,
} from '../../model/settings.ts';
import type { Command } from '../command.ts';
import type { KeyCommand } from '../keymap/keymap.ts';
import { shownKey } from '../keymap/shown.ts';
import { keymapWith } from '../keymap/userKeys.ts';
import type { SettingsLayer } from '../layer.ts';
import { scopeOf } from '../select.ts';
import {
  type KeysItem,
  labelOf,
  type SettingsItem,
  scopeOfKeys,
  settableScopes,
  settingsItems,
} from '../settingsItems.ts';
import type { ReaderState } from '../state.ts';
import { doing, moved, only, type Result, say, warn } from './result.ts';
import { rowsOfKeys } from './rows.ts';

/** `i`: the panel with the rule of the theme at hand, kept as a setting. */
export function togglePanel(state: ReaderState): Result {
  const panel = SETTINGS.find(setting => setting.name === 'panel');
  if (!panel) return only(state);
  const isOn = settingOf(state.settings, 'panel');
  return changed(state, panel, settingValue(panel, isOn ? 'off' : 'on'));
}

/** Opens the page of settings, with the keys of the page that it lies over. */
export const openSettings = (state: ReaderState): Result =>
  only({
    ...state,
    layer: { kind: 'settings', cursor: 0, scope: scopeOf(state), asks: null },
  });

const itemAt = ({ keymap }: ReaderState, { scope, cursor }: SettingsLayer) =>
  settingsItems(keymap, scope)[cursor];

export function settingsKey(state: ReaderState, layer: SettingsLayer, command: KeyCommand): Result {
  const set = (fields: Partial<SettingsLayer>): Result =>
    only({ ...state, layer: { ...layer, ...fields } });
  const item = itemAt(state, layer);
  const rows = ROWS[command];
  if (rows !== undefined)
    return set({
      cursor: moved(layer.cursor, rows, settingsItems(state.keymap, layer.scope).length),
    });
  if (command === 'tab') return set({ scope: nextScope(layer), cursor: layer.cursor });
  if (!item) return only(state);
  if (command === 'choose') return choose(state, layer, item);
  if (command === 'addKey' && item.kind === 'keys')
    return set({ asks: { kind: 'key', adds: true } });
  return command === 'reset' ? reset(state, layer, item) : only(state);
}

const ROWS = rowsOfKeys(8);

function nextScope({ scope }: SettingsLayer) {
  const scopes = settableScopes();
  return scopes[(scopes.indexOf(scope) + 1) % scopes.length] ?? scope;
}

function choose(state: ReaderState, layer: SettingsLayer, item: SettingsItem): Result {
  if (item.kind === 'keys')
    return only({ ...state, layer: { ...layer, asks: { kind: 'key', adds: false } } });
  const { setting } = item;
  if (setting.choices === null) {
    const draft = settingWords(state.settings.own[setting.name]);
    return only({ ...state, layer: { ...layer, asks: { kind: 'name', draft } } });
  }
  const now = settingWords(state.settings.own[setting.name]);
  const next = setting.choices[(setting.choices.indexOf(now) + 1) % setting.choices.length] ?? now;
  return changed(state, setting, settingValue(setting, next));
}

/** Sets a value at once and sends it to the file; `undefined`: as it comes. */
function changed(
  state: ReaderState,
  { name, counts }: Setting,
  value: SettingValue | undefined,
): Result {
  const settings = withSetting(state.settings, name, value);
  const over = settings.over[name];
  const words = value === undefined ? 'as it comes' : settingWords(value);
  const then = over ? ` · ${over.by} goes before it` : LATER[counts];
  return doing(
    { ...state, settings },
    {
      kind: 'saveSetting',
      place: [name],
      value,
      says: `${labelOf(name)} ${words}${then}`,
      before: state.settings,
    },
  );
}

const LATER: Readonly<Record<Setting['counts'], string>> = {
  'at once': '',
  'next start': ' · from the next start on',
};

function reset(state: ReaderState, layer: SettingsLayer, item: SettingsItem): Result {
  if (item.kind === 'setting')
    return state.settings.given.has(item.setting.name)
      ? changed(state, item.setting, undefined)
      : only(say(state, `${labelOf(item.setting.name)} is as it comes`));
  const scope = scopeOfKeys(state.settings.own.keys, layer.scope, item.command);
  if (scope === null) return only(say(state, `${item.does} has the keys that it comes with`));
  return keysChanged(state, layer, item, scope, undefined);
}

/** Gives a command its keys, at once and in the file; what cannot be is told and changes nothing. */
function keysChanged(
  state: ReaderState,
  layer: SettingsLayer,
  { command, does }: KeysItem,
  scope: string,
  words: readonly string[] | undefined,
): Result {
  const keys: UserKeys = withKeys(state.settings.own.keys, scope, command, words);
  const { keymap, problems } = keymapWith(keys);
  const place = `keys.${scope}.${command}`;
  const refused = problems.find(problem => problem.place === place);
  const closed = { ...state, layer: { ...layer, asks: null } };
  if (refused) return only(warn(closed, refused.why));
  const settings = { ...state.settings, own: { ...state.settings.own, keys } };
  const says = `${does}: ${words === undefined ? 'as it comes' : words.map(shownKey).join(' ')}`;
  return doing(
    { ...closed, keymap, settings },
    {
      kind: 'saveSetting',
      place: ['keys', scope, command],
      value: words,
      says,
      before: state.settings,
    },
  );
}

/** What the file refused does not count: the settings are again what they were. */
export const settingNotSaved = (
  state: ReaderState,
  { reason, before }: Extract<Command, { kind: 'settingNotSaved' }>,
): Result =>
  only(warn({ ...state, settings: before, keymap: keymapWith(before.own.keys).keymap }, reason));

export function settingsTyped(state: ReaderState, layer: SettingsLayer, draft: string): Result {
  return layer.asks?.kind === 'name'
    ? only({ ...state, layer: { ...layer, asks: { kind: 'name', draft } } })
    : only(state);
}

/** The name that was typed, or the key that was pressed. */
export function settingsSubmitted(state: ReaderState, layer: SettingsLayer, value: string): Result {
  const item = itemAt(state, layer);
  if (layer.asks?.kind === 'key' && item?.kind === 'keys')
    return keysChanged(state, layer, item, layer.scope, keysAsked(layer, item, value));
  const closed: ReaderState = { ...state, layer: { ...layer, asks: null } };
  if (item?.kind !== 'setting') return only(closed);
  const typed = settingValue(item.setting, value);
  if (typed === undefined) return reset(closed, layer, item);
  return changed(closed, item.setting, typed);
}

const keysAsked = ({ asks }: SettingsLayer, { keys }: KeysItem, key: string): string[] =>
  asks?.kind === 'key' && asks.adds ? [...keys, key] : [key];

/** Esc: out of what is asked for, else out of the page. */
export const settingsClosed = (state: ReaderState, layer: SettingsLayer): Result =>
  only({ ...state, layer: layer.asks === null ? null : { ...layer, asks: null } });
