import type { Element, Root } from 'hast';
import { attribute, elementsIn, isElement, textIn } from './tree.ts';

/** How an EPUB, pandoc and mammoth mark what is a note at the foot or the end of a text. */
const ONE_NOTE = /\b(?:doc-footnote|doc-endnote|footnote|endnote|rearnote)\b/;
const MANY_NOTES = /\b(?:doc-endnotes|footnotes|endnotes|rearnotes)\b/;
const BY_MAMMOTH = /^(?:footnote|endnote)-\d+$/;
const BACK_LINK = /\b(?:doc-backlink|footnote-back|backlink|referrer)\b/;

/** The notes of a text: where they are referred to, and each of them once. */
export class Notes {
  private readonly byId: ReadonlyMap<string, Element>;
  private readonly referred = new Set<string>();
  private readonly taken = new Set<string>();

  constructor(root: Root) {
    this.byId = notesIn(root);
    for (const element of elementsIn(root)) {
      const id = this.referredBy(element);
      if (id !== '') this.referred.add(id);
    }
  }

  /** The id of the note that a link leads to; '' for any other element. */
  referredBy(element: Element): string {
    const id = anchorOf(element);
    return this.byId.has(id) ? id : '';
  }

  /** Whether an element is a note that is read where it is referred to, and not where it stands. */
  isElsewhere(element: Element): boolean {
    const id = attribute(element, 'id');
    return this.referred.has(id) && this.byId.get(id) === element;
  }

  /** A note by its id when it is asked for the first time; `null` ever after. */
  take(id: string): Element | null {
    if (this.taken.has(id)) return null;
    this.taken.add(id);
    return this.byId.get(id) ?? null;
  }
}

/** Whether a link leads from a note back to its reference: marked as such, or an arrow without words. */
export function isBackLink(element: Element): boolean {
  if (element.tagName !== 'a') return false;
  if (BACK_LINK.test(`${roleOf(element)} ${attribute(element, 'className')}`)) return true;
  return anchorOf(element) !== '' && !/[\p{L}\p{N}*†‡§]/u.test(textIn(element));
}

function notesIn(root: Root): Map<string, Element> {
  const notes = new Map<string, Element>();
  for (const element of elementsIn(root)) {
    if (isNote(element)) notes.set(attribute(element, 'id'), element);
    if (MANY_NOTES.test(roleOf(element))) {
      for (const item of itemsIn(element)) notes.set(attribute(item, 'id'), item);
    }
  }
  notes.delete('');
  return notes;
}

const itemsIn = (element: Element) =>
  [...elementsIn(element)].filter(one => isElement(one) && one.tagName === 'li');

function isNote(element: Element): boolean {
  if (element.tagName === 'a') return false;
  return ONE_NOTE.test(roleOf(element)) || BY_MAMMOTH.test(attribute(element, 'id'));
}

/** The id that a link leads to in the same text; '' for any other element. */
function anchorOf(element: Element): string {
  const href = element.tagName === 'a' ? attribute(element, 'href') : '';
  return href.startsWith('#') ? href.slice(1) : '';
}

const roleOf = (element: Element) =>
  `${attribute(element, 'role')} ${attribute(element, 'epub:type')}`;
