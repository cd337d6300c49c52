import { type Theme, themeOnKey } from '../../model/codebook.ts';
import {
  addTheme,
  editTheme,
  mergeTheme,
  type Planned,
  retireTheme,
  reviveTheme,
} from '../../model/codebookEdits.ts';
import { nestTheme, stepTheme } from '../../model/codebookOrder.ts';
import { codebookRows, nextLook, THEME_FIELDS } from '../codebookRows.ts';
import type { KeyCommand } from '../keymap/keymap.ts';
import type { CodebookLayer, CodebookTask } from '../layer.ts';
import type { HistoryStep, ReaderState } from '../state.ts';
import { detailReach } from '../views/codebookPane.ts';
import { editFields, keepField } from './codebookFields.ts';
import { cursorOn, done, themeAt, withTask } from './codebookPlan.ts';
import { recounted } from './counts.ts';
import { redo, undo } from './history.ts';
import type { Turn } from './layer.ts';
import { openPassages, openSplit, readPassages } from './passages.ts';
import { moved, only, type Result } from './result.ts';
import { rowsOfKeys } from './rows.ts';
import { retry } from './saving.ts';

/** Opens the codebook, with the counts of the open transcript as they are now. */
export const openCodebook = (state: ReaderState): Result =>
  readPassages(
    only({
      ...recounted(state),
      layer: { kind: 'codebook', cursor: 0, pane: 'themes', scroll: 0, doing: null },
    }),
  );

export function codebookKey(
  state: ReaderState,
  layer: CodebookLayer,
  command: KeyCommand,
  _: Turn,
  key: string,
): Result {
  const rows = ROWS[command];
  if (rows !== undefined) return goes(state, layer, rows);
  if (layer.doing?.kind === 'merge')
    return command === 'choose' || command === 'merge'
      ? merges(state, layer, layer.doing)
      : only(state);
  switch (command) {
    case 'undo':
      return settled(state, undo(state), layer, state.past.at(-1));
    case 'redo':
      return settled(state, redo(state), layer, state.future.at(-1));
    case 'retry':
      return retry(state);
    case 'addTheme':
      return withTask(state, { ...layer, pane: 'themes' }, { kind: 'add', draft: '' });
    case 'tab':
      return only({
        ...state,
        layer: {
          ...layer,
          pane: layer.pane === 'themes' ? 'theme' : 'themes',
          scroll: 0,
          doing: null,
        },
      });
    default: {
      const theme = themeAt(state, layer);
      return theme ? onTheme(state, layer, theme, command, key) : only(state);
    }
  }
}

const ROWS = rowsOfKeys(8);

/** Rows of the tree or of the pane, or fields of the theme while those are gone through. */
function goes(state: ReaderState, layer: CodebookLayer, by: number): Result {
  const { doing } = layer;
  if (layer.pane === 'theme' && doing === null) {
    const scroll = moved(layer.scroll, by, 1 + detailReach(state, layer));
    return only({ ...state, layer: { ...layer, scroll } });
  }
  if (doing?.kind === 'fields') {
    const at = moved(THEME_FIELDS.indexOf(doing.field), by, THEME_FIELDS.length);
    return withTask(state, layer, { ...doing, field: THEME_FIELDS[at] ?? 'name' });
  }
  const cursor = moved(layer.cursor, by, codebookRows(state.codebook).length);
  const task = doing?.kind === 'merge' ? { ...doing, asked: false } : doing;
  return withTask(state, { ...layer, cursor, scroll: 0 }, task);
}

/** What a key does to the theme at the cursor. */
function onTheme(
  state: ReaderState,
  layer: CodebookLayer,
  theme: Theme,
  command: KeyCommand,
  key: string,
): Result {
  const { codebook } = state;
  const does = (planned: Planned, label?: string) => done(state, planned, { page: layer, label });
  switch (command) {
    case 'choose':
      return layer.doing === null
        ? openPassages(state, layer, theme.id)
        : editFields(state, layer, theme);
    case 'split':
      return withTask(state, { ...layer, pane: 'themes' }, { kind: 'split', draft: '' });
    case 'editTheme':
      return editFields(state, layer, theme);
    case 'merge':
      return withTask(state, layer, { kind: 'merge', source: theme.id, asked: false });
    case 'digit':
      return does(...pinning(state, theme, Number(key)));
    case 'retire':
      return does(
        theme.status === 'active'
          ? retireTheme(codebook, theme.id)
          : reviveTheme(codebook, theme.id),
      );
    case 'nest':
      return does(nestTheme(codebook, theme.id, 'in'));
    case 'unnest':
      return does(nestTheme(codebook, theme.id, 'out'));
    case 'moveDown':
      return does(stepTheme(codebook, theme.id, 1));
    case 'moveUp':
      return does(stepTheme(codebook, theme.id, -1));
    case 'look':
    case 'lookBack': {
      const look = nextLook(theme, command === 'look' ? 1 : -1);
      return does(editTheme(codebook, theme.id, look), `colour and mark of ${theme.name}`);
    }
    default:
      return only(state);
  }
}

/** The same digit again takes it off. */
function pinning({ codebook }: ReaderState, theme: Theme, digit: number): [Planned, string] {
  const isOff = themeOnKey(codebook, digit)?.id === theme.id;
  return [
    editTheme(codebook, theme.id, { key: isOff ? null : digit }),
    isOff ? `${theme.name} off key ${digit}` : `${theme.name} on key ${digit}`,
  ];
}

/** Enter on a target says what would be done, Enter again does it. */
function merges(
  state: ReaderState,
  layer: CodebookLayer,
  { source, asked }: Extract<CodebookTask, { kind: 'merge' }>,
): Result {
  const target = themeAt(state, layer);
  if (!target) return only(state);
  const planned = mergeTheme(state.codebook, source, target.id);
  if (planned.kind === 'refused' || asked)
    return done(state, planned, { page: { ...layer, doing: null }, stays: layer, at: target.id });
  return withTask(state, layer, { kind: 'merge', source, asked: true });
}

/** After undo and redo the cursor is on what they were about, and counts are as they are now. */
function settled(
  before: ReaderState,
  { state, effects }: Result,
  layer: CodebookLayer,
  last: HistoryStep | undefined,
): Result {
  const [edit] = last?.step.themes ?? [];
  const id = (edit?.before ?? edit?.after ?? themeAt(before, layer))?.id;
  const shown = recounted(cursorOn(state, { ...layer, doing: null }, id));
  return readPassages({ state: shown, effects });
}

export function codebookTyped(state: ReaderState, layer: CodebookLayer, draft: string): Result {
  const { doing } = layer;
  return doing && 'draft' in doing ? withTask(state, layer, { ...doing, draft }) : only(state);
}

/** Enter in a field: the name of a new theme, of the one that takes a part, or a theme's words. */
export function codebookSubmitted(state: ReaderState, layer: CodebookLayer, value: string): Result {
  const { doing } = layer;
  if (doing?.kind === 'add')
    return done(state, addTheme(state.codebook, value), {
      page: { ...layer, doing: null },
      stays: { ...layer, doing: { ...doing, draft: value } },
    });
  const theme = themeAt(state, layer);
  if (!theme) return only(state);
  if (doing?.kind === 'split') return openSplit(state, layer, theme.id, value);
  if (doing?.kind !== 'field') return only(state);
  return keepField(state, layer, theme, doing.field, value);
}

/** Esc: out of the field, out of the fields, out of the merge, then out of the page. */
export function codebookClosed(state: ReaderState, layer: CodebookLayer): Result {
  const { doing } = layer;
  if (doing === null) return only({ ...state, layer: null });
  if (doing.kind === 'field') return withTask(state, layer, { kind: 'fields', field: doing.field });
  if (doing.kind !== 'merge') return withTask(state, { ...layer, pane: 'themes' }, null);
  return only(cursorOn(state, { ...layer, doing: null }, doing.source));
}
