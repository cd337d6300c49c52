import type { Element, ElementContent, Root } from 'hast';
import { type XmlElement, type XmlNode, xmlText } from '../xml.ts';
import { ListCounts } from './lists.ts';
import type { OdtStyles } from './styles.ts';

/** What is no text of the author's: counters, forms; old wordings and comments, which are read by themselves. */
const SKIPPED = new Set([
  'text:tracked-changes',
  'text:sequence-decls',
  'text:variable-decls',
  'text:user-field-decls',
  'office:forms',
  'office:annotation',
  'table:covered-table-cell',
  'text:ruby-text',
]);

const NAMES: Readonly<Record<string, string>> = {
  'text:list-header': 'div',
  'table:table': 'table',
  'table:table-row': 'tr',
  'table:table-cell': 'td',
  'draw:text-box': 'div',
  'draw:image': 'img',
  'text:line-break': 'br',
};

/** An element of the tree, as its own kind of HTML. */
const element = (
  tagName: string,
  children: ElementContent[],
  properties: Element['properties'] = {},
): Element => ({ type: 'element', tagName, properties, children });

/** Turns the body of an ODT into the tree of a page that says the same (OASIS OpenDocument 1.3). */
export class OdtTree {
  private readonly styles: OdtStyles;
  private readonly notes: Element[] = [];
  private readonly counts = new ListCounts();

  constructor(styles: OdtStyles) {
    this.styles = styles;
  }

  of(body: XmlElement): Root {
    const children = this.inside(body, '', 0);
    const notes = element('section', this.notes, { role: 'doc-endnotes' });
    return { type: 'root', children: [...children, notes] };
  }

  /** `list` and `level` are the style of the list around, and how deep it is. */
  private inside({ children }: XmlElement, list: string, level: number): ElementContent[] {
    return children.flatMap(child => this.node(child, list, level));
  }

  private node(node: XmlNode, list: string, level: number): ElementContent[] {
    if (typeof node === 'string') return [{ type: 'text', value: node }];
    const { name, attributes } = node;
    if (SKIPPED.has(name)) return [];
    if (name === 'text:list') return [this.list(node, list, level)];
    if (name === 'text:list-item') return [this.item(node, list, level)];
    if (name === 'text:note') return [this.note(node)];
    if (name === 'text:s') return [{ type: 'text', value: ' ' }];
    if (name === 'text:tab') return [{ type: 'text', value: '\t' }];
    const inside = this.inside(node, list, level);
    const style = attributes['text:style-name'] ?? '';
    if (name === 'text:table-of-content') return [element('nav', inside, { className: ['toc'] })];
    if (name === 'text:h') return [element(headingName(attributes['text:outline-level']), inside)];
    if (name === 'text:p') return [this.paragraph(style, inside)];
    if (name === 'text:span' && this.styles.isBold(style)) return [element('strong', inside)];
    const known = NAMES[name];
    return known === undefined ? inside : [element(known, inside)];
  }

  private paragraph(style: string, inside: ElementContent[]): Element {
    const title = this.styles.titleLevel(style);
    if (title > 0) return element(`h${title}`, inside);
    return element('p', this.styles.isBold(style) ? [element('strong', inside)] : inside);
  }

  private list(list: XmlElement, around: string, level: number): Element {
    const style = list.attributes['text:style-name'] ?? around;
    const numbers = this.styles.numbersOf(style, level + 1);
    if (!numbers) return element('ul', this.inside(list, style, level + 1));
    this.counts.begin(list, numbers, style, level + 1);
    const items = this.inside(list, style, level + 1);
    this.counts.end(list, style, level + 1);
    return element('ol', items);
  }

  /** An item that begins with a list of its own has no number. */
  private item(item: XmlElement, list: string, level: number): Element {
    const [first] = item.children.filter(child => typeof child !== 'string');
    const isCounted = first?.name !== 'text:list' && this.styles.numbersOf(list, level) !== null;
    const dataMark = isCounted ? this.counts.next(item) : '';
    return element('li', this.inside(item, list, level), { dataMark });
  }

  private note(note: XmlElement): Element {
    const id = `odt-note-${this.notes.length}`;
    const part = (name: string) =>
      note.children.find(one => typeof one !== 'string' && one.name === name) ?? '';
    const body = part('text:note-body');
    const slot = element('li', [], { id });
    this.notes.push(slot);
    if (typeof body !== 'string') slot.children = this.inside(body, '', 0);
    return element('a', [{ type: 'text', value: xmlText(part('text:note-citation')) }], {
      href: `#${id}`,
    });
  }
}

const headingName = (level = '1') => `h${Math.min(6, Math.max(1, Number(level) || 1))}`;
