import type { Command } from '../command.ts';
import { choiceOf, type DigestField, digestFields, digestFile } from '../digestForm.ts';
import type { KeyCommand } from '../keymap/keymap.ts';
import type { DigestLayer } from '../layer.ts';
import type { ReaderState } from '../state.ts';
import { doing, moved, only, type Result, warn } from './result.ts';
import { rowsOfKeys } from './rows.ts';

/** Opens the digest page with every theme chosen. */
export function openDigest(state: ReaderState): Result {
  const themes = state.codebook.themes
    .filter(theme => theme.status !== 'merged')
    .map(theme => theme.id);
  const layer: DigestLayer = {
    kind: 'digest',
    title: `Digest of ${state.project}`,
    themes,
    keyOnly: false,
    groupBy: 'theme',
    format: 'md',
    file: digestFile(state.codebook, { themes, format: 'md' }),
    fileTyped: false,
    cursor: 1,
    typing: null,
    before: '',
    showsPreview: false,
    scroll: 0,
    preview: null,
    request: 0,
    written: null,
    exists: null,
  };
  return withPreview(state, layer);
}

function withPreview(state: ReaderState, layer: DigestLayer): Result {
  const file = layer.fileTyped ? layer.file : digestFile(state.codebook, layer);
  const next: DigestLayer = {
    ...layer,
    file,
    request: state.nextStep,
    scroll: 0,
    written: null,
    exists: null,
  };
  const changed = { ...state, nextStep: state.nextStep + 1, layer: next };
  return doing(changed, { kind: 'preview', request: next.request, choice: choiceOf(next) });
}

export function digestKey(state: ReaderState, layer: DigestLayer, command: KeyCommand): Result {
  const set = (fields: Partial<DigestLayer>): Result =>
    only({ ...state, layer: { ...layer, ...fields } });
  if (command === 'tab') return set({ showsPreview: !layer.showsPreview });
  if (command === 'write') return write(state, layer);
  if (command === 'choose') return layer.showsPreview ? only(state) : choose(state, layer);
  const rows = ROWS[command];
  if (rows === undefined) return only(state);
  if (layer.showsPreview || command === 'halfDown' || command === 'halfUp')
    return set({ scroll: scrolled(layer, rows) });
  return set({ cursor: moved(layer.cursor, rows, digestFields(state.codebook).length) });
}

const ROWS = rowsOfKeys(10);

/** Rows of the preview are not known before they are wrapped: its lines of text bound the scrolling. */
const scrolled = ({ scroll, preview }: DigestLayer, by: number): number =>
  moved(scroll, by, preview?.text.split('\n').length ?? 1);

function choose(state: ReaderState, layer: DigestLayer): Result {
  const field = digestFields(state.codebook)[layer.cursor];
  if (!field) return only(state);
  if (field.kind === 'title' || field.kind === 'file')
    return only({ ...state, layer: { ...layer, typing: field.kind, before: layer[field.kind] } });
  return withPreview(state, toggled(layer, field));
}

function toggled(layer: DigestLayer, field: DigestField): DigestLayer {
  switch (field.kind) {
    case 'theme':
      return { ...layer, themes: withOrWithout(layer.themes, field.theme.id) };
    case 'groupBy':
      return { ...layer, groupBy: layer.groupBy === 'theme' ? 'text' : 'theme' };
    case 'keyOnly':
      return { ...layer, keyOnly: !layer.keyOnly };
    case 'format':
      return { ...layer, format: layer.format === 'md' ? 'json' : 'md' };
    default:
      return layer;
  }
}

const withOrWithout = (ids: readonly string[], id: string): string[] =>
  ids.includes(id) ? ids.filter(one => one !== id) : [...ids, id];

function write(state: ReaderState, layer: DigestLayer): Result {
  if (layer.themes.length === 0) return only(warn(state, 'choose a theme first'));
  return doing(state, {
    kind: 'writeDigest',
    choice: choiceOf(layer),
    file: layer.file,
    replace: layer.exists === layer.file,
  });
}

export function digestTyped(state: ReaderState, layer: DigestLayer, value: string): Result {
  return layer.typing === null
    ? only(state)
    : only({ ...state, layer: { ...layer, [layer.typing]: value } });
}

/** Esc: out of a field, where what stood there before stands there again; else out of the page. */
export const digestClosed = (state: ReaderState, layer: DigestLayer): Result =>
  only({
    ...state,
    layer: layer.typing === null ? null : { ...layer, [layer.typing]: layer.before, typing: null },
  });

/** What was typed is kept; an empty field gets its usual words back. */
export function digestSubmitted(state: ReaderState, layer: DigestLayer, value: string): Result {
  if (layer.typing === null) return only(state);
  const typed = value.trim();
  if (layer.typing === 'title')
    return withPreview(state, {
      ...layer,
      typing: null,
      title: typed || `Digest of ${state.project}`,
    });
  return withPreview(state, { ...layer, typing: null, file: typed, fileTyped: typed !== '' });
}

type Answer = Extract<Command, { kind: 'previewed' | 'digestWritten' | 'digestExists' }>;

export function digestAnswer(state: ReaderState, answer: Answer): Result {
  const { layer } = state;
  if (layer?.kind !== 'digest') return only(state);
  if (answer.kind === 'previewed')
    return only(
      answer.request === layer.request
        ? { ...state, layer: { ...layer, preview: answer.preview } }
        : state,
    );
  if (answer.kind === 'digestWritten')
    return only({ ...state, layer: { ...layer, written: answer.file, exists: null } });
  return only({ ...state, layer: { ...layer, exists: answer.file } });
}
