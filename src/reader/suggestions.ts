import type { Range } from '../model/annotation.ts';
import type { Decision, Layer, ReaderSuggestion, SuggestionsLayer } from './layer.ts';
import type { ReaderState } from './state.ts';

/** What follows from the suggestions and the history, for the reducer and the views alike. */

/** What was done and not undone. */
type Past = Pick<ReaderState, 'past'>;

/** Tells a suggestion from the others of its text. */
export const suggestionId = ({ theme, start, end }: ReaderSuggestion): string =>
  `${theme} ${start}-${end}`;

/** The suggestion at hand; `undefined` while they are looked for, and where there is none. */
export const suggestionAt = ({ found, cursor }: SuggestionsLayer): ReaderSuggestion | undefined =>
  found?.[cursor];

/** The passage of the suggestion that a layer is about, if it is about one. */
export function suggestedPassage(layer: Layer | null): ReaderSuggestion | undefined {
  if (layer?.kind === 'suggestions') return suggestionAt(layer);
  return layer?.kind === 'picker' && layer.over ? suggestionAt(layer.over) : undefined;
}

/** The decisions that were not undone. */
function standing({ past }: Past, { decisions }: SuggestionsLayer): readonly Decision[] {
  if (decisions.length === 0) return decisions;
  const steps = new Set(past.map(entry => entry.id));
  return decisions.filter(decision => steps.has(decision.step));
}

/** What became of suggestions, by id. */
export type Decided = ReadonlyMap<string, Decision['kind']>;

export function decidedIn(state: Past, layer: SuggestionsLayer): Decided {
  return new Map(
    standing(state, layer).flatMap(({ ids, kind }) => ids.map(id => [id, kind] as const)),
  );
}

/** Whether the passage at hand still waits for a decision: then its theme has a `?`. */
export const isOpen = (state: Past, layer: SuggestionsLayer, one: ReaderSuggestion): boolean =>
  !decidedIn(state, layer).has(suggestionId(one));

/** How many were accepted and rejected since the drawer was opened. */
export function countsOf(state: Past, layer: SuggestionsLayer) {
  const kinds = [...decidedIn(state, layer).values()];
  const accepted = kinds.filter(kind => kind === 'accepted').length;
  return { accepted, rejected: kinds.length - accepted };
}

/** The suggestions of a theme that are not decided, skipped ones included. */
export function leftOf(state: Past, layer: SuggestionsLayer, theme: string) {
  const decided = decidedIn(state, layer);
  return (layer.found ?? []).filter(one => one.theme === theme && !decided.has(suggestionId(one)));
}

/** The indexes of what is not decided behind the one at hand, then of what is before it. */
export function comingIndexes(state: Past, layer: SuggestionsLayer): number[] {
  const decided = decidedIn(state, layer);
  const open = (layer.found ?? []).flatMap((one, i) => (decided.has(suggestionId(one)) ? [] : [i]));
  return [...open.filter(i => i > layer.cursor), ...open.filter(i => i < layer.cursor)];
}

/** The ids of what a tag on a range decides: the suggestions of its theme that it touches. */
export const decidedBy = (
  { found }: SuggestionsLayer,
  theme: string,
  { start, end }: Range,
): string[] =>
  (found ?? [])
    .filter(one => one.theme === theme && one.start < end && one.end > start)
    .map(suggestionId);
