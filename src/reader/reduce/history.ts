import { inTextOrder, type Placed, rangeOf } from '../../model/annotation.ts';
import type { Codebook } from '../../model/codebook.ts';
import { type Draft, type Edit, inverse, type Step, type ThemeEdit } from '../../model/step.ts';
import type { Command } from '../command.ts';
import { goTo } from '../layout/scroll.ts';
import { layoutOf } from '../select.ts';
import type { HistoryStep, ReaderState, SaveState } from '../state.ts';
import { recounted } from './counts.ts';
import { doing, inReading, only, type Result, say, warn } from './result.ts';

/** Does a step: it is on the screen at once, and on its way to the disk. */
export function commit(state: ReaderState, step: Step): Result {
  const id = state.nextStep;
  const next = {
    ...show(state, step),
    nextStep: id + 1,
    past: [...state.past, { id, step }],
    future: [],
    unwritten: [...state.unwritten, step],
    save: saving(state.save),
  };
  return doing(next, { kind: 'write', id, step, undoes: false });
}

export function undo(state: ReaderState): Result {
  const last = state.past.at(-1);
  if (!last) return only(warn(state, 'nothing to undo'));
  const moved = { ...state, past: state.past.slice(0, -1), future: [...state.future, last] };
  return again(moved, { id: last.id, step: inverse(last.step) }, `undid ${last.step.label}`, true);
}

export function redo(state: ReaderState): Result {
  const last = state.future.at(-1);
  if (!last) return only(warn(state, 'nothing to redo'));
  const moved = { ...state, past: [...state.past, last], future: state.future.slice(0, -1) };
  return again(moved, last, `redid ${last.step.label}`, false);
}

function again(
  state: ReaderState,
  { id, step }: HistoryStep,
  words: string,
  undoes: boolean,
): Result {
  const changed = toPlaceOf(show(state, step), step);
  const shown = state.page === 'library' ? recounted(changed) : changed;
  const unwritten = [...state.unwritten, step];
  return doing(
    { ...say(shown, words + elsewhere(state, step)), unwritten, save: saving(state.save) },
    { kind: 'write', id, step, undoes },
  );
}

/** Which transcript it was in, where another one is open or none is in sight. */
function elsewhere({ page, reading, library }: ReaderState, { text }: Step): string {
  if (page === 'reading' && reading?.transcript.id === text) return '';
  const title = library.texts.find(one => one.id === text)?.title ?? text;
  return ` in ${title}`;
}

/** Brings the passage that a step is about into sight. */
function toPlaceOf(state: ReaderState, { text, edits }: Step): ReaderState {
  const { reading } = state;
  const range = (edits[0]?.after ?? edits[0]?.before)?.range;
  if (!reading || reading.transcript.id !== text || !range) return state;
  const { heights, place } = layoutOf(state, reading, 0);
  const current = reading.transcript.paragraphs.indexAt(range.start);
  return inReading(state, one => ({ ...one, place: goTo(heights, place, current) }));
}

const saving = (save: SaveState): SaveState => {
  const pending = 'pending' in save ? save.pending : 0;
  return save.kind === 'failed'
    ? { ...save, pending: pending + 1 }
    : { kind: 'saving', pending: pending + 1 };
};

/** The state with a step's themes and annotations as they are after it. */
function show(state: ReaderState, step: Step): ReaderState {
  const codebook = step.themes.reduce(withTheme, state.codebook);
  const changed = { ...state, codebook };
  if (state.reading?.transcript.id !== step.text) return changed;
  return inReading(changed, reading => ({
    ...reading,
    placed: withEdits(reading.placed, step.edits),
  }));
}

/** What was read from the disk, with what is still on its way there. */
export function withUnwritten(state: ReaderState): ReaderState {
  return state.unwritten.reduce(show, state);
}

function withTheme(codebook: Codebook, { before, after }: ThemeEdit): Codebook {
  const others = codebook.themes.filter(theme => theme.id !== (before ?? after)?.id);
  const index = codebook.themes.findIndex(theme => theme.id === before?.id);
  if (after === null) return { ...codebook, themes: others };
  const at = index === -1 ? others.length : index;
  return { ...codebook, themes: [...others.slice(0, at), after, ...others.slice(at)] };
}

function withEdits(placed: readonly Placed[], edits: readonly Edit[]): readonly Placed[] {
  const gone = new Set(edits.map(({ before, after }) => (before ?? after)?.annotation.id));
  const added = edits.flatMap(({ after }) => (after ? [placedDraft(after)] : []));
  return [...placed.filter(one => !gone.has(one.annotation.id)), ...added].sort(inTextOrder);
}

const placedDraft = ({ annotation, range }: Draft): Placed => ({
  annotation,
  anchor: range && { kind: 'exact', ...range },
});

export const draftOf = (placed: Placed): Draft => ({
  annotation: placed.annotation,
  range: rangeOf(placed),
});

type Written = Extract<Command, { kind: 'written' }>;

/** The disk has it: only now may 'saved' be said. */
export function written(state: ReaderState, { id, step, undoes }: Written): Result {
  const twins = undoes
    ? []
    : step.edits.filter(
        ({ before, after }) => before !== null && before.annotation === after?.annotation,
      );
  const filled = inReading(answered(state), reading =>
    reading.transcript.id === step.text
      ? { ...reading, placed: withSelectors(reading.placed, step.edits) }
      : reading,
  );
  return twins.length > 0 ? withoutTwins(filled, id, twins) : only(filled);
}

/** The first write that was waited for has its answer: they come in the order of the writes. */
const answered = (state: ReaderState): ReaderState => ({
  ...state,
  unwritten: state.unwritten.slice(1),
  save: fewer(state.save),
});

function fewer(save: SaveState): SaveState {
  if (!('pending' in save)) return save;
  const pending = Math.max(0, save.pending - 1);
  return pending === 0 ? { kind: 'saved' } : { ...save, pending };
}

/** The selectors that were made for what is shown; everything else may have been changed since. */
function withSelectors(placed: readonly Placed[], edits: readonly Edit[]): readonly Placed[] {
  const made = new Map(
    edits.flatMap(({ after }) => (after ? [[after.annotation.id, after.annotation] as const] : [])),
  );
  return placed.map(one => {
    const found = made.get(one.annotation.id);
    return found
      ? {
          ...one,
          annotation: { ...one.annotation, selector: found.selector, stored: found.stored },
        }
      : one;
  });
}

/** The same tag was on the disk already: it takes the place of the one that was shown. */
function withoutTwins(state: ReaderState, id: number, twins: readonly Edit[]): Result {
  const drafted =
    state.past
      .find(entry => entry.id === id)
      ?.step.edits.flatMap(({ after }) => (after ? [after.annotation.id] : [])) ?? [];
  const past = state.past.filter(entry => entry.id !== id);
  const next = inReading({ ...state, past }, reading => ({
    ...reading,
    placed: withEdits(
      reading.placed.filter(one => !drafted.includes(one.annotation.id)),
      twins,
    ),
  }));
  return only(say(next, 'it was tagged already'));
}

type Refused = Extract<Command, { kind: 'refused' }>;

/** Somebody else changed it: what is on the disk is shown, and the step is forgotten. */
export function refused(
  state: ReaderState,
  { id, reason, placed, text, codebook }: Refused,
): Result {
  const without = (steps: readonly HistoryStep[]) => steps.filter(entry => entry.id !== id);
  const next = {
    ...answered(state),
    codebook,
    past: without(state.past),
    future: without(state.future),
  };
  const shown = inReading(next, reading =>
    placed && reading.transcript.id === text ? { ...reading, placed } : reading,
  );
  return only(warn(withUnwritten(shown), reason));
}

/** The disk refused: what was done stays on the screen and in memory, and can be tried again. */
export function notWritten(state: ReaderState, reason: string): Result {
  const pending = 'pending' in state.save ? state.save.pending : 1;
  return only({ ...state, save: { kind: 'failed', reason, pending } });
}

export function retry(state: ReaderState): Result {
  if (state.save.kind !== 'failed') return only(say(state, 'everything is saved'));
  return doing(
    { ...state, save: { kind: 'saving', pending: state.save.pending } },
    { kind: 'retry' },
  );
}
