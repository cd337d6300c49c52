import { v5 as uuidV5 } from 'uuid';
import { type Annotation, inTextOrder } from '../model/annotation.ts';
import type { PageCopy } from '../model/rewrite.ts';
import { changeData, type Keeping, type OnWritten, putBack, readData } from './dataFile.ts';
import type { FileFormat } from './jsonFile.ts';
import { madeFor, noteText } from './madeFor.ts';
import { pagePaths } from './paths.ts';
import { checkPage, type PageData } from './schema.ts';
import { oneLine, pageText, wholePageText } from './serialise.ts';
import { FORMAT_VERSION } from './versions.ts';
import { fromItem, type Item } from './w3c.ts';
import { toItem } from './w3cWrite.ts';

/** One coder's annotations on one transcript. */
export interface Page {
  /**
   * The sha256, in hexadecimal, of the text that all of these selectors were made for; empty if they
   * were made for different ones. Where it is that of the present text, positions may be trusted.
   */
  sha256: string;
  annotations: Annotation[];
  /** The id of the transcript as the file itself says it: another one where the file was copied or renamed. */
  said: string;
}

export interface PageTarget {
  coder: string;
  /** The transcript's id. */
  text: string;
  /** The transcript's file name in `texts/`. */
  file: string;
  /** Of the text that new selectors are made for, in hexadecimal. */
  sha256: string;
  /** Whether the page is to say so even where its items are what they were: the text was edited. */
  edited?: boolean;
}

const format: FileFormat<PageData> = { check: checkPage, serialise: pageText };

/** Names of pages are made in this name space (RFC 9562, version 5) from `<coder>/<text id>`. */
const PAGE_NAMESPACE = '8a1f6d52-6f0b-4c0e-9a53-2a5f1d0c7e94';

/** A page; `null` if there is none. Throws BrokenFile and Fault. */
export async function readPage(
  keeping: Keeping,
  coder: string,
  text: string,
): Promise<Page | null> {
  const paths = await pagePaths(keeping.files, keeping.annotations, coder, text);
  const data = await readData(keeping, paths, format);
  return data && pageOf(data, { coder, text });
}

/**
 * Changes a page: `change` gets what is on the disk now and returns what is to be there; it may be
 * called several times, and `onWritten` hears of the bytes that were really replaced. An annotation that keeps its selector object keeps its place; any other
 * selector must have been made for the text whose hash is given. A page left empty is removed.
 * Nothing is written if nothing changed. Returns the annotations as they stand on the disk, in text
 * order. Throws Locked, BrokenFile and Fault, and what `change` throws.
 */
export async function changePage(
  keeping: Keeping,
  target: PageTarget,
  change: (annotations: readonly Annotation[], page: Page) => readonly Annotation[],
  onWritten?: OnWritten,
): Promise<Annotation[]> {
  const { coder, text, file, sha256, edited = false } = target;
  const paths = await pagePaths(keeping.files, keeping.annotations, coder, text);
  let written: Annotation[] = [];
  const apply = (data: PageData): PageData => {
    const page = pageOf(data, { coder, text });
    const wanted = inOrder(change(page.annotations, page));
    const items = wanted.map(annotation => toItem(annotation, file));
    written = wanted.map((annotation, index) => ({ ...annotation, stored: items[index] }));
    for (const { selector } of wanted) noteText(selector, sha256);
    const made = commonText(wanted);
    const isOtherText = edited && made !== null && made !== page.sha256;
    if (!isOtherText && sameItems(items, data.items)) return data;
    const marginalia = { ...data.marginalia, text, sha256: (made ?? sha256) || null };
    return { ...data, marginalia, items };
  };
  const empty = newPage(coder, text);
  await changeData(keeping, { paths, format, empty }, apply, onWritten);
  return written;
}

/** The text of a page with these annotations alone, in text order, as it lies on the disk. */
export function pageFileText(
  { coder, text, file, sha256 }: PageTarget,
  annotations: readonly Annotation[],
): string {
  const page = newPage(coder, text);
  const items = inOrder(annotations).map(annotation => toItem(annotation, file));
  const marginalia = { ...page.marginalia, sha256: sha256 || null };
  return wholePageText({ ...page, marginalia, items });
}

/**
 * Puts a page's bytes back, if what stands there is what they were replaced by; `false`, and nothing is
 * written, where it is not. Throws Locked and Fault.
 */
export async function putBackPage(
  keeping: Keeping,
  text: string,
  { coder, bytes, replacedBy }: PageCopy,
): Promise<boolean> {
  const { files, annotations } = keeping;
  const paths = await pagePaths(files, annotations, coder, text);
  return putBack(keeping, paths, bytes, replacedBy);
}

function newPage(coder: string, text: string): PageData {
  return {
    '@context': 'http://www.w3.org/ns/anno.jsonld',
    id: `urn:uuid:${uuidV5(`${coder}/${text}`, PAGE_NAMESPACE)}`,
    type: 'AnnotationPage',
    marginalia: { version: FORMAT_VERSION, text, sha256: null },
    items: [],
  };
}

function pageOf(data: PageData, place: { coder: string; text: string }): Page {
  const sha256 = data.marginalia.sha256 ?? '';
  const annotations = data.items.map(item => fromItem(item, place));
  for (const { selector } of annotations) noteText(selector, sha256);
  return { sha256, annotations, said: data.marginalia.text };
}

/**
 * The hash of the text that all selectors were made for, empty if they were made for several, `null`
 * if there is no selector. So no position is trusted that was counted in another text.
 */
function commonText(annotations: readonly Annotation[]): string | null {
  const all = new Set(annotations.flatMap(({ selector }) => (selector ? [madeFor(selector)] : [])));
  const [first = null] = all;
  return all.size > 1 ? '' : first;
}

const inOrder = (annotations: readonly Annotation[]): Annotation[] =>
  annotations.toSorted((a, b) =>
    inTextOrder({ annotation: a, anchor: null }, { annotation: b, anchor: null }),
  );

function sameItems(items: readonly Item[], old: readonly Item[]): boolean {
  const known = new Map(old.map(item => [item.id, item]));
  return (
    items.length === old.length &&
    items.every(item => {
      const before = known.get(item.id);
      return before === item || (before !== undefined && oneLine(before) === oneLine(item));
    })
  );
}
