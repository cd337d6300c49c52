import { leftOut } from '../counted.ts';
import type { ImportedMeta, ImportedText } from '../imported.ts';
import { blocksOf } from '../markup/blocks.ts';
import { elementsIn } from '../markup/tree.ts';
import { isoDay, metaOf } from '../meta.ts';
import { Refusal, refusing } from '../refusal.ts';
import { type XmlElement, xmlNamed, xmlWords } from '../xml.ts';
import { openArchive } from '../zip/archive.ts';
import { openBook } from './book.ts';
import { treeOf } from './chapters.ts';

/**
 * Books: the chapters in the order of the spine, with the numbers of printed pages where the book has
 * them. Its own table of contents and its copyright page are proposed to be left out. Nothing in it is
 * run or fetched. Format: EPUB 2 and 3.
 */
export const readEpub = refusing('EPUB', async (bytes): Promise<ImportedText> => {
  const archive = await openArchive(bytes);
  const { packageDocument, chapters, missing } = await openBook(archive);
  const tree = await treeOf(archive, chapters);
  const blocks = blocksOf(tree);
  if (blocks.length === 0)
    throw new Refusal(
      'no words in it; if its pages are pictures, text recognition (OCR) comes first',
    );
  const pictures = [...elementsIn(tree)].filter(({ tagName }) => tagName === 'img').length;
  const gaps =
    missing === 0 ? [] : [`not in the file, though named in it: ${missing} of its chapters`];
  const notes = [...leftOut(pictures, 'picture'), ...gaps];
  return { blocks, meta: metaIn(packageDocument), notes };
});

function metaIn(packageDocument: XmlElement): ImportedMeta {
  const meta = xmlNamed(packageDocument, 'metadata') ?? packageDocument;
  const source = xmlWords(meta, 'source') ?? xmlWords(meta, 'identifier');
  return metaOf({
    title: xmlWords(meta, 'title'),
    speaker: xmlWords(meta, 'creator'),
    date: isoDay(xmlWords(meta, 'date')),
    publisher: xmlWords(meta, 'publisher'),
    language: /^[a-z]{2,3}\b.*/i.exec(xmlWords(meta, 'language') ?? '')?.[0] ?? null,
    licence: xmlWords(meta, 'rights'),
    source: source !== null && /^https?:\/\//.test(source) ? source : null,
  });
}
