import { Refusal } from '../refusal.ts';
import { parseXml, type XmlElement, xmlElements, xmlNamed } from '../xml.ts';
import type { Archive } from '../zip/archive.ts';

/** What an EPUB says of itself: its package document, and its chapters as paths in the zip, in order. */
export interface Book {
  packageDocument: XmlElement;
  chapters: readonly string[];
  /** How many chapters it names that are not in the zip. */
  missing: number;
}

/**
 * Finds the chapters by `META-INF/container.xml` and the spine of the package (EPUB 3.3, Open Container
 * and Package Document). Throws a `Refusal` for a zip that is no EPUB and for one that is locked.
 */
export async function openBook(archive: Archive): Promise<Book> {
  const container = await archive.xml('META-INF/container.xml');
  const root = container === null ? null : xmlNamed(parseXml(container), 'rootfile');
  const path = root?.attributes['full-path'] ?? '';
  const xml = await archive.xml(path);
  if (xml === null) throw new Refusal('is a zip but no EPUB: no book in it');
  const packageDocument = parseXml(xml);
  const named = chaptersOf(packageDocument, path);
  const chapters = named.filter(name => archive.has(name));
  await refuseLocked(archive, chapters);
  return { packageDocument, chapters, missing: named.length - chapters.length };
}

function chaptersOf(packageDocument: XmlElement, path: string): string[] {
  const hrefs = new Map<string, string>();
  const order: string[] = [];
  for (const element of xmlElements(packageDocument)) {
    const { id, href, idref } = element.attributes;
    if (isNamed(element, 'item') && id && href) hrefs.set(id, pathFrom(path, href));
    if (isNamed(element, 'itemref') && idref) order.push(idref);
  }
  return order.flatMap(id => hrefs.get(id) ?? []);
}

/** Fonts may be scrambled; chapters that are cannot be read. */
async function refuseLocked(archive: Archive, chapters: readonly string[]): Promise<void> {
  const encryption = await archive.xml('META-INF/encryption.xml');
  if (encryption === null) return;
  for (const element of xmlElements(parseXml(encryption))) {
    const uri = isNamed(element, 'CipherReference') ? element.attributes.URI : undefined;
    if (uri !== undefined && chapters.includes(pathFrom('', uri))) {
      throw new Refusal('is locked by its publisher (DRM); a copy without a lock can be read');
    }
  }
}

/** A relative address in one file of the zip as the path of another; without what follows a `#`. */
export function pathFrom(file: string, href: string): string {
  const base = new URL(encodeURI(file), 'zip://book/');
  try {
    return decodeURIComponent(new URL(href, base).pathname.slice(1));
  } catch {
    return '';
  }
}

const isNamed = ({ name }: XmlElement, wanted: string) =>
  name === wanted || name.endsWith(`:${wanted}`);
