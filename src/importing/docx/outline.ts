import { localName, parseXml, type XmlElement, xmlElements } from '../xml.ts';

interface Style {
  name: string;
  basedOn: string;
  /** 0 for the highest; `null` where the style does not say. */
  level: number | null;
}

/** Longer than any chain of styles that are made of each other; they may go round. */
const LONGEST_CHAIN = 20;
const DEEPEST = 6;

/**
 * The paragraph styles that are headings by their level in the outline, whatever they are called: their
 * names with 1 to 6. `styles` is the XML of `word/styles.xml`.
 */
export function outlineStyles(styles: string): Map<string, number> {
  const all = new Map<string, Style>();
  for (const element of xmlElements(parseXml(styles))) {
    if (localName(element) === 'style' && element.attributes['w:type'] === 'paragraph')
      all.set(element.attributes['w:styleId'] ?? '', styleOf(element));
  }
  const found = new Map<string, number>();
  for (const style of all.values()) {
    const level = levelOf(style, all);
    if (level !== null && level < DEEPEST && style.name !== '') found.set(style.name, level + 1);
  }
  return found;
}

function styleOf(element: XmlElement): Style {
  const said = (name: string) =>
    [...xmlElements(element)].find(one => localName(one) === name)?.attributes['w:val'];
  const level = Number(said('outlineLvl') ?? Number.NaN);
  return {
    name: said('name') ?? '',
    basedOn: said('basedOn') ?? '',
    level: Number.isInteger(level) && level >= 0 ? level : null,
  };
}

function levelOf(style: Style, all: ReadonlyMap<string, Style>): number | null {
  let one: Style | undefined = style;
  for (let step = 0; one && step < LONGEST_CHAIN; step++) {
    if (one.level !== null) return one.level;
    one = all.get(one.basedOn);
  }
  return null;
}
