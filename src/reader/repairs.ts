import type { Candidate, Doubt } from '../model/doubt.ts';
import type { Size } from './layout/geometry.ts';
import type { RepairDecision, RepairLayer } from './repairLayer.ts';
import type { ReaderState } from './state.ts';

/** What follows from the repair page and the history, for the reducer and the views alike. */

/** What was done and not undone. */
type Past = Pick<ReaderState, 'past'>;

export const idOf = ({ placed }: Doubt): string => placed.annotation.id;

/** The annotation at hand; `undefined` while they are read, and where there is none. */
export const doubtAt = ({ found, cursor }: RepairLayer): Doubt | undefined => found?.[cursor];

/** What the decisions that were not undone came to, by the ids of annotations. */
export function settledIn(
  { past }: Past,
  { decisions }: RepairLayer,
): ReadonlyMap<string, RepairDecision['kind']> {
  const steps = new Set(past.map(entry => entry.id));
  return new Map(
    decisions.filter(({ step }) => steps.has(step)).map(({ id, kind }) => [id, kind] as const),
  );
}

/** How an annotation stands: as it was read, or as it was decided since. */
export const standingOf = (state: Past, layer: RepairLayer, doubt: Doubt): RepairDecision['kind'] =>
  settledIn(state, layer).get(idOf(doubt)) ?? (doubt.placed.kept ? 'kept' : 'open');

/** The indexes of what waits still: behind the one at hand, then before it. */
export function waitingIndexes(state: Past, layer: RepairLayer): number[] {
  const settled = settledIn(state, layer);
  const waits = (doubt: Doubt) =>
    (settled.get(idOf(doubt)) ?? (doubt.placed.kept ? 'kept' : 'open')) === 'open';
  const all = (layer.found ?? []).flatMap((doubt, i) => (waits(doubt) ? [i] : []));
  return [...all.filter(i => i >= layer.cursor), ...all.filter(i => i < layer.cursor)];
}

/** How many were settled since the page was opened. */
export const settledCount = (state: Past, layer: RepairLayer): number =>
  [...settledIn(state, layer).values()].filter(kind => kind !== 'open').length;

const TWO_ABREAST = 72;

/** How many places stand side by side. */
export const abreast = ({ columns }: Size): number => (columns >= TWO_ABREAST ? 2 : 1);

/** The candidates that are shown. */
export function shownCandidates(layer: RepairLayer, size: Size): readonly Candidate[] {
  const all = doubtAt(layer)?.candidates ?? [];
  return all.slice(layer.from, layer.from + abreast(size));
}
