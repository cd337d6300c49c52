import { shortId } from '../../model/annotation.ts';
import { findTheme } from '../../model/codebook.ts';
import type { Passage } from '../../model/passage.ts';
import { settingOf } from '../../model/settings.ts';
import { splitTheme } from '../../model/splitTheme.ts';
import type { Command } from '../command.ts';
import type { KeyCommand } from '../keymap/keymap.ts';
import type { CodebookLayer, PassagesLayer, SplitTask } from '../layer.ts';
import type { ReaderState } from '../state.ts';
import { inLibraryOrder, passagesIn, themePassages } from '../themePassages.ts';
import { cursorOn } from './codebookPlan.ts';
import { recounted } from './counts.ts';
import { commit } from './history.ts';
import type { Turn } from './layer.ts';
import { openText } from './library.ts';
import { goToParagraph } from './move.ts';
import { doing, moved, only, type Result, say, warn } from './result.ts';
import { rowsOfKeys } from './rows.ts';

/** Reads the passages of all transcripts anew, when everything that is on its way to the disk is there. */
export function readPassages({ state, effects }: Result): Result {
  const request = state.nextStep;
  const passages = { ...state.passages, request };
  const next = { ...state, nextStep: request + 1, passages };
  return doing(next, ...effects, { kind: 'passages', request });
}

/** The panel beside the text has examples from all transcripts: once they are wanted they are read. */
export function withExamples(result: Result): Result {
  const { settings, passages, page } = result.state;
  const isWanted = page === 'reading' && settingOf(settings, 'panel') && passages.request === 0;
  return isWanted ? readPassages(result) : result;
}

/** They are known. */
export function passagesRead(
  state: ReaderState,
  { request, passages, problem }: Extract<Command, { kind: 'passagesRead' }>,
): Result {
  if (request !== state.passages.request) return only(state);
  const known = inLibraryOrder(state, passages);
  const next = { ...state, passages: { request, known } };
  return only(problem === null ? next : warn(next, problem));
}

/** Enter on a theme: everything that is tagged with it, in all transcripts. */
export const openPassages = (state: ReaderState, over: CodebookLayer, theme: string): Result =>
  only({ ...state, layer: { kind: 'passages', theme, cursor: 0, split: null, cell: null, over } });

/** `S` and a name: the coder's own passages of a theme, each to be sent to a side. */
export function openSplit(
  state: ReaderState,
  over: CodebookLayer,
  theme: string,
  name: string,
): Result {
  const into = name.trim();
  const found = findTheme(state.codebook, into);
  if (into === '') return only(warn(state, 'a name is needed for the theme that takes some of it'));
  if (found?.id === theme) return only(warn(state, `${found.name}: split it into another theme`));
  const split = { into, going: new Set<string>(), asked: false };
  const layer: PassagesLayer = { kind: 'passages', theme, cursor: 0, split, cell: null, over };
  if (state.passages.known !== null && passagesIn(state, layer).length === 0)
    return only(warn(state, 'none of its passages is your own: there is nothing to split'));
  return only({ ...state, layer });
}

const ROWS = rowsOfKeys(4, 8);

export function passagesKey(
  state: ReaderState,
  layer: PassagesLayer,
  command: KeyCommand,
  { stamp }: Turn,
): Result {
  const passages = passagesIn(state, layer);
  const cursor = moved(layer.cursor, 0, passages.length);
  const here = passages[cursor];
  const rows = ROWS[command];
  if (rows !== undefined) {
    const split = layer.split && { ...layer.split, asked: false };
    const to = moved(cursor, rows, passages.length);
    return only({ ...state, layer: { ...layer, cursor: to, split } });
  }
  if (!here) return only(state);
  if (!layer.split) return command === 'choose' ? goTo(state, here) : only(state);
  if (command === 'choose') return gives(state, layer, layer.split, stamp.now);
  if (command !== 'stay' && command !== 'goOver') return only(state);
  const split = sent(layer.split, here, command === 'goOver');
  const to = moved(cursor, 1, passages.length);
  return only({ ...state, layer: { ...layer, cursor: to, split } });
}

function sent({ into, going }: SplitTask, { placed }: Passage, over: boolean): SplitTask {
  const next = new Set(going);
  if (over) next.add(placed.annotation.id);
  else next.delete(placed.annotation.id);
  return { into, going: next, asked: false };
}

/** To a passage in its transcript. */
function goTo(state: ReaderState, { placed, paragraph }: Passage): Result {
  const { text, id } = placed.annotation;
  if (state.reading?.transcript.id !== text) {
    const places = paragraph === null ? state.places : { ...state.places, [text]: paragraph };
    return openText({ ...state, layer: null, places }, text);
  }
  const next: ReaderState = { ...state, layer: null, page: 'reading' };
  if (paragraph !== null) return only(goToParagraph(next, paragraph));
  return only(warn(next, `its place is not certain: ${shortId(id).slice(0, 8)}`));
}

/** Enter says what would be done, Enter again does it. */
function gives(state: ReaderState, layer: PassagesLayer, split: SplitTask, now: string): Result {
  if (split.going.size === 0) return only(warn(state, 'no passage goes over yet'));
  if (!split.asked)
    return only({ ...state, layer: { ...layer, split: { ...split, asked: true } } });
  if (layer.over.kind !== 'codebook') return only(state);
  const planned = planOf(state, layer, split, now);
  if (planned.kind === 'refused') return only(warn(state, planned.reason));
  const { edits, pages, label, theme } = planned;
  const step = {
    label,
    coder: state.coder,
    themes: edits.themes,
    order: edits.order ?? null,
    pages,
  };
  const { state: next, effects } = commit(state, step);
  const over = { ...layer.over, doing: null };
  const count = pages.reduce((sum, page) => sum + page.edits.length, 0);
  const shown = say(next, `${label} · ${count} over`);
  return readPassages({ state: recounted(cursorOn(shown, over, theme.id)), effects });
}

function planOf(state: ReaderState, layer: PassagesLayer, { into, going }: SplitTask, now: string) {
  const { codebook, coder } = state;
  const own = passagesIn(state, layer).map(({ placed }) => placed);
  const target = findTheme(codebook, into);
  const there = target ? themePassages(state, target.id).map(({ placed }) => placed) : [];
  return splitTheme({
    codebook,
    from: layer.theme,
    into,
    coder,
    now,
    chosen: own.filter(({ annotation }) => going.has(annotation.id)),
    present: [...own, ...there],
  });
}
