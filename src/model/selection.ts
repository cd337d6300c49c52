import type { Range } from './annotation.ts';
import { boundAfter, boundAt, boundBefore } from './graphemes.ts';
import type { Paragraph, Paragraphs } from './paragraphs.ts';
import { trimmed } from './sentences.ts';
import { type TextUnit, unitsNear } from './units.ts';

/** A selection has an end that stays and one that moves; UTF-16 offsets into the text. */
export interface Selection {
  anchor: number;
  head: number;
}

/** A text with what parts it. */
export interface Parted {
  text: string;
  paragraphs: Paragraphs;
}

export type Motion = 'character' | TextUnit | 'paragraph';

/** The beginning of a paragraph's words, with nothing selected yet. */
export function selectionAt(text: string, paragraph: Paragraph): Selection {
  const start = boundAt(text, paragraph, paragraph.wordsStart);
  return { anchor: start, head: start };
}

/** What is selected, without the white space at its ends; empty where nothing is. */
export function selectedRange(text: string, { anchor, head }: Selection): Range {
  const [from, to] = anchor < head ? [anchor, head] : [head, anchor];
  return trimmed(text, { start: from, end: to })[0] ?? { start: from, end: from };
}

/** The other end moves from now on. */
export const turned = ({ anchor, head }: Selection): Selection => ({ anchor: head, head: anchor });

/**
 * The selection with its moving end one unit on (`by` 1) or back. An end behind the anchor stops at
 * ends of units, one before it at their starts; it rests where it meets the anchor, and goes on from
 * paragraph to paragraph. Never inside a grapheme cluster. At the edge of the text it stays.
 */
export function moved(parted: Parted, selection: Selection, motion: Motion, by: 1 | -1): Selection {
  const { anchor, head } = selection;
  if (motion === 'character') return { anchor, head: characterFrom(parted, head, by) };
  if (motion === 'paragraph') return byParagraph(parted, selection, by);
  const isBehind = head > anchor || (head === anchor && by === 1);
  const edge = isBehind ? 'end' : 'start';
  const next = edgeFrom(parted, head, motion, edge, by);
  const isTowards = (anchor - head) * by > 0;
  const crosses = isTowards && (next === head || (next - anchor) * by >= 0);
  return { anchor, head: crosses ? anchor : next };
}

type Edge = 'start' | 'end';

/** The next edge of a unit on or back from an offset, in this paragraph or one beyond. */
function edgeFrom(parted: Parted, offset: number, unit: TextUnit, edge: Edge, by: 1 | -1): number {
  const { text, paragraphs } = parted;
  for (
    let index = paragraphs.indexAt(offset);
    index >= 0 && index < paragraphs.count;
    index += by
  ) {
    const paragraph = paragraphs.at(index);
    const stretch = { start: paragraph.wordsStart, end: paragraph.end };
    const near = Math.max(stretch.start, Math.min(offset, stretch.end));
    const edges = unitsNear(text, stretch, near, unit).map(one => one[edge]);
    const isBeyond = (one: number) => (onBound(text, paragraph, one, edge) - offset) * by > 0;
    const found = by === 1 ? edges.find(isBeyond) : edges.findLast(isBeyond);
    if (found !== undefined) return onBound(text, paragraph, found, edge);
  }
  return offset;
}

/** A word of some scripts ends inside a cluster: then the whole of it belongs to the word. */
function onBound(text: string, paragraph: Range, offset: number, edge: Edge): number {
  const bound = boundAt(text, paragraph, offset);
  return bound === offset || edge === 'start' ? bound : boundAfter(text, paragraph, bound);
}

/** From paragraph to paragraph the white space between them is one step. */
function characterFrom({ text, paragraphs }: Parted, offset: number, by: 1 | -1): number {
  const index = paragraphs.indexAt(offset);
  const paragraph = paragraphs.at(index);
  if (by === 1) {
    if (offset < paragraph.end) return boundAfter(text, paragraph, offset);
    return index + 1 < paragraphs.count ? paragraphs.at(index + 1).start : offset;
  }
  if (offset > paragraph.end) return paragraph.end;
  if (offset > paragraph.start) return boundBefore(text, paragraph, offset);
  return index > 0 ? paragraphs.at(index - 1).end : offset;
}

/** Whole paragraphs: the anchor goes to its paragraph's own edge, so that the bounds are those of a paragraph's tag. */
function byParagraph({ paragraphs }: Parted, selection: Selection, by: 1 | -1): Selection {
  const { head } = selection;
  const goal = by === 1 ? endFrom(paragraphs, head) : startFrom(paragraphs, head);
  const held = paragraphs.at(paragraphs.indexAt(selection.anchor));
  const atWords = selection.anchor === held.wordsStart;
  const anchor = goal > selection.anchor && atWords ? held.start : selection.anchor;
  return { anchor, head: goal };
}

function endFrom(paragraphs: Paragraphs, offset: number): number {
  const index = paragraphs.indexAt(offset);
  const { end } = paragraphs.at(index);
  if (end > offset) return end;
  return index + 1 < paragraphs.count ? paragraphs.at(index + 1).end : offset;
}

function startFrom(paragraphs: Paragraphs, offset: number): number {
  const index = paragraphs.indexAt(offset);
  const { start } = paragraphs.at(index);
  if (start < offset) return start;
  return index > 0 ? paragraphs.at(index - 1).start : offset;
}

/** The speaker turn around a paragraph, label included: it goes on until somebody else is named. */
export function turnAround(paragraphs: Paragraphs, index: number): Range {
  let first = index;
  while (first > 0 && paragraphs.at(first).kind === 'paragraph') first--;
  let last = index;
  while (last + 1 < paragraphs.count && paragraphs.at(last + 1).kind === 'paragraph') last++;
  return paragraphs.at(first).kind === 'turn'
    ? { start: paragraphs.at(first).start, end: paragraphs.at(last).end }
    : { start: paragraphs.at(index).start, end: paragraphs.at(index).end };
}
