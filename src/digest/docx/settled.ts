import { strFromU8, strToU8, unzipSync, type Zippable, zipSync } from 'fflate';

/** Where the zip format's own dates begin; local time, as the format has no zone. */
const firstDate = (): Date => new Date(1980, 0, 1);
const CORE = 'docProps/core.xml';
const BODY = 'word/document.xml';
const RELATIONS = /^word\/_rels\/.*\.rels$/;
const XML = /\.(?:xml|rels)$/;

/**
 * A Word file whose bytes follow from its content alone: no moment of its making, no ids by chance or
 * from a count that goes on from document to document. `date` is that of the newest tag in it
 * (ISO 8601), which stands as the document's own.
 */
export function settled(docx: Uint8Array, date: string): Uint8Array {
  const files = unzipSync(docx);
  const relations = relationIds(files);
  const entries: Zippable = {};
  const mtime = firstDate();
  for (const [name, bytes] of Object.entries(files)) {
    const content = XML.test(name)
      ? strToU8(settledXml(name, strFromU8(bytes), relations, date))
      : bytes;
    entries[name] = [content, { mtime }];
  }
  return zipSync(entries, { level: 6 });
}

function settledXml(
  name: string,
  xml: string,
  relations: ReadonlyMap<string, string>,
  date: string,
): string {
  // Relationship ids stand in attributes of their own: nothing else in quotation marks can be one.
  const named = xml.replace(/(?<= (?:Id|r:id)=")[^"]+(?=")/g, id => relations.get(id) ?? id);
  if (name === CORE) return dated(named, date);
  return name === BODY ? numberedBookmarks(named) : named;
}

/** New names for the ids that were made by chance. */
function relationIds(files: Record<string, Uint8Array>): Map<string, string> {
  const ids = new Map<string, string>();
  const names = Object.keys(files).filter(one => RELATIONS.test(one));
  for (const name of names.sort())
    for (const [, id = ''] of strFromU8(files[name] ?? new Uint8Array()).matchAll(/ Id="([^"]+)"/g))
      if (!/^rId\d+$/.test(id)) ids.set(id, `rIdLink${ids.size + 1}`);
  return ids;
}

/** In attributes and instructions alone: the same letters in somebody's words are words. */
const CONTENTS_NAME =
  /(?<=w:(?:anchor|name)="|<w:instrText xml:space="preserve">PAGEREF )_Toc(\d+)(?=[" ])/g;

/** Bookmarks numbered from 1 in their order, those of the table of contents named so too. */
function numberedBookmarks(xml: string): string {
  const inTurn = (known: Map<string, number>, id: string): number => {
    const number = known.get(id) ?? known.size + 1;
    known.set(id, number);
    return number;
  };
  const [contents, ids] = [new Map<string, number>(), new Map<string, number>()];
  return (
    xml
      .replace(CONTENTS_NAME, (_, id: string) => `_Toc${inTurn(contents, id)}`)
      // A field that is 'dirty' makes Word ask before it opens the document.
      .replace(/(<w:fldChar\b[^>]*) w:dirty="true"/g, '$1')
      .replace(
        /(<w:bookmark(?:Start|End)\b[^>]*\bw:id=")([^"]+)/g,
        (_, before: string, id: string) => `${before}${inTurn(ids, id)}`,
      )
  );
}

const dated = (xml: string, date: string): string =>
  xml.replace(
    /(<dcterms:(?:created|modified)[^>]*>)[^<]*/g,
    `$1${/^\d{4}-\d{2}-\d{2}T/.test(date) ? date : '1980-01-01T00:00:00Z'}`,
  );
