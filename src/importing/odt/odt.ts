import { leftOut } from '../counted.ts';
import type { ImportedMeta, ImportedText } from '../imported.ts';
import { blocksOf } from '../markup/blocks.ts';
import { isoDay, metaOf, realTitle } from '../meta.ts';
import { Refusal, refusing } from '../refusal.ts';
import { parseXml, type XmlElement, xmlElements, xmlNamed, xmlWords } from '../xml.ts';
import { type Archive, openArchive } from '../zip/archive.ts';
import { OdtStyles } from './styles.ts';
import { OdtTree } from './tree.ts';

/**
 * Texts of LibreOffice and its like: headings, lists, tables as text, notes after the block that refers
 * to them, names in bold as speakers. Comments and pictures are left out and counted. Format: OASIS
 * OpenDocument 1.3.
 */
export const readOdt = refusing('ODT', async (bytes, { name }): Promise<ImportedText> => {
  const archive = await openArchive(bytes);
  const content = await contentOf(archive);
  const body = xmlNamed(content, 'text');
  if (body?.name !== 'office:text') throw new Refusal('is an OpenDocument file but no text');
  const blocks = blocksOf(new OdtTree(await stylesOf(archive, content)).of(body));
  if (blocks.length === 0) throw new Refusal('no words in it');
  const count = (wanted: string) =>
    [...xmlElements(body)].filter(one => one.name === wanted).length;
  const notes = [
    ...leftOut(count('draw:image'), 'picture'),
    ...leftOut(count('office:annotation'), 'comment'),
    ...(count('text:changed-region') > 0 ? ['tracked changes are read as accepted'] : []),
  ];
  return { blocks, meta: await metaIn(archive, name), notes };
});

async function contentOf(archive: Archive): Promise<XmlElement> {
  const manifest = await archive.text('META-INF/manifest.xml');
  if (manifest?.includes('encryption-data')) {
    throw new Refusal('needs a password; save a copy without one');
  }
  const xml = await archive.xml('content.xml');
  if (xml === null) throw new Refusal('is a zip but no ODT: no content in it');
  return parseXml(xml);
}

async function stylesOf(archive: Archive, content: XmlElement): Promise<OdtStyles> {
  const styles = new OdtStyles();
  const common = await archive.xml('styles.xml');
  if (common !== null) styles.add(parseXml(common));
  styles.add(content);
  return styles;
}

async function metaIn(archive: Archive, name: string): Promise<ImportedMeta> {
  const xml = await archive.xml('meta.xml');
  if (xml === null) return metaOf({});
  const meta = parseXml(xml);
  return metaOf({
    title: realTitle(xmlWords(meta, 'title'), name),
    speaker: xmlWords(meta, 'initial-creator') ?? xmlWords(meta, 'creator'),
    date: isoDay(xmlWords(meta, 'creation-date') ?? xmlWords(meta, 'date')),
    language: xmlWords(meta, 'language'),
  });
}
