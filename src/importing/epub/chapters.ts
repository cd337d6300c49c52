import type { Element, Root } from 'hast';
import { attribute, elementsIn, parseHtml } from '../markup/tree.ts';
import { refuseEntities } from '../xml.ts';
import type { Archive } from '../zip/archive.ts';
import { pathFrom } from './book.ts';

/** All chapters as one tree, in which a link from one chapter to a note in another leads to it. */
export async function treeOf(archive: Archive, chapters: readonly string[]): Promise<Root> {
  const root: Root = { type: 'root', children: [] };
  for (const chapter of new Set(chapters)) {
    const xhtml = (await archive.text(chapter)) ?? '';
    // A DOCTYPE stands in many a chapter; one that declares something does not.
    if (/<!ENTITY/i.test(xhtml)) refuseEntities(xhtml);
    const tree = parseHtml(asHtml(xhtml));
    for (const element of elementsIn(tree)) relabel(element, chapter);
    root.children.push(...tree.children);
  }
  return root;
}

/** HTML knows no `<a id="x"/>`: it would hold all the words that follow. */
function asHtml(xhtml: string): string {
  return xhtml.replace(/<([a-z][\w:-]*)([^<>]*?)\/>/gi, (whole, name: string, rest: string) =>
    VOID.has(name.toLowerCase()) ? whole : `<${name}${rest}></${name}>`,
  );
}

const VOID = new Set('area base br col embed hr img input link meta source track wbr'.split(' '));

/** Ids are those of one file, so each gets the name of its file, and so do the links to it. */
function relabel(element: Element, chapter: string): void {
  const id = attribute(element, 'id');
  if (id !== '') element.properties.id = `${chapter}#${id}`;
  const [, path, anchor] = /^([^#]*)#(.+)$/.exec(attribute(element, 'href')) ?? [];
  if (path === undefined || /^[a-z][a-z\d+.-]*:/i.test(path)) return;
  element.properties.href = `#${path === '' ? chapter : pathFrom(chapter, path)}#${anchor}`;
}
