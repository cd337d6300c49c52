import { plainChoice } from '../../model/recipe.ts';
import type { Command } from '../command.ts';
import { choiceHere, choiceOf, digestFields, fileOf } from '../digestForm.ts';
import type { DigestLayer } from '../digestLayer.ts';
import type { KeyCommand } from '../keymap/keymap.ts';
import { previewRoom, previewRows, previewWidth } from '../layout/digestPreview.ts';
import type { ReaderState } from '../state.ts';
import { allOrNone, turned } from './digestChoose.ts';
import { againPreviewed, withPreview } from './digestPreview.ts';
import { forgetHere, nextRecipe, startTyping } from './digestWords.ts';
import { redo, undo } from './history.ts';
import { doing, moved, only, type Result, warn } from './result.ts';
import { rowsOfKeys } from './rows.ts';
import { retry } from './saving.ts';

/** Opens the digest page as it was left the last time, else with every theme chosen. */
export function openDigest(state: ReaderState): Result {
  const choice = choiceHere(state, state.digests.last ?? plainChoice);
  const layer: DigestLayer = {
    kind: 'digest',
    choice,
    recipe: null,
    kept: null,
    cursor: 1,
    textsOpen: false,
    typing: null,
    draft: '',
    showsPreview: false,
    scroll: 0,
    preview: null,
    request: 0,
    written: null,
    exists: null,
  };
  const { state: opened, effects } = withPreview(state, layer, true);
  return doing(opened, ...effects, { kind: 'readRecipes' });
}

export function digestKey(state: ReaderState, layer: DigestLayer, command: KeyCommand): Result {
  const done = actions(state, layer)[command]?.();
  if (done) return done;
  const rows = ROWS[command];
  if (rows === undefined) return only(state);
  if (layer.showsPreview || command === 'halfDown' || command === 'halfUp')
    return only({ ...state, layer: { ...layer, scroll: scrolled(state, layer, rows) } });
  const cursor = moved(layer.cursor, rows, digestFields(state, layer).length);
  return only({ ...state, layer: { ...layer, cursor } });
}

const actions = (
  state: ReaderState,
  layer: DigestLayer,
): Partial<Record<KeyCommand, () => Result>> => ({
  tab: () => only({ ...state, layer: { ...layer, showsPreview: !layer.showsPreview } }),
  write: () => write(state, layer),
  copy: () => withThemes(state, layer, { kind: 'copyDigest', choice: choiceOf(state, layer) }),
  verify: () => verified(state, layer),
  choose: () => (layer.showsPreview ? only(state) : choose(state, layer, 1)),
  choiceOn: () => (layer.showsPreview ? only(state) : choose(state, layer, 1)),
  choiceBack: () => (layer.showsPreview ? only(state) : choose(state, layer, -1)),
  all: () => ofChoice(state, layer, allOrNone(state, layer)),
  saveRecipe: () => startTyping(state, layer, 'recipe'),
  forget: () => forgetHere(state, layer),
  undo: () => againPreviewed(undo(state)),
  redo: () => againPreviewed(redo(state)),
  retry: () => retry(state),
});

function verified(state: ReaderState, layer: DigestLayer): Result {
  if (layer.choice.format === 'csl')
    return only(warn(state, 'a list of sources has no quotations to check'));
  return doing(state, { kind: 'verifyDigest', file: layer.written ?? fileOf(state, layer) });
}

const ROWS = rowsOfKeys(10);

/** The last page is a full one. */
function scrolled(state: ReaderState, { scroll, preview }: DigestLayer, by: number): number {
  if (preview === null) return 0;
  const wanted = Math.max(0, scroll + by);
  const room = previewRoom(state.size);
  const rows = previewRows(preview.body, previewWidth(state.size), wanted + room);
  return Math.max(0, Math.min(wanted, rows.length - room));
}

/** Space, and with `by` -1 its way back. */
function choose(state: ReaderState, layer: DigestLayer, by: 1 | -1): Result {
  const field = digestFields(state, layer)[layer.cursor];
  if (!field) return only(state);
  if (field.kind === 'recipe') return nextRecipe(state, layer, by);
  if (field.kind === 'title' || field.kind === 'file' || field.kind === 'since')
    return startTyping(state, layer, field.kind);
  if (field.kind === 'texts')
    return only({ ...state, layer: { ...layer, textsOpen: !layer.textsOpen } });
  return ofChoice(state, layer, turned(state, layer, field, by));
}

/** The page with another choice, or why it cannot be. */
function ofChoice(
  state: ReaderState,
  layer: DigestLayer,
  choice: DigestLayer['choice'] | string,
): Result {
  if (typeof choice === 'string') return only(warn(state, choice));
  return choice === layer.choice ? only(state) : withPreview(state, { ...layer, choice });
}

function write(state: ReaderState, layer: DigestLayer): Result {
  const file = fileOf(state, layer);
  const choice = choiceOf(state, layer);
  const replace = layer.exists === file;
  return withThemes(remembered(state, layer), layer, {
    kind: 'writeDigest',
    choice,
    file,
    replace,
  });
}

function withThemes(
  state: ReaderState,
  layer: DigestLayer,
  effect: Result['effects'][number],
): Result {
  if (layer.choice.themes.length === 0) return only(warn(state, 'choose a theme first'));
  return doing(state, effect, { kind: 'saveLastDigest', choice: kept(state, layer) });
}

/** What is remembered for the next time: the title and the file only where they were typed. */
function kept(state: ReaderState, layer: DigestLayer): DigestLayer['choice'] {
  const { title, file } = layer.choice;
  return { ...choiceOf(state, layer), title, file };
}

const remembered = (state: ReaderState, layer: DigestLayer): ReaderState => ({
  ...state,
  digests: { ...state.digests, last: kept(state, layer) },
});

/** Esc: out of a field, where what stood there before stands there again; else out of the page. */
export function digestClosed(state: ReaderState, layer: DigestLayer): Result {
  if (layer.typing !== null)
    return only({ ...state, layer: { ...layer, typing: null, draft: '' } });
  const closed = { ...remembered(state, layer), layer: null };
  return doing(closed, { kind: 'saveLastDigest', choice: kept(state, layer) });
}

type Answer = Extract<
  Command,
  { kind: 'previewed' | 'digestWritten' | 'digestExists' | 'digestSaid' | 'recipesRead' }
>;

export function digestAnswer(state: ReaderState, answer: Answer): Result {
  const { layer } = state;
  if (answer.kind === 'recipesRead') {
    const { recipes, coders, problem } = answer;
    return only({ ...state, digests: { ...state.digests, recipes, coders, problem } });
  }
  if (layer?.kind !== 'digest') return only(state);
  switch (answer.kind) {
    case 'previewed':
      if (answer.request !== layer.request) return only(state);
      return only({ ...state, layer: { ...layer, preview: answer.preview } });
    case 'digestWritten':
      return only({
        ...state,
        layer: { ...layer, written: answer.file, exists: null, kept: null },
      });
    case 'digestExists':
      return only({ ...state, layer: { ...layer, exists: answer.file, kept: null } });
    case 'digestSaid':
      return only({ ...state, message: { text: answer.words, warns: answer.warns } });
  }
}
