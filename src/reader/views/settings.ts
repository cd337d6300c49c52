import {
  type Setting,
  type SettingsHere,
  settingOf,
  settingWords,
  sourceOf,
} from '../../model/settings.ts';
import { visibleLine } from '../../model/visible.ts';
import { shownKey } from '../keymap/shown.ts';
import { keymapWith } from '../keymap/userKeys.ts';
import type { SettingsLayer } from '../layer.ts';
import { header, rule } from '../layout/bars.ts';
import { BLANK, type Line, LineBuilder, type Look } from '../layout/line.ts';
import { shorten } from '../layout/width.ts';
import { scopeOf } from '../select.ts';
import {
  type KeysItem,
  labelOf,
  type SettingsItem,
  scopeOfKeys,
  settingsItems,
} from '../settingsItems.ts';
import type { ReaderState } from '../state.ts';
import { factBar, keyRow } from './bottom.ts';
import { radio } from './choices.ts';
import type { Field, Screen } from './frame.ts';
import { wrappedWords } from './themeDetail.ts';

const NAME = 2;
/** Columns of values and of where they come from, and whether the words about a setting fit behind. */
interface Columns {
  value: number;
  source: number | null;
  about: number | null;
}

const columnsOf = (width: number): Columns =>
  width >= 110
    ? { value: 32, source: 69, about: 87 }
    : width >= 72
      ? { value: 25, source: width - 18, about: null }
      : { value: Math.max(20, width - 18), source: null, about: null };

/** Every setting with its value and where it comes from, then the keys of one scope. */
export function settingsScreen(state: ReaderState, layer: SettingsLayer): Screen {
  const { columns, rows } = state.size;
  const room = rows - 5;
  const body = bodyRows(state, layer);
  const at = body.findIndex(row => row.isHere);
  const from = Math.max(0, Math.min(at - Math.floor(room / 2), body.length - room));
  const shown = body.slice(from, from + room).map(row => row.line);
  while (shown.length < room) shown.push(BLANK);
  const lines: Line[] = [
    header(columns, 'Settings', [visibleLine(state.settings.file)], ownWords(state)),
    rule(columns),
    ...shown,
    rule(columns),
    factBar(state, factOf(state, layer), ...statusOf(state)),
    keyRow(state, scopeOf(state), BADGES[layer.asks?.kind ?? 'none'] ?? null),
  ];
  return { lines, field: fieldOf(state, layer, at - from + 2) };
}

const BADGES: Readonly<Record<string, string>> = { key: 'PRESS A KEY', name: 'TYPING' };

function ownWords({ settings }: ReaderState): string {
  const keys = Object.values(settings.own.keys).reduce(
    (sum, commands) => sum + Object.keys(commands).length,
    0,
  );
  const count = settings.given.size + keys;
  return count === 0 ? 'all as it comes' : `${count} of your own`;
}

interface BodyRow {
  line: Line;
  isHere: boolean;
}

function bodyRows(state: ReaderState, layer: SettingsLayer): BodyRow[] {
  const items = settingsItems(state.keymap, layer.scope);
  const rowOf = (item: SettingsItem, index: number): BodyRow => {
    const isHere = index === layer.cursor;
    return { line: itemRow(state, layer, item, isHere), isHere };
  };
  const isKeys = (item: SettingsItem) => item.kind === 'keys';
  const first = items.findIndex(isKeys);
  const rows = items.map(rowOf);
  const still = (line: Line): BodyRow => ({ line, isHere: false });
  const heading = new LineBuilder()
    .at(NAME, 'Keys', { role: 'current', bold: true })
    .push(`  in ${layer.scope}`, { role: 'muted' })
    .build();
  return [
    ...(state.size.rows >= 30 ? [still(BLANK)] : []),
    ...rows.slice(0, first === -1 ? undefined : first),
    ...problemRows(state).map(still),
    ...(first === -1 ? [] : [still(BLANK), still(heading), ...rows.slice(first)]),
  ];
}

const MOST_PROBLEMS = 3;

/** What is wrong with the file, to be read whole. */
function problemRows({ settings, size }: ReaderState): Line[] {
  const problems = [
    ...settings.problems,
    ...keymapWith(settings.own.keys).problems.map(({ message }) => message),
  ];
  const more = problems.length - MOST_PROBLEMS;
  const told = problems.slice(0, MOST_PROBLEMS);
  if (more > 0) told.push(`and ${more} more: marginalia settings lists them`);
  const lines = told.flatMap(problem =>
    wrappedWords(problem, size.columns - 6).map((words, i) =>
      new LineBuilder().at(NAME, i === 0 ? `! ${words}` : `  ${words}`, { role: 'warn' }).build(),
    ),
  );
  return lines.length === 0 ? [] : [BLANK, ...lines];
}

function itemRow(
  state: ReaderState,
  layer: SettingsLayer,
  item: SettingsItem,
  isHere: boolean,
): Line {
  const columns = columnsOf(state.size.columns);
  const line = new LineBuilder(isHere ? { row: true } : {}).at(0, isHere ? '▌' : ' ', {
    role: 'current',
  });
  const label = item.kind === 'setting' ? labelOf(item.setting.name) : item.does;
  line.at(NAME, shorten(label, columns.value - NAME - 2), {
    role: isHere ? 'current' : 'rest',
    bold: isHere,
  });
  if (item.kind === 'setting') settingCells(line, state, layer, item.setting, isHere);
  else keyCells(line, state, layer, item, isHere);
  return line.build(isHere ? state.size.columns : 0);
}

function settingCells(
  line: LineBuilder,
  state: ReaderState,
  layer: SettingsLayer,
  setting: Setting,
  isHere: boolean,
): void {
  const { value, source, about } = columnsOf(state.size.columns);
  const { settings } = state;
  const isTyped = isHere && layer.asks?.kind === 'name';
  const words = visibleLine(settingWords(settingOf(settings, setting.name)) || state.coder);
  const room = (source ?? state.size.columns) - value - 2;
  const bright: Look = { role: 'current', bold: isHere };
  if (!isTyped) {
    if (setting.choices && source !== null) radio(line, value, setting.choices, words);
    else line.at(value, shorten(words, room), bright);
  }
  const look: Look = { role: isHere ? 'current' : 'muted' };
  if (source !== null) line.at(source, shorten(sourceWords(settings, setting), 16), look);
  if (about !== null) line.at(about, shorten(setting.about, state.size.columns - about - 2), look);
}

const sourceWords = (settings: SettingsHere, { name }: Setting): string =>
  settings.over[name]?.by ?? sourceOf(settings, name);

function keyCells(
  line: LineBuilder,
  state: ReaderState,
  layer: SettingsLayer,
  { keys, command }: KeysItem,
  isHere: boolean,
): void {
  const { value, source } = columnsOf(state.size.columns);
  const room = (source ?? state.size.columns) - value - 2;
  const isAsked = isHere && layer.asks?.kind === 'key';
  const now = keys.map(shownKey).join(' ') || 'no key';
  const words = isAsked ? (layer.asks?.kind === 'key' && layer.asks.adds ? `${now} …` : '…') : now;
  line.at(value, shorten(visibleLine(words), room), { role: 'current', bold: isHere });
  const scope = scopeOfKeys(state.settings.own.keys, layer.scope, command);
  if (source !== null && scope !== null)
    line.at(source, scope === layer.scope ? 'file' : shorten(`file: ${scope}`, 16), {
      role: isHere ? 'current' : 'muted',
    });
}

function factOf(state: ReaderState, layer: SettingsLayer): string {
  const item = settingsItems(state.keymap, layer.scope)[layer.cursor];
  if (!item) return '';
  if (item.kind === 'keys')
    return layer.asks === null
      ? `keys.${layer.scope}.${item.command}`
      : `press the key for ${item.does}`;
  const { about, counts } = item.setting;
  return counts === 'at once' ? about : `${about}, from the next start on`;
}

const statusOf = ({ message }: ReaderState): [string, Look] => [
  visibleLine(message?.text ?? ''),
  { role: message?.warns ? 'warn' : 'muted' },
];

function fieldOf(state: ReaderState, { asks }: SettingsLayer, row: number): Field | null {
  if (asks?.kind !== 'name') return null;
  const { value, source } = columnsOf(state.size.columns);
  return {
    row,
    column: value,
    width: (source ?? state.size.columns) - value - 2,
    rows: 1,
    value: asks.draft,
    placeholder: 'your name',
  };
}
