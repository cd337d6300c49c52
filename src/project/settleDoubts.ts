import { type Annotation, isDoubtful, rangeOf, shortId } from '../model/annotation.ts';
import type { Candidate, Doubt } from '../model/doubt.ts';
import { Fault, UsageFault } from '../model/fault.ts';
import type { KeepEdit, Step } from '../model/step.ts';
import { textById } from './annotations.ts';
import { applyStep } from './applyStep.ts';
import { doubtOf } from './doubts.ts';
import { type OnFault, placedOn } from './placed.ts';
import type { Project } from './project.ts';
import { ownAnnotations } from './tagging.ts';
import { type LoadedText, refuseClash } from './texts.ts';

/** What is to be settled, by beginnings of ids. */
export interface SettleRequest {
  accept: readonly string[];
  /** Which of the places is accepted, from 1; `null`: the only one, or the one found by likeness. */
  candidate: number | null;
  keep: readonly string[];
}

/** What one annotation came to. */
export interface Settled {
  id: string;
  text: string;
  kind: 'placed' | 'kept';
  /** The number of the paragraph that it was placed on, from 1. */
  paragraph: number | null;
  quote: string;
}

interface Known {
  loaded: LoadedText;
  doubt: Doubt;
}

/**
 * Settles doubtful annotations of a coder's: at a place that is accepted, or kept as they are. All are
 * looked up before anything is written. Throws a Fault for an id that is unknown, another coder's or in
 * no doubt, for a place that is not there, and if the disk refuses.
 */
export async function settleDoubts(
  project: Project,
  coder: string,
  { accept, candidate, keep }: SettleRequest,
  onFault: OnFault,
): Promise<Settled[]> {
  const find = (ids: readonly string[]) => ownAnnotations(project, ids, coder, onFault);
  const work: (() => Promise<Settled>)[] = [];
  for (const one of await find(accept)) {
    const known = await doubtfulOne(project, one);
    const place = chosen(known.doubt, candidate);
    work.push(() => placed(project, known, place));
  }
  for (const one of await find(keep)) {
    const known = await doubtfulOne(project, one);
    work.push(() => kept(project, known));
  }
  const settled: Settled[] = [];
  for (const settle of work) settled.push(await settle());
  return settled;
}

async function doubtfulOne(project: Project, { id, text, coder }: Annotation): Promise<Known> {
  const { entry, loaded } = await textById(project, text);
  refuseClash(entry);
  const own = await placedOn(project, loaded, coder);
  const one = own.find(({ annotation }) => annotation.id === id);
  if (!one || !isDoubtful(one))
    throw new Fault(`${shortId(id)}: its place is certain, there is nothing to settle`);
  return { loaded, doubt: doubtOf(loaded, own, one) };
}

function chosen({ candidates, places, placed }: Doubt, candidate: number | null): Candidate {
  const id = shortId(placed.annotation.id);
  if (candidate === null && places > 1 && placed.anchor?.kind !== 'similar')
    throw new Fault(
      `${id}: it may be in ${places} places. Say which with --candidate: "marginalia check" lists them`,
    );
  const found = candidates[(candidate ?? 1) - 1];
  if (found?.taken)
    throw new Fault(
      `${id}: the same theme is on that passage already. Choose another, or untag it`,
    );
  if (found) return found;
  if (candidates.length > 0)
    throw new UsageFault(`--candidate ${candidate}: it has ${candidates.length}, counted from 1`);
  throw new Fault(
    `${id}: no place in the text is like it. Point to it in the reader (R), or keep it`,
  );
}

async function placed(
  project: Project,
  { loaded, doubt }: Known,
  { selector, range, paragraph, quote }: Candidate,
): Promise<Settled> {
  const { annotation } = doubt.placed;
  const before = { annotation, range: rangeOf(doubt.placed) };
  const changed = { ...annotation, selector, modified: project.ports.now() };
  const edits = [{ before, after: { annotation: changed, range } }];
  await write(project, loaded, doubt, false, [{ text: annotation.text, edits }]);
  const { id, text } = annotation;
  return { id, text, kind: 'placed', paragraph: paragraph + 1, quote };
}

async function kept(project: Project, { loaded, doubt }: Known): Promise<Settled> {
  await write(project, loaded, doubt, true, []);
  const { id, text, selector } = doubt.placed.annotation;
  return { id, text, kind: 'kept', paragraph: null, quote: selector?.exact ?? '' };
}

async function write(
  project: Project,
  loaded: LoadedText,
  { placed: { annotation, kept: before = false } }: Doubt,
  keep: boolean,
  pages: Step['pages'],
): Promise<void> {
  const { id, text, coder } = annotation;
  const keeps: KeepEdit[] = before === keep ? [] : [{ id, text, before, after: keep }];
  const step = { label: 'repair', coder, themes: [], pages, keeps };
  const outcome = await applyStep(project, async () => loaded, step);
  if (outcome.kind === 'refused') throw new Fault(outcome.reason);
}
