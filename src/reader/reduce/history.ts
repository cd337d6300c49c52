import { inTextOrder, isDoubtful, type Placed, rangeOf } from '../../model/annotation.ts';
import { shownCodebook } from '../../model/changeCodebook.ts';
import { type Recipe, withRecipeEdit } from '../../model/recipe.ts';
import { type Draft, type Edit, editsOn, inverse, type Step } from '../../model/step.ts';
import { goTo } from '../layout/scroll.ts';
import { layoutOf } from '../select.ts';
import type { DigestsState, HistoryStep, ReaderState, SaveState } from '../state.ts';
import { recounted } from './counts.ts';
import { doing, inReading, only, type Result, say, warn } from './result.ts';

/** Does a step, unless nothing can be changed here: it is on the screen at once, and on its way to the disk. */
export function commit(state: ReaderState, step: Step): Result {
  if (state.readOnly !== null) return only(warn(state, state.readOnly));
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

/** While an edit is on its way nothing else may be: its words are not those on the screen. */
const rewriting = (state: ReaderState): Result | null =>
  state.unwritten.some(step => step.rewrite) ? only(warn(state, BEING_WRITTEN)) : null;

const BEING_WRITTEN = 'one moment: the edited text is being written';

export function undo(state: ReaderState): Result {
  const waits = rewriting(state);
  if (waits) return waits;
  const last = state.past.at(-1);
  if (!last) return only(warn(state, 'nothing to undo'));
  const moved = { ...state, past: state.past.slice(0, -1), future: [...state.future, last] };
  return again(moved, { id: last.id, step: inverse(last.step) }, `undid ${last.step.label}`, true);
}

export function redo(state: ReaderState): Result {
  const waits = rewriting(state);
  if (waits) return waits;
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
function elsewhere({ page, reading, library }: ReaderState, { pages, rewrite }: Step): string {
  const text = rewrite?.text ?? pages[0]?.text;
  if (text === undefined) return '';
  if (pages.length > 1) return ` in ${pages.length} transcripts`;
  if (page === 'reading' && reading?.transcript.id === text) return '';
  const title = library.texts.find(one => one.id === text)?.title ?? text;
  return ` in ${title}`;
}

/** Brings the passage that a step is about into sight. */
function toPlaceOf(state: ReaderState, step: Step): ReaderState {
  const { reading } = state;
  const [edit] = reading ? editsOn(step, reading.transcript.id) : [];
  const range = (edit?.after ?? edit?.before)?.range;
  if (!reading || !range) return state;
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
  const codebook = shownCodebook(state.codebook, step);
  const digests = withRecipes(state.digests, step);
  return inReading({ ...state, codebook, digests }, reading => {
    // Its new words are shown when they are on the disk; until then nothing can be tagged in the old ones.
    if (step.rewrite?.text === reading.transcript.id) return { ...reading, locked: BEING_WRITTEN };
    const edits = editsOn(step, reading.transcript.id);
    const placed = withKeeps(reading.placed, step);
    if (edits.length > 0) return { ...reading, placed: withEdits(placed, edits) };
    return placed === reading.placed ? reading : { ...reading, placed };
  });
}

function withKeeps(placed: readonly Placed[], { keeps = [] }: Step): readonly Placed[] {
  if (keeps.length === 0) return placed;
  const after = new Map(keeps.map(keep => [keep.id, keep.after]));
  return placed.map(one => ({ ...one, kept: after.get(one.annotation.id) ?? one.kept ?? false }));
}

const withRecipes = (digests: DigestsState, { recipes = [] }: Step): DigestsState =>
  recipes.length === 0
    ? digests
    : { ...digests, recipes: recipes.reduce<readonly Recipe[]>(withRecipeEdit, digests.recipes) };

/** What was read from the disk, with what is still on its way there. */
export function withUnwritten(state: ReaderState): ReaderState {
  return state.unwritten.reduce(show, state);
}

/** The annotations with a step's edits made, in text order. */
export function withEdits(placed: readonly Placed[], edits: readonly Edit[]): readonly Placed[] {
  const gone = new Set(edits.map(({ before, after }) => (before ?? after)?.annotation.id));
  const added = edits.flatMap(({ after }) => (after ? [placedDraft(after)] : []));
  return [...placed.filter(one => !gone.has(one.annotation.id)), ...added].sort(inTextOrder);
}

const placedDraft = ({ annotation, range, anchor, kept }: Draft): Placed => ({
  annotation,
  anchor: anchor ?? (range && { kind: 'exact', ...range }),
  ...(kept && { kept }),
});

export const draftOf = (placed: Placed): Draft => ({
  annotation: placed.annotation,
  range: rangeOf(placed),
  ...(placed.anchor && isDoubtful(placed) && { anchor: placed.anchor }),
  ...(placed.kept && { kept: true }),
});
