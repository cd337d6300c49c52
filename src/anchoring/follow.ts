import type { Range, Selector } from '../model/annotation.ts';
import type { Paragraphs } from '../model/paragraphs.ts';
import { anchor } from './anchor.ts';
import { type Change, changesBetween } from './changes.ts';
import { SPEAKS_FOR_ITSELF } from './evidence.ts';
import { occurrences } from './occurrences.ts';
import type { AnchorSubject } from './subject.ts';

/** A text with its paragraphs. */
export interface FollowedText extends AnchorSubject {
  paragraphs: Paragraphs;
}

/** A text before and after an edit, and how the one became the other. */
export interface Edited {
  before: FollowedText;
  after: FollowedText;
  changes: readonly Change[];
}

/**
 * Where a passage is after an edit. `follows`: its words, or enough of them, are there. `changed`: other
 * words stand in its place. `gone`: nothing does. `same` is the share of its letters that were kept, from
 * 0 to 1. Ranges are UTF-16, half-open.
 */
export type Followed =
  | { kind: 'follows'; range: Range; same: number }
  | { kind: 'changed'; range: Range; same: number }
  | { kind: 'gone' };

/** Less than this share of a passage's letters is not the passage any more. */
const STILL_THE_PASSAGE = 0.4;

/** Compares the texts once; each passage is then looked up. */
export const edited = (before: FollowedText, after: FollowedText): Edited => ({
  before,
  after,
  changes: changesBetween(before.text, after.text),
});

/**
 * Follows a passage through an edit. Since both texts are known nothing is guessed: outside the edit it
 * only shifts, inside it goes where its words went; what was put in beside it is not its own, but a
 * passage of whole paragraphs stays one. Words that were taken out here and put in elsewhere are looked
 * for there, in what was put in and nowhere else. Never throws for a range in the text.
 */
export function follow(edit: Edited, range: Range, selector: Selector): Followed {
  const same = shareKept(edit, range);
  const found = placeOf(edit, range);
  if (found && same >= STILL_THE_PASSAGE) return { kind: 'follows', range: found, same };
  const moved = movedAlong(edit, range) ?? movedTo(edit, selector);
  if (moved) return moved;
  return found ? { kind: 'changed', range: found, same } : { kind: 'gone' };
}

const SPACE = /\s/;

/** The share of the letters of a range, white space aside, that the edit kept. */
function shareKept({ before: { text }, changes }: Edited, { start, end }: Range): number {
  const first = firstAt(changes, start);
  if (changes[first]?.kept && end <= changes[first].was.end) return 1;
  let [all, kept] = [0, 0];
  for (let i = first; i < changes.length; i++) {
    const change = changes[i];
    if (!change || change.was.start >= end) break;
    const [from, to] = [Math.max(start, change.was.start), Math.min(end, change.was.end)];
    const length = lettersIn(text, from, to);
    all += length;
    if (change.kept) kept += length;
  }
  return all === 0 ? Number(kept === all) : kept / all;
}

function lettersIn(text: string, from: number, to: number): number {
  let letters = 0;
  for (let at = from; at < to; at++) if (!SPACE.test(text[at] ?? '')) letters++;
  return letters;
}

function placeOf(edit: Edited, range: Range): Range | null {
  const { before, after } = edit;
  const start = newStart(edit, range);
  const end = newEnd(edit, range);
  if (end <= start) return null;
  const own = { start, end };
  const shown = wholeParagraphs(edit, range, withoutSpace(before.text, range, after.text, own));
  return shown.end > shown.start ? shown : null;
}

/** Where the first unit of a range went: behind what was put in before it. */
function newStart({ before, after, changes }: Edited, { start, end }: Range): number {
  const change = changes[firstAt(changes, start)];
  if (!change) return changes.at(-1)?.is.end ?? start;
  const { kept, was, is } = change;
  if (kept) return is.start + start - was.start;
  // Of equal letters one after the other nobody can say which were taken out: the passage keeps its own.
  const head = before.text.slice(start, Math.min(end, was.end));
  if (is.start === is.end && after.text.endsWith(head, is.end)) return is.end - head.length;
  // Of what was replaced as a whole the larger part takes the new words along.
  const isMost = (Math.min(end, was.end) - start) * 2 >= was.end - was.start;
  return isMost ? is.start : is.end;
}

/** Where a range ends when its last unit has gone where it went. */
function newEnd(edit: Edited, { start, end }: Range): number {
  const { before, after, changes } = edit;
  if (end === start) return newStart(edit, { start, end: start + 1 });
  const change = changes[firstAt(changes, end - 1)];
  if (!change) return changes.at(-1)?.is.end ?? end;
  const { kept, was, is } = change;
  if (kept) return is.start + end - was.start;
  const tail = before.text.slice(Math.max(start, was.start), end);
  if (is.start === is.end && after.text.startsWith(tail, is.start)) return is.start + tail.length;
  const isMost = (end - Math.max(start, was.start)) * 2 >= was.end - was.start;
  return isMost ? is.end : is.start;
}

/** The index of the change that holds the unit at `offset` of the old text; the changes' count if none does. */
function firstAt(changes: readonly Change[], offset: number): number {
  let [low, high] = [0, changes.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((changes[middle]?.was.end ?? 0) <= offset) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** White space at the ends of the new words is the passage's only if it was there before. */
function withoutSpace(before: string, was: Range, after: string, is: Range): Range {
  let { start, end } = is;
  if (!SPACE.test(before[was.start] ?? ''))
    while (start < end && SPACE.test(after[start] ?? '')) start++;
  if (!SPACE.test(before[was.end - 1] ?? ''))
    while (end > start && SPACE.test(after[end - 1] ?? '')) end--;
  return { start, end };
}

/**
 * A passage that began or ended with a paragraph does so again: words that were put in at its edge,
 * inside the paragraph, belong to it. Words that were another passage's before do not.
 */
function wholeParagraphs({ before, after, changes }: Edited, was: Range, is: Range): Range {
  if (before.paragraphs.count === 0 || after.paragraphs.count === 0 || is.end <= is.start)
    return is;
  const first = before.paragraphs.at(before.paragraphs.indexAt(was.start));
  const last = before.paragraphs.at(before.paragraphs.indexAt(was.end - 1));
  const { start } = after.paragraphs.at(after.paragraphs.indexAt(is.start));
  const { end } = after.paragraphs.at(after.paragraphs.indexAt(is.end - 1));
  return {
    start: first.start === was.start && isNew(changes, start, is.start) ? start : is.start,
    end: last.end === was.end && isNew(changes, is.end, end) ? end : is.end,
  };
}

/** Whether a stretch of the new text was put in by the edit. */
function isNew(changes: readonly Change[], start: number, end: number): boolean {
  return changes.every(({ kept, is }) => !kept || is.end <= start || is.start >= end);
}

/** The paragraphs around were taken out here and put in elsewhere as they were: the passage went along. */
function movedAlong({ before, after, changes }: Edited, { start, end }: Range): Followed | null {
  const touched = before.paragraphs.touchedBy(start, end);
  if (!touched) return null;
  const from = before.paragraphs.at(touched.first).start;
  const whole = before.text.slice(from, before.paragraphs.at(touched.last).end);
  if (whole.length < SPEAKS_FOR_ITSELF) return null;
  const [place, ...others] = occurrences(after.text, whole, 2);
  if (place === undefined || others.length > 0 || !isNew(changes, place, place + whole.length))
    return null;
  const range = { start: place + start - from, end: place + end - from };
  return { kind: 'follows', range, same: 1 };
}

function movedTo({ after, changes }: Edited, selector: Selector): Followed | null {
  const found = anchor(after, selector, { unchanged: false });
  if (!('start' in found) || found.end === found.start) return null;
  const range = { start: found.start, end: found.end };
  const same = found.kind === 'similar' ? found.score : 1;
  return isNew(changes, range.start, range.end) ? { kind: 'follows', range, same } : null;
}
