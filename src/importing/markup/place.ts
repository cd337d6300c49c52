import type { Element } from 'hast';
import type { ImportedBlock } from '../imported.ts';
import { attribute } from './tree.ts';

/** What a part of a page makes of the words in it. It changes as they are read: see `nextBlock`. */
export interface Place {
  kind: ImportedBlock['kind'];
  level: number;
  drop: string | null;
  /** What stands before the first words: the number of an item, the mark of a note. */
  lead: string;
}

export const paragraphAt = (drop: string | null = null): Place => ({
  kind: 'paragraph',
  level: 0,
  drop,
  lead: '',
});

const HEADING = /^h([1-6])$/;

/** The place that an element opens; `null` where it stays in the one around it. */
export function placeOf(element: Element, around: Place): Place | null {
  const heading = HEADING.exec(element.tagName)?.[1];
  const drop = reasonToDrop(element) ?? around.drop;
  if (heading !== undefined) return { kind: 'heading', level: Number(heading), drop, lead: '' };
  return drop === around.drop ? null : { ...around, drop };
}

/** A block of words at a place. The first one of an item has its mark, the others are paragraphs. */
export function nextBlock(place: Place, text: string): ImportedBlock {
  const { kind, level, drop, lead } = place;
  if (kind === 'item') Object.assign(place, paragraphAt(drop));
  place.lead = '';
  const words = kind === 'note' && lead !== '' ? withoutMark(text, lead) : text;
  return { kind, level, text: lead + words, speaker: null, time: null, page: null, drop };
}

/** Some notes begin with their own mark: `1 See above` must not become `[1] 1 See above`. */
function withoutMark(text: string, lead: string): string {
  const mark = lead.replace(/[[\] ]/g, '');
  const own = /^[[(]?(\S{1,6}?)[\])]?[.:]?\s+/.exec(text);
  return own?.[1] === mark ? text.slice(own[0].length) : text;
}

/** What a book or Word marks as no part of its text. */
function reasonToDrop(element: Element): string | null {
  const marks = ['role', 'epub:type', 'className'].map(name => attribute(element, name)).join(' ');
  if (/(?:^|\s)(?:doc-toc|toc|landmarks|page-list)(?:\s|$)/.test(marks)) return 'table of contents';
  return /(?:^|\s)copyright-page(?:\s|$)/.test(marks) ? 'copyright page' : null;
}
