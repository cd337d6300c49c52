import { block, type ImportedBlock } from '../imported.ts';
import { tidyLine } from '../tidy.ts';
import { localName, parseXml, type XmlElement, xmlElements } from '../xml.ts';
import type { Archive } from '../zip/archive.ts';

/** What a DOCX holds beside its text, each piece with the reason why it is proposed to be left out. */
export interface Asides {
  /** Heads of its pages. */
  before: ImportedBlock[];
  /** Feet of its pages, comments, and what tracked changes have taken out. */
  after: ImportedBlock[];
}

/** `document` is the XML of the main part. */
export async function asidesOf(archive: Archive, document: string): Promise<Asides> {
  return {
    before: await atTheEdge(archive, 'header', 'head of the page'),
    after: [
      ...(await atTheEdge(archive, 'footer', 'foot of the page')),
      ...(await commentsIn(archive)),
      ...deletedIn(document),
    ],
  };
}

/** A document has a head and a foot for each of its sections; the same words are told once. */
async function atTheEdge(archive: Archive, part: string, drop: string): Promise<ImportedBlock[]> {
  const names = archive.names.filter(name => new RegExp(`^word/${part}\\d*\\.xml$`).test(name));
  const found = new Set<string>();
  for (const name of names.sort()) {
    const xml = await archive.xml(name);
    const words = xml === null ? '' : paragraphsIn(parseXml(xml), 't').join('\n');
    if (words !== '') found.add(words);
  }
  return [...found].map(text => block(text, { drop }));
}

async function commentsIn(archive: Archive): Promise<ImportedBlock[]> {
  const xml = await archive.xml('word/comments.xml');
  if (xml === null) return [];
  const comments = [...xmlElements(parseXml(xml))].filter(one => localName(one) === 'comment');
  return comments.flatMap(comment => {
    const by = tidyLine(comment.attributes['w:author'] ?? '');
    const text = paragraphsIn(comment, 't').join('\n');
    return text === '' ? [] : [block(text, { drop: by === '' ? 'comment' : `comment by ${by}` })];
  });
}

/** The words that are gone once all tracked changes are accepted; those that were moved are not among them. */
function deletedIn(document: string): ImportedBlock[] {
  if (!/<w:delText[ >]/.test(document)) return [];
  const words = paragraphsIn(parseXml(document), 'delText');
  return words.map(text => block(text, { drop: 'deleted in a tracked change' }));
}

/** The words of each paragraph that stand in elements of a name; empty ones go. */
function paragraphsIn(root: XmlElement, name: string): string[] {
  const paragraphs = [...xmlElements(root)].filter(one => localName(one) === 'p');
  return paragraphs.map(one => tidyLine(wordsIn(one, name))).filter(words => words !== '');
}

/** A paragraph in a paragraph, of a text box, is one of its own. */
function wordsIn({ children }: XmlElement, name: string): string {
  return children
    .map(child => {
      if (typeof child === 'string' || localName(child) === 'p') return '';
      if (localName(child) === name) return child.children.filter(isString).join('');
      return localName(child) === 'tab' ? ' ' : wordsIn(child, name);
    })
    .join('');
}

const isString = (node: XmlElement | string): node is string => typeof node === 'string';
