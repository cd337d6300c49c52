import { type Annotation, type Placed, type Range, rangeOf } from '../../model/annotation.ts';
import { newTheme, type Theme, themeById, themeOnKey } from '../../model/codebook.ts';
import type { Edit, Step, ThemeEdit } from '../../model/step.ts';
import type { Stamp } from '../command.ts';
import type { MemoTarget } from '../layer.ts';
import { inMarkOrder } from '../layout/marks.ts';
import { currentParagraph, equalTag, keyOnPage, selectionOf, targetsOf } from '../select.ts';
import type { ReaderState, ReadingState } from '../state.ts';
import { commit, draftOf } from './history.ts';
import { inReading, only, type Result, say, warn } from './result.ts';

/** The open transcript and the range that keys act on; `null` where nothing can be tagged. */
function here(state: ReaderState): { reading: ReadingState; range: Range } | null {
  const { reading } = state;
  const paragraph = reading && currentParagraph(reading);
  if (!reading || !paragraph) return null;
  const { start, end } = paragraph;
  return { reading, range: selectionOf(reading) ?? { start, end } };
}

/** A passage that was tagged is not selected any more; `V` selects it again. */
export const unselected = (state: ReaderState): ReaderState =>
  inReading(state, reading =>
    reading.selection === null
      ? reading
      : { ...reading, selection: null, selected: selectionOf(reading) ?? reading.selected },
  );

const nowhere = (state: ReaderState): Result => only(warn(state, 'there is nothing to tag here'));

/** A digit: its theme on the paragraph, or off it where the coder's own tag has the same bounds. */
export function toggleDigit(state: ReaderState, digit: number, stamp: Stamp): Result {
  const theme = themeOnKey(state.codebook, digit);
  if (!theme)
    return only(
      warn(state, `no theme is on ${digit} · ${keyOnPage(state, 'themes')} lists them all`),
    );
  return toggle(state, theme, stamp);
}

function toggle(state: ReaderState, theme: Theme, stamp: Stamp): Result {
  const place = here(state);
  if (!place) return nowhere(state);
  if (place.reading.locked !== null) return only(warn(state, place.reading.locked));
  const equal = equalTag(place.reading, state.codebook, state.coder, theme.id, place.range);
  return equal ? removeTag(state, equal) : putTheme(state, theme, stamp);
}

/** `.`: the last theme once more; never takes one off. */
export function tagAgain(state: ReaderState, stamp: Stamp): Result {
  const theme = state.lastTheme === null ? undefined : themeById(state.codebook, state.lastTheme);
  return theme
    ? putTheme(state, theme, stamp)
    : only(warn(state, `no theme yet to repeat · 1-9 or ${keyOnPage(state, 'themes')} tags`));
}

/** Puts a theme on the current paragraph, with the theme itself if it is new. */
export function putTheme(
  state: ReaderState,
  theme: Theme,
  stamp: Stamp,
  themes: ThemeEdit[] = [],
): Result {
  const place = here(state);
  if (!place) return nowhere(state);
  const { reading, range } = place;
  if (reading.locked !== null) return only(warn(state, reading.locked));
  if (equalTag(reading, state.codebook, state.coder, theme.id, range))
    return only(warn(state, `${theme.name} is on it already`));
  const annotation = newAnnotation(state, reading, stamp, { theme: theme.id });
  const edit: Edit = { before: null, after: { annotation, range } };
  const next = { ...state, lastTheme: theme.id };
  // A theme without a digit is not named in the bar: it is named here.
  const named = theme.key === null ? say(next, `${theme.mark} ${theme.name}`) : next;
  return commit(unselected(named), stepOf(state, theme.name, [edit], themes));
}

/** A theme of a new name, made and put on the paragraph in one step. */
export function createAndTag(state: ReaderState, name: string, stamp: Stamp): Result {
  const theme = newTheme(state.codebook, name);
  return putTheme(state, theme, stamp, [{ before: null, after: theme }]);
}

/** An annotation of the coder's that was not there before. */
export function newAnnotation(
  { coder }: ReaderState,
  { transcript }: ReadingState,
  stamp: Stamp,
  fields: Partial<Annotation>,
): Annotation {
  return {
    id: stamp.newId(),
    text: transcript.id,
    theme: null,
    coder,
    memo: null,
    key: false,
    created: stamp.now,
    modified: stamp.now,
    selector: null,
    ...fields,
  };
}

function stepOf(
  { reading, coder }: ReaderState,
  what: string,
  edits: Edit[],
  themes: ThemeEdit[] = [],
): Step {
  const label = `${what} on ¶ ${(reading?.place.current ?? 0) + 1}`;
  return { label, coder, themes, pages: [{ text: reading?.transcript.id ?? '', edits }] };
}

function removeTag(state: ReaderState, placed: Placed): Result {
  const { theme } = placed.annotation;
  const name = theme === null ? 'memo' : (themeById(state.codebook, theme)?.name ?? theme);
  return commit(
    say(unselected(state), `took off ${name}`),
    stepOf(state, `untag ${name}`, [{ before: draftOf(placed), after: null }]),
  );
}

export type Purpose = 'untag' | 'memo' | 'key';

/** `x`, `m` and `*`: on one's own annotations here; where several fit, a drawer asks. */
export function actHere(state: ReaderState, purpose: Purpose, stamp: Stamp): Result {
  const place = here(state);
  if (!place) return nowhere(state);
  if (place.reading.locked !== null) return only(warn(state, place.reading.locked));
  const targets = targetsOf(place.reading, state.coder, place.range);
  const [first] = targets;
  if (first === undefined) return nothingHere(state, purpose, place.range);
  if (targets.length > 1)
    return only({
      ...state,
      layer: { kind: 'which', purpose, choices: inMarkOrder(targets, state.codebook), cursor: 0 },
    });
  return actOn(state, purpose, first, stamp);
}

function nothingHere(state: ReaderState, purpose: Purpose, range: Range): Result {
  if (purpose === 'memo') return only(openMemo(state, { kind: 'paragraph', range }, ''));
  return only(
    warn(
      state,
      purpose === 'untag'
        ? 'you have no tag here'
        : `tag it first, then ${keyOnPage(state, 'key')} marks it`,
    ),
  );
}

/** Does to one annotation what the key asked for. */
export function actOn(state: ReaderState, purpose: Purpose, placed: Placed, stamp: Stamp): Result {
  if (purpose === 'untag') return removeTag(state, placed);
  if (purpose === 'memo')
    return only(openMemo(state, { kind: 'annotation', placed }, placed.annotation.memo ?? ''));
  const key = !placed.annotation.key;
  return change(state, placed, { key }, key ? 'key quotation' : 'key quotation taken off', stamp);
}

const openMemo = (state: ReaderState, target: MemoTarget, draft: string): ReaderState => ({
  ...state,
  layer: { kind: 'memo', draft, target },
});

function change(
  state: ReaderState,
  placed: Placed,
  fields: Partial<Annotation>,
  what: string,
  stamp: Stamp,
): Result {
  const before = draftOf(placed);
  const after = { ...before, annotation: { ...before.annotation, ...fields, modified: stamp.now } };
  return commit(unselected(state), stepOf(state, what, [{ before, after }]));
}

/** Another theme in place of an annotation's; its bounds, memo and star stay. */
export function changeTheme(
  state: ReaderState,
  placed: Placed,
  theme: Theme,
  isNew: boolean,
  stamp: Stamp,
): Result {
  const range = rangeOf(placed);
  const isThere =
    range && state.reading && equalTag(state.reading, state.codebook, state.coder, theme.id, range);
  if (isThere) return only(warn(state, `${theme.name} is on it already`));
  const before = draftOf(placed);
  const annotation = { ...before.annotation, theme: theme.id, modified: stamp.now };
  const themes = isNew ? [{ before: null, after: theme }] : [];
  const edits = [{ before, after: { ...before, annotation } }];
  return commit(
    { ...state, lastTheme: theme.id },
    stepOf(state, `${theme.name} instead`, edits, themes),
  );
}

/** Keeps a memo as it was typed; an empty one goes, and with it an annotation that was nothing else. */
export function keepMemo(
  state: ReaderState,
  target: MemoTarget,
  typed: string,
  stamp: Stamp,
): Result {
  const memo = typed.trim() === '' ? null : typed.trim();
  const closed = { ...state, layer: null };
  if (target.kind === 'paragraph')
    return memo === null ? only(closed) : newMemo(closed, target.range, memo, stamp);
  const { placed } = target;
  if (placed.annotation.memo === memo) return only(closed);
  if (memo === null && placed.annotation.theme === null) return removeTag(closed, placed);
  return change(closed, placed, { memo }, 'memo', stamp);
}

function newMemo(state: ReaderState, range: Range, memo: string, stamp: Stamp): Result {
  if (!state.reading) return only(state);
  const annotation = newAnnotation(state, state.reading, stamp, { memo });
  return commit(
    unselected(state),
    stepOf(state, 'memo', [{ before: null, after: { annotation, range } }]),
  );
}
