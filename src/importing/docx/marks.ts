import type { Element, Root } from 'hast';
import { localName, parseXml, xmlElements } from '../xml.ts';
import { childrenNamed, type NumberedPlace, Numbering, numberedPlace } from './numbering.ts';

/** Two signs of Unicode that no text has (noncharacters): the mark of an item stands between them. */
const OPEN = '\uFDD0';
const CLOSE = '\uFDD1';
const MARK = new RegExp(`${OPEN}([^${CLOSE}]*)${CLOSE}`, 'g');
const CHANGED = /<w:pPrChange\b(?:[^>]*\/>|[\s\S]*?<\/w:pPrChange>)/g;
const PROPERTIES = /<w:pPr\b[^>/]*>[\s\S]*?<\/w:pPr>/g;

/**
 * A function that puts into the XML of a main part, before each paragraph of a list, the mark that Word
 * would show there: mammoth counts each list anew after every paragraph between its items. `null` stands for a
 * part that the file does not have. `takeMarks` takes them out again.
 */
export function marking(
  numbering: string | null,
  styles: string | null,
): (document: string) => string {
  if (numbering === null) return document => document;
  const counted = new Numbering(numbering);
  const placeOf = placesOfStyles(styles);
  return document =>
    document.replace(CHANGED, '').replace(PROPERTIES, properties => {
      const mark = markOf(properties, counted, placeOf);
      return mark === null
        ? properties
        : `${properties}<w:r><w:t>${OPEN}${mark}${CLOSE}</w:t></w:r>`;
    });
}

function markOf(
  properties: string,
  counted: Numbering,
  placeOf: (style: string) => NumberedPlace,
): string | null {
  const style = /<w:pStyle\b[^>]*w:val="([^"]*)"/.exec(properties)?.[1] ?? '';
  const own = properties.includes('<w:numPr') ? ownPlace(properties) : null;
  const common = placeOf(style);
  const list = own?.list ?? common.list;
  if (list === null || list === '0') return null;
  const mark = counted.next(list, own?.level ?? common.level ?? counted.levelOfStyle(list, style));
  return mark?.replaceAll('&', '&amp;').replaceAll('<', '&lt;') ?? null;
}

function ownPlace(properties: string): NumberedPlace | null {
  const [element] = childrenNamed(parseXml(properties), 'pPr');
  return element ? numberedPlace(element) : null;
}

/** Longer than any chain of styles that are made of each other; they may go round. */
const LONGEST_CHAIN = 20;

/** The places in lists that styles give to their paragraphs, those that they are made of included. */
function placesOfStyles(styles: string | null): (style: string) => NumberedPlace {
  const found = new Map<string, { place: NumberedPlace; basedOn: string }>();
  for (const element of styles === null ? [] : xmlElements(parseXml(styles))) {
    if (localName(element) !== 'style') continue;
    const [properties] = childrenNamed(element, 'pPr');
    const place = properties ? numberedPlace(properties) : NOWHERE;
    const basedOn = childrenNamed(element, 'basedOn')[0]?.attributes['w:val'] ?? '';
    found.set(element.attributes['w:styleId'] ?? '', { place, basedOn });
  }
  return style => {
    let one = found.get(style);
    for (let step = 0; one && step < LONGEST_CHAIN; step++) {
      if (one.place.list !== null) return one.place;
      one = found.get(one.basedOn);
    }
    return NOWHERE;
  };
}

const NOWHERE: NumberedPlace = { list: null, level: null };

/** Takes the marks out of a tree again; each becomes the attribute `dataMark` of the item around it. */
export function takeMarks(node: Root | Element, item: Element | null = null): void {
  for (const child of node.children) {
    if (child.type === 'element') takeMarks(child, child.tagName === 'li' ? child : item);
    if (child.type !== 'text' || !child.value.includes(OPEN)) continue;
    child.value = child.value.replace(MARK, (_, mark: string) => {
      if (item) item.properties.dataMark ??= mark;
      return '';
    });
  }
}
