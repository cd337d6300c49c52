import { themeById } from '../../model/codebook.ts';
import type { Candidate, Doubt } from '../../model/doubt.ts';
import type { Edit, KeepEdit } from '../../model/step.ts';
import type { Stamp } from '../command.ts';
import type { RepairDecision, RepairLayer } from '../repairLayer.ts';
import { shownCandidates, standingOf } from '../repairs.ts';
import type { ReaderState } from '../state.ts';
import { commit, draftOf } from './history.ts';
import { only, type Result, warn } from './result.ts';

/** The annotation at hand on the repair page, and what a decision needs. */
export interface AtHand {
  layer: RepairLayer;
  doubt: Doubt;
  stamp: Stamp;
}

/** It is the place that is shown first (0) or second (1). */
export function chooseShown(state: ReaderState, at: AtHand, which: number): Result {
  const candidate =
    which < 0 ? at.doubt.candidates[0] : shownCandidates(at.layer, state.size)[which];
  if (!candidate)
    return only(warn(state, 'there is no such place: point to it, keep it or remove it'));
  if (candidate.taken || isTaken(state, at, candidate))
    return only(warn(state, `${nameOf(state, at.doubt)} is on it already`));
  const before = draftOf(at.doubt.placed);
  const { selector, range, paragraph } = candidate;
  const annotation = { ...before.annotation, selector, modified: at.stamp.now };
  return settle(state, at, 'placed', {
    label: `${nameOf(state, at.doubt)} placed on ¶ ${paragraph + 1}`,
    edit: { before, after: { annotation, range } },
  });
}

/** Whether another one with this theme was put there since the page was read. */
function isTaken({ past }: ReaderState, { doubt, layer }: AtHand, { range }: Candidate): boolean {
  const { text, theme, coder } = doubt.placed.annotation;
  const steps = new Set(layer.decisions.map(({ step }) => step));
  return past.some(
    ({ id, step }) =>
      steps.has(id) &&
      step.pages.some(page =>
        page.edits.some(
          ({ after }) =>
            page.text === text &&
            after?.annotation.theme === theme &&
            after.annotation.coder === coder &&
            after.range?.start === range.start &&
            after.range.end === range.end,
        ),
      ),
  );
}

/** It is left as it is, on purpose; one that is kept is not kept any more. */
export function keepIt(state: ReaderState, at: AtHand): Result {
  const before = isKept(state, at);
  const label = `${nameOf(state, at.doubt)} ${before ? 'waits again' : 'kept as it is'}`;
  return settle(state, at, before ? 'open' : 'kept', { label, keep: !before });
}

export function removeIt(state: ReaderState, at: AtHand): Result {
  const edit = { before: draftOf(at.doubt.placed), after: null };
  return settle(state, at, 'removed', { label: `remove ${nameOf(state, at.doubt)}`, edit });
}

/** Makes the step and remembers what it settled. What is placed or removed is not kept any more. */
export function settle(
  state: ReaderState,
  at: AtHand,
  kind: RepairDecision['kind'],
  { label, edit, keep = false }: { label: string; edit?: Edit; keep?: boolean },
): Result {
  const { text, coder, id } = at.doubt.placed.annotation;
  const before = isKept(state, at);
  const keeps: KeepEdit[] = before === keep ? [] : [{ id, text, before, after: keep }];
  const decision: RepairDecision = { step: state.nextStep, id, kind };
  const layer = { ...at.layer, decisions: [...at.layer.decisions, decision] };
  return commit(
    { ...state, layer },
    {
      label,
      coder,
      themes: [],
      pages: edit ? [{ text, edits: [edit] }] : [],
      ...(keeps.length > 0 && { keeps }),
    },
  );
}

const isKept = (state: ReaderState, { layer, doubt }: AtHand): boolean =>
  standingOf(state, layer, doubt) === 'kept';

/** What a doubtful tag is called in messages. */
export function nameOf({ codebook }: ReaderState, doubt: Doubt): string {
  const { theme } = doubt.placed.annotation;
  return theme === null ? 'memo' : (themeById(codebook, theme)?.name ?? theme);
}
