import { createHash } from 'node:crypto';
import { anchor } from '../anchoring/anchor.ts';
import { describe } from '../anchoring/describe.ts';
import {
  type Edited,
  edited,
  type Followed,
  type FollowedText,
  follow,
} from '../anchoring/follow.ts';
import {
  type Anchor,
  type Annotation,
  type Range,
  rangeOf,
  type Selector,
} from '../model/annotation.ts';
import type { Fault } from '../model/fault.ts';
import type { Rewrite } from '../model/rewrite.ts';
import type { Page } from '../store/store.ts';
import { type OnFault, place, tolerating } from './placed.ts';
import type { Project } from './project.ts';
import type { LoadedText } from './texts.ts';

/** An annotation that an edit leaves without its words, and what becomes of it. */
export interface Lost {
  annotation: Annotation;
  /** Its words before the edit, and what stands in their place after it; empty where nothing does. */
  was: string;
  is: string;
  /** Numbers of the paragraphs that it was on, from 1. */
  paragraphs: number[];
  /** What reading makes of it after the edit: it keeps its old words, and nothing is guessed. */
  anchor: Anchor;
}

/** What an edit would do, before anything is written. */
export interface RewritePlan {
  rewrite: Rewrite;
  after: LoadedText;
  /** Annotations whose passage is still there, and how many of those have other words now. */
  followed: number;
  changed: number;
  lost: Lost[];
  /** Annotation files of others that could not be read: they are left alone. */
  faults: Fault[];
}

/** A transcript before and after an edit, compared once for all its annotations. */
export interface Comparison {
  before: LoadedText;
  after: LoadedText;
  edit: Edited;
}

export const compareTexts = (before: LoadedText, after: LoadedText): Comparison => ({
  before,
  after,
  edit: edited(followedText(before), followedText(after)),
});

const followedText = ({ transcript, codePoints }: LoadedText): FollowedText => ({
  text: transcript.text,
  paragraphs: transcript.paragraphs,
  codePoints,
});

/**
 * What became of one annotation: the annotation for the new text, and the loss if it is one. `changed`:
 * it follows, and other words stand in its passage now. `open`: it had no certain place before.
 */
export interface Outcome {
  kind: 'same' | 'changed' | 'lost' | 'open';
  annotation: Annotation;
  lost?: Lost;
}

/**
 * An annotation of the old text for the new one. One that follows is described anew; one that cannot
 * keeps its old words, so that it is found again should they come back. One that had no certain place
 * before stays as it is: an edit elsewhere does not make it certain.
 */
export function carry(compared: Comparison, page: Page, annotation: Annotation): Outcome {
  const { before, edit } = compared;
  const placed = place(before, page, annotation);
  const { selector } = annotation;
  const range = placed.anchor?.kind === 'similar' ? null : rangeOf(placed);
  if (selector === null || range === null) return { kind: 'open', annotation: apart(annotation) };
  const followed = follow(edit, range, selector);
  if (followed.kind === 'follows') {
    const described = describe(edit.after, followed.range);
    const kind = described.exact === textOf(before, range) ? 'same' : 'changed';
    return { kind, annotation: { ...annotation, selector: described } };
  }
  const left = apart(annotation, atNoPlace(compared.after, selector));
  return { kind: 'lost', annotation: left, lost: lossOf(compared, left, range, followed) };
}

function lossOf(
  { before, after, edit }: Comparison,
  annotation: Annotation,
  range: Range,
  followed: Followed,
): Lost {
  const touched = before.transcript.paragraphs.touchedBy(range.start, range.end);
  return {
    annotation,
    was: textOf(before, range),
    is: 'range' in followed ? textOf(after, followed.range) : '',
    paragraphs: touched ? numbers(touched) : [],
    anchor: annotation.selector
      ? anchor(edit.after, annotation.selector, { unchanged: true })
      : { kind: 'orphaned' },
  };
}

/** The selector as it was, but not with a position at which other words happen to be the same. */
function atNoPlace({ transcript, codePoints }: LoadedText, selector: Selector): Selector {
  const [start, end] = [selector.start, selector.end].map(at =>
    codePoints.toUtf16(Math.max(0, at)),
  );
  if (transcript.text.slice(start, end) !== selector.exact) return selector;
  const last = codePoints.fromUtf16(transcript.text.length);
  return { ...selector, start: last, end: last };
}

/** The same annotation with a selector object of its own: the page says for which text it counts from now on. */
const apart = (annotation: Annotation, selector = annotation.selector): Annotation => ({
  ...annotation,
  selector: selector && { ...selector },
});

const textOf = ({ transcript }: LoadedText, { start, end }: Range) =>
  transcript.text.slice(start, end);

const numbers = ({ first, last }: { first: number; last: number }) =>
  Array.from({ length: last - first + 1 }, (_, i) => first + i + 1);

/** What an edit would do to everybody's annotations. Own files that cannot be read are thrown as Faults. */
export async function planFor(
  project: Project,
  compared: Comparison,
  coder: string,
): Promise<Omit<RewritePlan, 'rewrite' | 'after'>> {
  const plan = { followed: 0, changed: 0, lost: [] as Lost[], faults: [] as Fault[] };
  const onFault: OnFault = fault => plan.faults.push(fault);
  const text = compared.before.transcript.id;
  for (const one of await project.store.coders()) {
    const read = () => project.store.readPage(one, text);
    const page = one === coder ? await read() : await tolerating(onFault, read);
    if (page)
      for (const annotation of page.annotations) tally(plan, carry(compared, page, annotation));
  }
  return plan;
}

type Tally = Pick<RewritePlan, 'followed' | 'changed' | 'lost'>;

function tally(plan: Tally, { kind, lost }: Outcome): void {
  if (lost) plan.lost.push(lost);
  if (kind === 'same' || kind === 'changed') plan.followed++;
  if (kind === 'changed') plan.changed++;
}

export const sha256Of = (bytes: Uint8Array): string =>
  createHash('sha256').update(bytes).digest('hex');
