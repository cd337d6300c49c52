import { leftOut } from '../counted.ts';
import type { ImportedMeta, ImportedText } from '../imported.ts';
import { blocksOf } from '../markup/blocks.ts';
import { isoDay, metaOf, realTitle } from '../meta.ts';
import { Refusal, refusing } from '../refusal.ts';
import { parseXml, type XmlElement, xmlElements, xmlNamed, xmlWords } from '../xml.ts';
import { type Archive, openArchive } from '../zip/archive.ts';
import { besideText, pageEdges } from './asides.ts';
import { OdtStyles } from './styles.ts';
import { OdtTree } from './tree.ts';

/**
 * Texts of LibreOffice and its like: headings, lists, tables as text, notes after the block that refers
 * to them, names in bold as speakers. Heads and feet of pages, comments and deleted words are proposed to
 * be left out, pictures are counted. Format: OASIS OpenDocument 1.3.
 */
export const readOdt = refusing('ODT', async (bytes, { name }): Promise<ImportedText> => {
  const archive = await openArchive(bytes);
  const content = await contentOf(archive);
  const body = xmlNamed(content, 'text');
  if (body?.name !== 'office:text') throw new Refusal('is an OpenDocument file but no text');
  const common = await archive.xml('styles.xml');
  const parts = [...(common === null ? [] : [parseXml(common)]), content];
  const text = blocksOf(new OdtTree(stylesOf(parts)).of(body));
  if (text.length === 0) throw new Refusal('no words in it');
  const count = (wanted: string) =>
    [...xmlElements(body)].filter(one => one.name === wanted).length;
  const notes = [
    ...leftOut(count('draw:image'), 'picture'),
    ...(count('text:changed-region') > 0 ? ['tracked changes are read as accepted'] : []),
  ];
  const [before, after] = [pageEdges(parts, 'header'), pageEdges(parts, 'footer')];
  const blocks = [...before, ...text, ...after, ...besideText(body)];
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

function stylesOf(parts: readonly XmlElement[]): OdtStyles {
  const styles = new OdtStyles();
  for (const part of parts) styles.add(part);
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
