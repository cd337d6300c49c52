import { strFromU8, unzipSync } from 'fflate';
import { readMark } from '../mark.ts';
import type { ReadDigest } from './quotation.ts';
import { attribute, childrenOf, nameOf, parseXml, textOf, type XmlNode } from './wordXml.ts';

/** Bytes that one part of the document may unpack to; ours have a few megabytes at most. */
const LARGEST_PART = 200_000_000;
const PARTS = new Set(['word/document.xml', 'docProps/custom.xml']);
/** Ends a line where it ends. */
const BREAKS = new Set(['br', 'cr', 'tab', 'p']);
const BOOKMARK = /^_marginalia(?<number>\d+)$/;

/**
 * Reads a digest as a Word document, edited and saved by another program or not: the words between
 * the bookmarks, and the properties that say where each is from. Words that somebody has struck out
 * with changes tracked do not count. Throws an Error in words where it is no Word document.
 */
export function readDocx(bytes: Uint8Array): ReadDigest {
  const files = unzipSync(bytes, {
    filter: ({ name, originalSize }) => PARTS.has(name) && originalSize <= LARGEST_PART,
  });
  const document = partOf(files, 'word/document.xml');
  if (document === null) throw new Error('it is no Word document, or too large');
  const quotes = quotesOf(parseXml(document));
  const digest: ReadDigest = { quotations: [], hashes: new Map() };
  for (const { name, value } of propertiesOf(partOf(files, 'docProps/custom.xml'))) {
    const mark = readMark(value);
    if (mark?.kind === 'text') digest.hashes.set(mark.text, mark.sha256);
    const number = /^marginalia(?<number>\d+)$/.exec(name)?.groups?.number;
    if (mark?.kind === 'passage' && number !== undefined)
      digest.quotations.push({ quote: quotes.get(number) ?? '', mark });
  }
  return digest;
}

function partOf(files: Record<string, Uint8Array>, name: string): string | null {
  const bytes = files[name];
  if (!bytes) return null;
  const xml = strFromU8(bytes);
  if (/<!DOCTYPE/i.test(xml)) throw new Error('its XML has a DOCTYPE, which no Word document has');
  return xml;
}

/** The words in each of our bookmarks, by its number. A paragraph's end and a break are line ends. */
function quotesOf(nodes: readonly XmlNode[]): Map<string, string> {
  const quotes = new Map<string, string>();
  /** The numbers of the bookmarks that are open, by the ids that end them. */
  const open = new Map<string, string>();
  for (const node of elementsOf(nodes)) {
    const number = bookmarkOf(node);
    if (number !== undefined) open.set(attribute(node, 'id'), number);
    if (nameOf(node) === 'bookmarkEnd') open.delete(attribute(node, 'id'));
    const words = wordsOf(node);
    if (words !== '')
      for (const one of open.values()) quotes.set(one, (quotes.get(one) ?? '') + words);
  }
  return quotes;
}

const bookmarkOf = (node: XmlNode): string | undefined =>
  nameOf(node) === 'bookmarkStart'
    ? BOOKMARK.exec(attribute(node, 'name'))?.groups?.number
    : undefined;

const wordsOf = (node: XmlNode): string =>
  nameOf(node) === 't' ? textOf(node) : BREAKS.has(nameOf(node)) ? '\n' : '';

/** The elements as they end, so that a paragraph comes after its words; what was struck out is passed over. */
function* elementsOf(nodes: readonly XmlNode[]): Generator<XmlNode> {
  for (const node of nodes) {
    if (nameOf(node) === 'del') continue;
    yield* elementsOf(childrenOf(node));
    yield node;
  }
}

function propertiesOf(xml: string | null): { name: string; value: string }[] {
  const found: { name: string; value: string }[] = [];
  const walk = (node: XmlNode): void => {
    if (nameOf(node) === 'property')
      found.push({ name: attribute(node, 'name'), value: textOf(node) });
    else for (const child of childrenOf(node)) walk(child);
  };
  for (const node of xml === null ? [] : parseXml(xml)) walk(node);
  return found;
}
