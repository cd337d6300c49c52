import { block, type ImportedBlock } from '../imported.ts';
import type { FoundBlock } from '../markup/speakers.ts';
import { furnitureOf } from '../page/furniture.ts';
import { tidyLine } from '../tidy.ts';

const UNSEEN = new Set(['script', 'style', 'noscript', 'template', 'iframe', 'object', 'head']);
const OWN_BLOCK = new Set(
  'address article aside blockquote body caption center dd details dialog div dl dt fieldset figcaption figure footer form h1 h2 h3 h4 h5 h6 header hgroup hr legend li main menu nav ol option p pre search section summary table tbody td tfoot th thead tr ul'.split(
    ' ',
  ),
);
const BESIDE: Readonly<Record<string, string>> = {
  nav: 'navigation',
  header: 'head of the page',
  footer: 'foot of the page',
  aside: 'beside the text',
  form: 'form',
  dialog: 'dialog',
  button: 'button',
};
/** The same said by a role (WAI-ARIA, landmarks). */
const ROLES: Readonly<Record<string, string>> = {
  navigation: 'navigation',
  menu: 'navigation',
  banner: 'head of the page',
  contentinfo: 'foot of the page',
  complementary: 'beside the text',
  search: 'form',
  dialog: 'dialog',
  alertdialog: 'dialog',
};
/** Tags nested deeper than this hold one block of text. */
const DEEPEST = 400;

/** An item of a list; only its first block has its mark. */
interface Item {
  level: number;
  /** `null` in a list with bullets. */
  number: number | null;
  isMarked: boolean;
}

/** Where a walk through a document is. */
interface Place {
  depth: number;
  /** Depth of the lists around it. */
  lists: number;
  item: Item | null;
  /** 1 to 6 in a heading, else 0. */
  heading: number;
  isBold: boolean;
  drop: string | null;
}

const START: Place = {
  depth: 0,
  lists: 0,
  item: null,
  heading: 0,
  isBold: false,
  drop: null,
};

/** The blocks under an element, in the order of the document, with a reason on those that its tags set apart. */
export function htmlBlocks(root: Element): FoundBlock[] {
  const walk = new Walk();
  walk.enter(root, START);
  walk.end();
  return walk.found;
}

class Walk {
  readonly found: FoundBlock[] = [];
  /** What was collected for a block that is not whole yet, the bold words that it begins with, its place. */
  private words = '';
  private bold = '';
  private place: Place | null = null;

  enter(element: Element, place: Place): void {
    const name = element.localName;
    if (name === 'pre' || place.depth > DEEPEST) {
      this.end();
      this.add(keptWords(element).split('\n'), place);
    } else if (name === 'table' && isData(element)) {
      this.end();
      this.addTable(element, place);
    } else if (OWN_BLOCK.has(name)) {
      this.end();
      this.children(element, place);
      this.end();
    } else this.children(element, place);
  }

  /** What was collected is a block. */
  end(): void {
    const { words, place, bold } = this;
    this.words = '';
    this.bold = '';
    this.place = null;
    if (place) this.add(words.split('\n'), place, tidyLine(bold));
  }

  private children(element: Element, place: Place): void {
    let number = firstNumber(element);
    for (const child of element.childNodes) {
      if (isText(child)) this.take(spaced(child.nodeValue), place);
      else if (isElement(child)) {
        this.child(child, place, number);
        if (child.localName === 'li' && number !== null) number++;
      }
    }
  }

  private child(child: Element, place: Place, number: number | null): void {
    const name = child.localName;
    if (UNSEEN.has(name)) return;
    if (name === 'br') this.lineBreak(place);
    else this.enter(child, inside(child, place, number));
  }

  /** Two line breaks are as good as the end of a paragraph. */
  private lineBreak(place: Place): void {
    this.take('\n', place);
    if (/\n\s*\n$/.test(this.words)) this.end();
  }

  private take(words: string, place: Place): void {
    this.place ??= place;
    if (place.isBold && this.bold.trim() === this.words.trim()) this.bold += words;
    this.words += words;
  }

  private add(lines: readonly string[], place: Place, bold = ''): void {
    const text = lines
      .map(tidyLine)
      .filter(line => line !== '')
      .join('\n');
    if (text === '') return;
    this.found.push({ block: blockAt(place, text), bold });
    if (place.item) place.item.isMarked = true;
  }

  private addTable(table: Element, { drop }: Place): void {
    const caption = cellText(table.querySelector('caption'));
    const rows = Array.from(table.querySelectorAll('tr'), row =>
      Array.from(row.children, cellText)
        .filter(cell => cell !== '')
        .join('  '),
    );
    const text = [caption, ...rows].filter(row => row !== '').join('\n');
    if (text !== '') this.found.push({ block: block(text, { kind: 'table', drop }), bold: '' });
  }
}

/** What words are at a place. */
function blockAt({ item, heading, drop }: Place, text: string): ImportedBlock {
  const more = { drop: drop ?? furnitureOf(text)?.reason ?? null };
  if (heading > 0) return block(text, { ...more, kind: 'heading', level: heading });
  if (!item || item.isMarked) return block(text, more);
  const numbered = item.number === null ? text : `${item.number}. ${text}`;
  return block(numbered, { ...more, kind: 'item', level: item.level });
}

const isText = (node: Node): boolean => node.nodeType === 3;
const isElement = (node: Node): node is Element => node.nodeType === 1;

/** The words in an element with the line ends of the source and its line breaks. */
function keptWords(element: Element): string {
  for (const lineBreak of element.querySelectorAll('br')) lineBreak.append('\n');
  return element.textContent ?? '';
}

/** White space of a document's source as one space; spaces that do not break stay for now. */
const spaced = (words: string | null): string => (words ?? '').replace(/[ \t\n\r\f]+/g, ' ');

const cellText = (cell: Element | null): string => tidyLine(spaced(cell?.textContent ?? ''));

/** The number of the first item of an ordered list; `null` for anything else. */
const firstNumber = (element: Element): number | null =>
  element.localName === 'ol' ? Number(element.getAttribute('start') ?? 1) || 1 : null;

function inside(element: Element, place: Place, number: number | null): Place {
  const name = element.localName;
  const lists = place.lists + (name === 'ul' || name === 'ol' ? 1 : 0);
  const heading = /^h(?<level>[1-6])$/.exec(name)?.groups?.level;
  return {
    depth: place.depth + 1,
    lists,
    item: name === 'li' ? { level: Math.max(1, lists), number, isMarked: false } : place.item,
    heading: heading ? Number(heading) : place.heading,
    isBold: place.isBold || name === 'b' || name === 'strong',
    drop: place.drop ?? BESIDE[name] ?? ROLES[element.getAttribute('role') ?? ''] ?? null,
  };
}

/** A table of words, not one that lays out a page: rows of several cells without blocks in them. */
function isData(table: Element): boolean {
  const cells = Array.from(table.querySelectorAll('td, th'));
  const rows = table.querySelectorAll('tr').length;
  const hasBlocks = cells.some(
    cell => cell.querySelector('p, div, table, ul, ol, h1, h2, h3, h4, section, br') !== null,
  );
  return rows > 0 && cells.length > rows && !hasBlocks;
}
