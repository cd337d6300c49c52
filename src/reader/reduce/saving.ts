import type { Placed } from '../../model/annotation.ts';
import type { Rewrite } from '../../model/rewrite.ts';
import { type Edit, editsOn, type Step } from '../../model/step.ts';
import type { Command, Effect } from '../command.ts';
import type { HistoryStep, ReaderState, SaveState } from '../state.ts';
import { withEdits, withUnwritten } from './history.ts';
import { doing, inReading, only, type Result, say, warn } from './result.ts';

type Written = Extract<Command, { kind: 'written' }>;

/** The disk has it: only now may 'saved' be said. */
export function written(state: ReaderState, { id, step, undoes }: Written): Result {
  if (step.rewrite) return rewritten(state, { id, step, undoes }, step.rewrite);
  const filled = inReading(answered(state), reading => {
    const here = editsOn(step, reading.transcript.id);
    return here.length === 0
      ? reading
      : { ...reading, placed: withSelectors(reading.placed, here) };
  });
  const hasTwin = !undoes && step.pages.some(({ edits }) => edits.some(isTwin));
  return hasTwin ? withoutTwins(filled, id, step) : only(filled);
}

/** The text itself is another one: it is read again, and undo knows what the annotation files were. */
function rewritten(
  state: ReaderState,
  { id, step, undoes }: Omit<Written, 'kind'>,
  { text }: Rewrite,
): Result {
  const past = undoes
    ? state.past
    : state.past.map(entry => (entry.id === id ? { ...entry, step } : entry));
  return doing({ ...answered(state), past }, renewed(state, text, true));
}

/** `goes`: it is another text by what was done here, and that is shown. */
const renewed = ({ reading }: ReaderState, text: string, goes: boolean): Effect =>
  reading?.transcript.id === text ? { kind: 'renewText', id: text, goes } : { kind: 'readLibrary' };

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

/** The same tag was on the disk already: it takes the place of the one that was shown, and there is nothing to undo of it. */
function withoutTwins(state: ReaderState, id: number, step: Step): Result {
  const drafted = state.past.find(entry => entry.id === id)?.step ?? step;
  const pairs = step.pages.flatMap(({ edits }, p) =>
    edits.flatMap((edit, e) => (isTwin(edit) ? [{ edit, draft: drafted.pages[p]?.edits[e] }] : [])),
  );
  const gone = new Set(pairs.map(({ draft }) => draft?.after?.annotation.id));
  const past = state.past.flatMap(entry =>
    entry.id === id
      ? remaining(
          entry,
          pairs.map(({ draft }) => draft),
        )
      : [entry],
  );
  const next = inReading({ ...state, past }, reading => ({
    ...reading,
    placed: withEdits(
      reading.placed.filter(one => !gone.has(one.annotation.id)),
      pairs.map(({ edit }) => edit),
    ),
  }));
  return only(say(next, 'it was tagged already'));
}

const isTwin = ({ before, after }: Edit): boolean =>
  before !== null && before.annotation === after?.annotation;

/** A step without some of its edits; none where nothing remains of it. */
function remaining(entry: HistoryStep, without: readonly (Edit | undefined)[]): HistoryStep[] {
  const pages = entry.step.pages
    .map(page => ({ ...page, edits: page.edits.filter(edit => !without.includes(edit)) }))
    .filter(page => page.edits.length > 0);
  const { themes, rejections = [], recipes = [] } = entry.step;
  const isEmpty = pages.length + themes.length + rejections.length + recipes.length === 0;
  return isEmpty ? [] : [{ ...entry, step: { ...entry.step, pages } }];
}

type Refused = Extract<Command, { kind: 'refused' }>;

/** Somebody else changed it: what is on the disk is shown, and the step is forgotten. */
export function refused(state: ReaderState, { id, reason, pages, codebook }: Refused): Result {
  const rewrite = state.unwritten[0]?.rewrite;
  const without = (steps: readonly HistoryStep[]) => steps.filter(entry => entry.id !== id);
  const next = {
    ...answered(state),
    codebook,
    past: without(state.past),
    future: without(state.future),
  };
  const shown = inReading(next, reading => {
    const reread = pages.find(page => page.text === reading.transcript.id);
    return reread ? { ...reading, placed: reread.placed } : reading;
  });
  const told = warn(withUnwritten(shown), reason);
  if (state.unwritten[0]?.recipes) return doing(told, { kind: 'readRecipes' });
  return rewrite ? doing(told, renewed(told, rewrite.text, false)) : only(told);
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
