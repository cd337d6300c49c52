import type { Element, Nodes, Root } from 'hast';
import { numberAs, numberFormat } from '../listNumbers.ts';
import { Draft } from './draft.ts';
import { isBackLink, type Notes } from './notes.ts';
import { isPageBreak, pageLabel } from './pages.ts';
import { nextBlock, type Place, paragraphAt, placeOf } from './place.ts';
import type { FoundBlock } from './speakers.ts';
import { tableBlocks } from './tables.ts';
import { attribute, textIn } from './tree.ts';

const setOf = (names: string) => new Set(names.split(' '));
const SKIPPED = setOf(
  'head script style template noscript iframe object svg audio video canvas button select textarea input',
);
const PARTS = setOf(
  'html body p div pre section article main header footer aside nav figure figcaption blockquote address dl dt dd ul ol li table caption tr form fieldset details summary center hr h1 h2 h3 h4 h5 h6',
);
const BOLD = setOf('b strong');

/** Reads a tree from its beginning to its end and collects its blocks. */
export class Walk {
  readonly found: FoundBlock[] = [];
  private readonly notes: Notes;
  private readonly draft = new Draft();
  private waiting: { id: string; label: string }[] = [];
  private place = paragraphAt();
  private depth = 0;
  private page: string | null = null;
  private pageOfDraft: string | null = null;
  private bold = false;
  private kept = false;

  constructor(notes: Notes) {
    this.notes = notes;
  }

  /** Reads everything in a node. */
  all(node: Element | Root): void {
    this.children(node);
    this.end();
  }

  private children(node: Element | Root): void {
    for (const child of node.children) this.read(child);
  }

  private read(node: Nodes): void {
    if (node.type === 'element') this.element(node);
    if (node.type !== 'text') return;
    if (this.kept) this.draft.addKept(node.value, this.bold);
    else this.draft.add(node.value, this.bold);
  }

  private element(element: Element): void {
    const { tagName } = element;
    if (SKIPPED.has(tagName) || isBackLink(element) || this.notes.isElsewhere(element)) return;
    const note = this.notes.referredBy(element);
    if (note !== '') this.reference(note, textIn(element));
    else if (isPageBreak(element)) this.turnPage(element);
    else if (tagName === 'br') this.draft.break();
    else if (tagName === 'table') this.table(element);
    else if (tagName === 'ul' || tagName === 'ol') this.list(element);
    else if (PARTS.has(tagName)) this.part(element, placeOf(element, this.place) ?? this.place);
    else this.inline(element);
  }

  private inline(element: Element): void {
    const before = this.bold;
    this.bold ||= BOLD.has(element.tagName);
    this.children(element);
    this.bold = before;
  }

  /** A part of the page: what stands before it ends, and so does what stands in it. */
  private part(element: Element, place: Place): void {
    this.end();
    const [placeBefore, keptBefore] = [this.place, this.kept];
    this.place = place;
    this.kept ||= element.tagName === 'pre';
    this.children(element);
    this.end();
    this.place = placeBefore;
    this.kept = keptBefore;
  }

  private list(element: Element): void {
    this.end();
    this.depth++;
    const drop = placeOf(element, this.place)?.drop ?? this.place.drop;
    const isNumbered = element.tagName === 'ol';
    let number = wholeNumber(attribute(element, 'start'), 1);
    for (const child of element.children) {
      const isItem = child.type === 'element' && child.tagName === 'li';
      if (!isItem || this.notes.isElsewhere(child)) this.read(child);
      else {
        number = wholeNumber(attribute(child, 'value'), number);
        const lead = isNumbered ? leadOf(child, number++, attribute(element, 'type')) : '';
        this.part(child, { kind: 'item', level: this.depth, drop, lead });
      }
    }
    this.depth--;
    this.end();
  }

  private table(element: Element): void {
    this.end();
    const notes: FoundBlock[] = [];
    const blocks = tableBlocks(element, cell => {
      const walk = new Walk(this.notes);
      walk.all(cell);
      notes.push(...walk.found.filter(isNote));
      return walk.found.filter(one => !isNote(one)).map(({ block }) => block.text);
    });
    if (blocks === null) this.part(element, this.place);
    else this.found.push(...blocks.map(block => ({ block, bold: '' })), ...notes);
  }

  private turnPage(element: Element): void {
    this.page = pageLabel(element) || this.page;
    if (this.draft.isEmpty) this.pageOfDraft = this.page;
  }

  private reference(id: string, label: string): void {
    const bare = label.replace(/[\s[\]()]/g, '');
    this.draft.add(`[${bare}]`, this.bold);
    this.waiting.push({ id, label: bare });
  }

  /** The end of a block: what was collected becomes one, and the notes that it refers to follow. */
  private end(): void {
    const { text, bold } = this.draft.take();
    // Two line breaks in a row are how some pages part their paragraphs.
    const parts = text === '' ? [] : text.split(/\n{2,}/);
    for (const [index, part] of parts.entries()) {
      const block = { ...nextBlock(this.place, part), page: this.pageOfDraft };
      this.found.push({ block, bold: index === 0 ? bold : '' });
    }
    this.pageOfDraft = this.page;
    const due = this.waiting;
    this.waiting = [];
    for (const { id, label } of due) this.note(id, label);
  }

  private note(id: string, label: string): void {
    const note = this.notes.take(id);
    if (note) this.part(note, { kind: 'note', level: 0, drop: null, lead: `[${label}] ` });
  }
}

/** What stands before an item: its own mark where the source tells it. */
function leadOf(item: Element, number: number, type: string): string {
  const own = item.properties.dataMark;
  if (typeof own === 'string') return own === '' ? '' : `${own} `;
  return `${numberAs(number, numberFormat(type))}. `;
}

function wholeNumber(text: string, otherwise: number): number {
  const number = Number(text);
  return text !== '' && Number.isSafeInteger(number) ? number : otherwise;
}

const isNote = ({ block }: FoundBlock) => block.kind === 'note';
