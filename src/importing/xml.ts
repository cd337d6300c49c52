import { XMLParser } from 'fast-xml-parser';
import { Refusal } from './refusal.ts';

/** An element of XML with the names as they stand in it, prefixes and all; text between is a string. */
export interface XmlElement {
  name: string;
  attributes: Readonly<Record<string, string>>;
  children: readonly XmlNode[];
}

export type XmlNode = XmlElement | string;

const MOST_NESTED = 250;

const parser = new XMLParser({
  preserveOrder: true,
  ignoreAttributes: false,
  attributeNamePrefix: '',
  trimValues: false,
  parseTagValue: false,
  parseAttributeValue: false,
  maxNestedTags: MOST_NESTED,
});

/**
 * XML as a tree under one root without a name. Throws a RangeError where it is nested too deeply, and an
 * Error where it is broken. Entities must have been refused before.
 */
export function parseXml(xml: string): XmlElement {
  return { name: '', attributes: {}, children: nodesOf(parsed(xml)) };
}

function parsed(xml: string): unknown {
  try {
    return parser.parse(xml);
  } catch (cause) {
    const isDeep = cause instanceof Error && /nested/i.test(cause.message);
    throw isDeep ? new RangeError(cause.message) : cause;
  }
}

/** Throws a `Refusal` where XML has a DOCTYPE: what is declared there can grow without end. */
export function refuseEntities(xml: string): void {
  if (/<!(?:DOCTYPE|ENTITY)/i.test(xml)) {
    throw new Refusal('declares XML entities (a DOCTYPE), which no such document needs');
  }
}

/** Every element under one, parents first, the element itself included. */
export function* xmlElements(element: XmlElement): Generator<XmlElement> {
  yield element;
  for (const child of element.children) if (typeof child !== 'string') yield* xmlElements(child);
}

/** The first element with a name, without its prefix: `title` finds `dc:title`. */
export function xmlNamed(root: XmlElement, name: string): XmlElement | null {
  for (const element of xmlElements(root)) if (localName(element) === name) return element;
  return null;
}

export const localName = ({ name }: XmlElement): string => name.slice(name.indexOf(':') + 1);

/** The words in an element. */
export const xmlText = (node: XmlNode): string =>
  typeof node === 'string' ? node : node.children.map(xmlText).join('');

/** The words of the first element with a name; `null` without it. */
export function xmlWords(root: XmlElement, name: string): string | null {
  const element = xmlNamed(root, name);
  return element && xmlText(element).trim();
}

/** What the parser gives: `[{ name: [children], ':@': attributes }, { '#text': words }]`. */
function nodesOf(parsed: unknown): XmlNode[] {
  return Array.isArray(parsed) ? parsed.flatMap(nodeOf) : [];
}

function nodeOf(one: Record<string, unknown>): XmlNode[] {
  if ('#text' in one) return [String(one['#text'])];
  const { ':@': attributes, ...rest } = one;
  return Object.entries(rest).map(([name, children]) => ({
    name,
    attributes: (attributes ?? {}) as Record<string, string>,
    children: nodesOf(children),
  }));
}
