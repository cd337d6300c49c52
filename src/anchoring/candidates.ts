import { diffArrays } from 'diff';
import type { Anchor, Range, Selector } from '../model/annotation.ts';
import type { Changes } from '../model/doubt.ts';
import { type Likeness, likeness } from './likeness.ts';
import { similarPlaces } from './similar.ts';
import type { AnchorSubject } from './subject.ts';

/** So many places are shown to somebody who has to choose. */
const MOST_SHOWN = 12;
/** Of a passage that is nowhere the nearest places are shown, if so much of the quotation is there. */
const WORTH_SHOWING = 0.4;
const MOST_NEAREST = 3;

/**
 * The places that somebody may choose from for a passage that is not certain, the likeliest first: the
 * one that was found by likeness and what is like it, those between which it is ambiguous, or the
 * nearest to one that is gone. `places` counts what was left out too. None for a certain passage.
 */
export function candidatesFor(
  subject: AnchorSubject,
  selector: Selector,
  anchor: Anchor,
): { candidates: Likeness[]; places: number } {
  const { text, codePoints } = subject;
  const stood = selector.start < 0 ? null : codePoints.toUtf16(selector.start);
  const likenessOf = (range: Range) => likeness(text, selector, range, stood);
  if (anchor.kind === 'ambiguous') {
    // There may be a thousand of them: only those that are shown are compared.
    const { length } = anchor.candidates;
    const shown = anchor.candidates.slice(0, MOST_SHOWN);
    return { candidates: shown.map(likenessOf), places: length };
  }
  const found = nearestTo(subject, selector, anchor, likenessOf);
  return { candidates: found.slice(0, MOST_SHOWN), places: found.length };
}

function nearestTo(
  subject: AnchorSubject,
  selector: Selector,
  anchor: Anchor,
  likenessOf: (range: Range) => Likeness,
): Likeness[] {
  if (anchor.kind !== 'similar' && anchor.kind !== 'orphaned') return [];
  const near = similarPlaces(subject, selector).filter(
    ({ quotation }) => quotation >= WORTH_SHOWING,
  );
  if (anchor.kind === 'orphaned') return near.slice(0, MOST_NEAREST);
  const { start, end } = anchor;
  return [likenessOf({ start, end }), ...near.filter(one => one.end <= start || one.start >= end)];
}

/** Words with more differences are other words: nothing of them is marked. */
const MOST_DIFFERENCES = 400;
/** Longer quotations are not compared word by word; UTF-16 units. */
const LONGEST_COMPARED = 20_000;

const segmenter = new Intl.Segmenter('en', { granularity: 'word' });
const wordsOf = (text: string) => Array.from(segmenter.segment(text), ({ segment }) => segment);

/** Which words are gone of a quotation, and which are new in it. Nothing where too much differs to say. */
export function changesIn(was: string, now: string): Changes {
  const changes = { gone: [] as Range[], added: [] as Range[] };
  if (was === now || Math.max(was.length, now.length) > LONGEST_COMPARED) return changes;
  const parts = diffArrays(wordsOf(was), wordsOf(now), { maxEditLength: MOST_DIFFERENCES }) ?? [];
  const at = { was: 0, now: 0 };
  for (const { value, added, removed } of parts) {
    const { length } = value.join('');
    if (removed) changes.gone.push({ start: at.was, end: at.was + length });
    if (added) changes.added.push({ start: at.now, end: at.now + length });
    if (!added) at.was += length;
    if (!removed) at.now += length;
  }
  return changes;
}
