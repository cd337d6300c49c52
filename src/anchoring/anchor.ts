import type { Anchor, Range, Selector } from '../model/annotation.ts';
import { Evidence, SPEAKS_FOR_ITSELF } from './evidence.ts';
import type { Likeness } from './likeness.ts';
import { similarPlaces } from './similar.ts';
import type { AnchorSubject } from './subject.ts';

/**
 * From this score on a place is taken, if no other comes near it; from the lower one on it is listed.
 * Measured: `test/anchoring/experiment.test.ts` prints how often either is right.
 */
export const ACCEPTED = 0.8;
export const LISTED = 0.6;
/** So much of a long quotation is listed, whatever stands around it. */
const LISTED_ALONE = 0.8;
/** A quotation of fewer UTF-16 units says so little that everything around it must be nearly the same. */
const SHORT = 20;
const ACCEPTED_IF_SHORT = 0.95;
/** Less of the quotation is not the passage any more, whatever stands around it. */
const RECOGNISED = 0.6;
/** How much better than the next place the best one must be. */
export const LEAD = 0.1;
/** Of places where the very quotation stands so many are compared, those with most context first. */
const MOST_COMPARED = 24;

/**
 * Where a selector's passage is in the text. `unchanged` says that this is the very text that the
 * selector was made for: then its position counts, provided that the quotation does stand there.
 * Otherwise words alone decide, the strongest evidence first:
 *
 * 1. the quotation with its whole context,
 * 2. the quotation with one whole side of it,
 * 3. the places most like the quotation and its context.
 *
 * The first of these that is found anywhere settles it. One place is `exact` (where it was) or
 * `shifted`, or `similar` with its score if the words differ; several are `ambiguous`, the likeliest
 * first, at most 1,000. So is a single place that is not like enough: the passage itself may have
 * gone, and another be like it. No such words: `orphaned`. Offsets are UTF-16, half-open. Never throws.
 */
export function anchor(
  subject: AnchorSubject,
  selector: Selector,
  { unchanged }: { unchanged: boolean },
): Anchor {
  const recorded = unchanged ? recordedRange(subject, selector) : null;
  if (recorded) return { kind: 'exact', ...recorded };
  if (selector.exact === '') return { kind: 'orphaned' };
  const evidence = new Evidence(subject, selector);
  const starts = besideItsContext(evidence);
  const [first, ...others] = starts;
  if (first === undefined) return byLikeness(subject, selector, evidence.alone());
  if (others.length > 0) return { kind: 'ambiguous', candidates: quoted(starts, selector) };
  return placedAt(subject, selector, first);
}

function besideItsContext(evidence: Evidence): readonly number[] {
  const whole = evidence.withContext();
  return whole.length > 0 ? whole : evidence.withOneSide();
}

/** No side of the context is whole any more: the place that is most like it, if it is like enough. */
function byLikeness(subject: AnchorSubject, selector: Selector, starts: readonly number[]): Anchor {
  const places = similarPlaces(subject, selector, starts.slice(0, MOST_COMPARED));
  const [best, next] = places;
  if (best && isCertain(selector, starts, best, next)) {
    return best.quotation === 1
      ? placedAt(subject, selector, best.start)
      : { kind: 'similar', start: best.start, end: best.end, score: best.score };
  }
  const candidates = listed(places, quoted(starts, selector), selector.exact);
  return candidates.length > 0 ? { kind: 'ambiguous', candidates } : { kind: 'orphaned' };
}

function isCertain(
  { exact }: Selector,
  starts: readonly number[],
  best: Likeness,
  next: Likeness | undefined,
): boolean {
  const score = next?.score ?? 0;
  const isLike = best.quotation >= RECOGNISED && best.score - score >= LEAD;
  if (isLike && best.score >= (exact.length < SHORT ? ACCEPTED_IF_SHORT : ACCEPTED)) return true;
  // So long a quotation that stands once is known even among other words.
  return (
    best.quotation === 1 &&
    exact.length >= SPEAKS_FOR_ITSELF &&
    starts.length === 1 &&
    score < LISTED
  );
}

/** Everything that may be it: the likely places, and every other one where the quotation stands. */
function listed(places: readonly Likeness[], exact: readonly Range[], { length }: string): Range[] {
  const likely = places.filter(
    ({ score, quotation }) =>
      score >= LISTED || (quotation >= LISTED_ALONE && length >= SPEAKS_FOR_ITSELF),
  );
  const known = new Set(likely.map(({ start }) => start));
  return [
    ...likely.map(({ start, end }) => ({ start, end })),
    ...exact.filter(({ start }) => !known.has(start)),
  ];
}

const quoted = (starts: readonly number[], { exact }: Selector): Range[] =>
  starts.map(start => ({ start, end: start + exact.length }));

function placedAt({ codePoints }: AnchorSubject, { exact, start }: Selector, at: number): Anchor {
  const kind = codePoints.fromUtf16(at) === start ? 'exact' : 'shifted';
  return { kind, start: at, end: at + exact.length };
}

/** The recorded position, if it is in the text and the quotation stands there. */
function recordedRange({ text, codePoints }: AnchorSubject, selector: Selector): Range | null {
  const start = codePoints.toUtf16(Math.max(0, selector.start));
  const end = codePoints.toUtf16(Math.max(0, selector.end));
  const isThere =
    codePoints.fromUtf16(start) === selector.start &&
    codePoints.fromUtf16(end) === selector.end &&
    text.slice(start, end) === selector.exact;
  return isThere ? { start, end } : null;
}
