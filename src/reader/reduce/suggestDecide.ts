import { newTheme, type Theme, themeById } from '../../model/codebook.ts';
import type { RejectionEdit } from '../../model/rejection.ts';
import type { Edit, Step, ThemeEdit } from '../../model/step.ts';
import type { Stamp } from '../command.ts';
import type { Decision, ReaderSuggestion, SuggestionsLayer } from '../layer.ts';
import { equalTag } from '../select.ts';
import type { ReaderState, ReadingState } from '../state.ts';
import { decidedIn, leftOf, suggestionAt, suggestionId } from '../suggestions.ts';
import { commit } from './history.ts';
import { only, type Result, say, warn } from './result.ts';
import { newAnnotation } from './tag.ts';

type Suggestions = SuggestionsLayer;

/** The suggestion at hand where it can be decided, else why it cannot. */
interface Ready {
  reading: ReadingState;
  one: ReaderSuggestion;
  theme: Theme;
}

function readyIn(state: ReaderState, layer: Suggestions): Ready | string {
  const { reading, codebook } = state;
  const one = suggestionAt(layer);
  if (!reading || !one) return layer.found ? 'there is nothing to decide' : 'still looking';
  if (reading.locked !== null) return reading.locked;
  const became = decidedIn(state, layer).get(suggestionId(one));
  if (became) return `${became} already · undo takes it back`;
  const theme = themeById(codebook, one.theme);
  return theme?.status === 'active' ? { reading, one, theme } : 'this theme is not there any more';
}

/** Tags the passage at hand with its theme. */
export function acceptHere(state: ReaderState, layer: Suggestions, stamp: Stamp): Result {
  const ready = readyIn(state, layer);
  return typeof ready === 'string'
    ? only(warn(state, ready))
    : acceptAs(state, layer, ready, ready.theme, stamp);
}

/** The suggestion does not come again. */
export function rejectHere(state: ReaderState, layer: Suggestions, stamp: Stamp): Result {
  const ready = readyIn(state, layer);
  if (typeof ready === 'string') return only(warn(state, ready));
  const { reading, one, theme } = ready;
  return decide(state, layer, 'rejected', [one], {
    label: `reject ${theme.name} on ${placeOf(reading, one)}`,
    coder: state.coder,
    themes: [],
    pages: [],
    rejections: [rejection(one, stamp)],
  });
}

/** Another theme on the passage; the one that was suggested is rejected in the same step. */
export function acceptOther(
  state: ReaderState,
  layer: Suggestions,
  theme: Theme | string,
  stamp: Stamp,
): Result {
  const ready = readyIn(state, layer);
  if (typeof ready === 'string') return only(warn(state, ready));
  const made = typeof theme === 'string' ? newTheme(state.codebook, theme) : theme;
  const themes = typeof theme === 'string' ? [{ before: null, after: made }] : [];
  return acceptAs(state, layer, ready, made, stamp, themes);
}

function acceptAs(
  state: ReaderState,
  layer: Suggestions,
  { reading, one }: Ready,
  theme: Theme,
  stamp: Stamp,
  themes: ThemeEdit[] = [],
): Result {
  if (equalTag(reading, state.codebook, state.coder, theme.id, one))
    return only(warn(state, `${theme.name} is on it already`));
  const step: Step = {
    label: `${theme.name} on ${placeOf(reading, one)}`,
    coder: state.coder,
    themes,
    pages: [{ text: reading.transcript.id, edits: [tag(state, reading, one, theme, stamp)] }],
    ...(theme.id === one.theme ? {} : { rejections: [rejection(one, stamp)] }),
  };
  return decide({ ...state, lastTheme: theme.id }, layer, 'accepted', [one], step);
}

/** `A`: says how many are left of the theme at hand; once more, and they are tagged in one step. */
export function acceptAll(state: ReaderState, layer: Suggestions, stamp: Stamp): Result {
  const ready = readyIn(state, layer);
  if (typeof ready === 'string') return only(warn(state, ready));
  const { reading, theme, one } = ready;
  if (layer.asked !== one.theme) return only({ ...state, layer: { ...layer, asked: one.theme } });
  const calm = { ...layer, asked: null };
  const left = leftOf(state, layer, one.theme);
  const edits = left
    .filter(each => !equalTag(reading, state.codebook, state.coder, theme.id, each))
    .map(each => tag(state, reading, each, theme, stamp));
  const count = `${edits.length} passage${edits.length === 1 ? '' : 's'}`;
  const done = decide({ ...state, lastTheme: theme.id }, calm, 'accepted', left, {
    label: `${theme.name} on ${count}`,
    coder: state.coder,
    themes: [],
    pages: [{ text: reading.transcript.id, edits }],
  });
  return { ...done, state: say(done.state, `${theme.name} on ${count}`) };
}

/** `t`: the themes to choose another one from. */
export function openOtherTheme(state: ReaderState, layer: Suggestions): Result {
  const ready = readyIn(state, layer);
  if (typeof ready === 'string') return only(warn(state, ready));
  return only({
    ...state,
    layer: { kind: 'picker', query: '', cursor: 0, turns: 0, changes: null, over: layer },
  });
}

function decide(
  state: ReaderState,
  layer: Suggestions,
  kind: Decision['kind'],
  all: readonly ReaderSuggestion[],
  step: Step,
): Result {
  const decision = { step: state.nextStep, kind, ids: all.map(suggestionId) };
  return commit({ ...state, layer: { ...layer, decisions: [...layer.decisions, decision] } }, step);
}

function tag(
  state: ReaderState,
  reading: ReadingState,
  { start, end }: ReaderSuggestion,
  theme: Theme,
  stamp: Stamp,
): Edit {
  const annotation = newAnnotation(state, reading, stamp, { theme: theme.id });
  return { before: null, after: { annotation, range: { start, end } } };
}

const rejection = ({ rejectable }: ReaderSuggestion, stamp: Stamp): RejectionEdit => ({
  before: null,
  after: { id: stamp.newId(), ...rejectable, created: stamp.now },
});

const placeOf = ({ transcript }: ReadingState, { start }: ReaderSuggestion): string =>
  `¶ ${transcript.paragraphs.indexAt(start) + 1}`;
