import { type NumberFormat, numberAs } from '../listNumbers.ts';
import { localName, parseXml, type XmlElement, xmlElements } from '../xml.ts';

/** One level of a list as Word defines it. */
interface Level {
  start: number;
  format: string;
  /** The mark with `%1` for the number of the first level and so on; `null` where nothing is said. */
  pattern: string | null;
  /** The style whose paragraphs are of this level. */
  style: string;
}

/** A list in use: lists of one definition go on counting where the last of them ended. */
interface List {
  definition: string;
  starts: ReadonlyMap<number, number>;
}

/** What a paragraph says about its place in a list; `null` where it leaves that to its style. */
export interface NumberedPlace {
  list: string | null;
  level: number | null;
}

/** ECMA-376, part 1, 17.18.59: those that are common; others count in figures here. */
const FORMATS: Readonly<Record<string, NumberFormat>> = {
  lowerLetter: 'a',
  upperLetter: 'A',
  lowerRoman: 'i',
  upperRoman: 'I',
};
const UNCOUNTED = new Set(['bullet', 'none']);
const DEEPEST = 8;

/** The lists of a DOCX, counted while its paragraphs are asked for in their order (ECMA-376, part 1, 17.9). */
export class Numbering {
  private readonly definitions = new Map<string, Map<number, Level>>();
  private readonly lists = new Map<string, List>();
  private readonly counts = new Map<string, number[]>();
  private readonly begun = new Set<string>();

  /** `numbering` is the XML of `word/numbering.xml`. */
  constructor(numbering: string) {
    for (const element of xmlElements(parseXml(numbering))) {
      if (localName(element) === 'abstractNum') this.addDefinition(element);
      if (localName(element) === 'num') this.addList(element);
    }
  }

  /** The level that a definition gives to the paragraphs of a style; 0 where it does not say. */
  levelOfStyle(list: string, style: string): number {
    const levels = this.definitions.get(this.lists.get(list)?.definition ?? '');
    for (const [level, one] of levels ?? []) if (one.style === style) return level;
    return 0;
  }

  /** Counts a paragraph and tells the mark before it: `3.`, `b)`, `2.1`; '' for a bullet, `null` for no list that is known. */
  next(list: string, level: number): string | null {
    const { definition, starts } = this.lists.get(list) ?? {};
    const levels = this.definitions.get(definition ?? '');
    const own = levels?.get(level);
    if (!levels || !own || definition === undefined || level > DEEPEST) return null;
    const counts = this.counts.get(definition) ?? [];
    this.counts.set(definition, counts);
    const start = (at: number) => starts?.get(at) ?? levels.get(at)?.start ?? 1;
    const isRestarted = starts?.has(level) && !this.begun.has(`${list} ${level}`);
    this.begun.add(`${list} ${level}`);
    for (let at = 0; at < level; at++) counts[at] ??= start(at);
    counts[level] = isRestarted ? start(level) : (counts[level] ?? start(level) - 1) + 1;
    counts.length = level + 1;
    return markOf(own, levels, counts);
  }

  private addDefinition(element: XmlElement): void {
    const levels = childrenNamed(element, 'lvl').map(one => [ilvl(one), levelOf(one)] as const);
    this.definitions.set(element.attributes['w:abstractNumId'] ?? '', new Map(levels));
  }

  private addList(element: XmlElement): void {
    const starts = childrenNamed(element, 'lvlOverride').flatMap(one => {
      const start = value(one, 'startOverride');
      return start === null ? [] : [[ilvl(one), wholeNumber(start, 1)] as const];
    });
    const definition = value(element, 'abstractNumId') ?? '';
    this.lists.set(element.attributes['w:numId'] ?? '', { definition, starts: new Map(starts) });
  }
}

function markOf(own: Level, levels: ReadonlyMap<number, Level>, counts: readonly number[]): string {
  if (UNCOUNTED.has(own.format)) return '';
  const number = (at: number) =>
    numberAs(counts[at] ?? 1, FORMATS[levels.get(at)?.format ?? ''] ?? '1');
  const pattern = own.pattern ?? `%${counts.length}.`;
  return pattern.replace(/%([1-9])/g, (_, place: string) => number(Number(place) - 1)).trim();
}

const levelOf = (element: XmlElement): Level => ({
  start: wholeNumber(value(element, 'start'), 1),
  format: value(element, 'numFmt') ?? 'decimal',
  pattern: value(element, 'lvlText'),
  style: value(element, 'pStyle') ?? '',
});

const ilvl = ({ attributes }: XmlElement): number => wholeNumber(attributes['w:ilvl'], 0);

/** What an element says about its place in a list, in `numPr` right in it. */
export function numberedPlace(properties: XmlElement): NumberedPlace {
  const [said] = childrenNamed(properties, 'numPr');
  const level = said ? value(said, 'ilvl') : null;
  return {
    list: said ? value(said, 'numId') : null,
    level: level === null ? null : wholeNumber(level, 0),
  };
}

/** The elements right in one, by their names without prefixes. */
export const childrenNamed = ({ children }: XmlElement, name: string): XmlElement[] =>
  children.filter(
    (child): child is XmlElement => typeof child !== 'string' && localName(child) === name,
  );

const value = (element: XmlElement, name: string): string | null =>
  childrenNamed(element, name)[0]?.attributes['w:val'] ?? null;

function wholeNumber(text: string | null | undefined, otherwise: number): number {
  const number = Number(text ?? Number.NaN);
  return Number.isSafeInteger(number) ? number : otherwise;
}
