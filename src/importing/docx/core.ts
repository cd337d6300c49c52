import type { ImportedMeta } from '../imported.ts';
import { isoDay, metaOf, realTitle } from '../meta.ts';
import { parseXml, xmlWords } from '../xml.ts';
import type { Archive } from '../zip/archive.ts';

/** Title, author, day and language of `docProps/core.xml` (ECMA-376, part 2: core properties). */
export async function coreMeta(archive: Archive, name: string): Promise<ImportedMeta> {
  const xml = await archive.xml('docProps/core.xml');
  if (xml === null) return metaOf({});
  const core = parseXml(xml);
  return metaOf({
    title: realTitle(xmlWords(core, 'title'), name),
    speaker: xmlWords(core, 'creator'),
    date: isoDay(xmlWords(core, 'created')),
    language: xmlWords(core, 'language'),
  });
}
