import { type XmlElement, xmlElements } from '../xml.ts';
import { type NumberedLevel, numberedLevel } from './lists.ts';

interface Style {
  parent: string;
  bold: boolean | null;
}

/** What the styles of an ODT say about its text: which are bold, which are titles, which lists count. */
export class OdtStyles {
  private readonly styles = new Map<string, Style>();
  private readonly numbered = new Map<string, Map<number, NumberedLevel>>();

  /** Takes in the styles of a part; those of `content.xml` come after those of `styles.xml`. */
  add(part: XmlElement): void {
    for (const element of xmlElements(part)) {
      if (element.name === 'style:style') this.addStyle(element);
      if (element.name === 'text:list-style') this.addList(element);
    }
  }

  /** Whether a style, or the nearest of those that it is made of with a word on it, is bold. */
  isBold(name: string): boolean {
    for (const style of this.chain(name)) if (style.bold !== null) return style.bold;
    return false;
  }

  /** 1 for a title, 2 for a subtitle, else 0. */
  titleLevel(name: string): number {
    const names = [name, ...this.chain(name).map(({ parent }) => parent)];
    if (names.includes('Title')) return 1;
    return names.includes('Subtitle') ? 2 : 0;
  }

  /** How a list numbers its items on a level, from 1; `null` where it has bullets. */
  numbersOf(list: string, level: number): NumberedLevel | null {
    return this.numbered.get(list)?.get(level) ?? null;
  }

  private addStyle({ attributes, children }: XmlElement): void {
    const text = children.find(
      one => typeof one !== 'string' && one.name.endsWith(':text-properties'),
    );
    const weight = typeof text === 'object' ? text.attributes['fo:font-weight'] : undefined;
    this.styles.set(attributes['style:name'] ?? '', {
      parent: attributes['style:parent-style-name'] ?? '',
      bold: weight === undefined ? null : weight === 'bold' || Number(weight) >= 600,
    });
  }

  private addList(list: XmlElement): void {
    const levels = [...xmlElements(list)]
      .filter(({ name, attributes }) => name === NUMBERED && attributes['style:num-format'] !== '')
      .map(one => [Number(one.attributes['text:level']), numberedLevel(one)] as const);
    this.numbered.set(list.attributes['style:name'] ?? '', new Map(levels));
  }

  /** A style and those that it is made of; no longer than any sound file needs, for they may go round. */
  private chain(name: string): Style[] {
    const chain: Style[] = [];
    for (let style = this.styles.get(name); style && chain.length < LONGEST_CHAIN; ) {
      chain.push(style);
      style = this.styles.get(style.parent);
    }
    return chain;
  }
}

const NUMBERED = 'text:list-level-style-number';
const LONGEST_CHAIN = 20;
