import { leftOut } from '../counted.ts';
import type { ImportedText } from '../imported.ts';
import { blocksOf } from '../markup/blocks.ts';
import { elementsIn, parseHtml } from '../markup/tree.ts';
import { Refusal, refusing } from '../refusal.ts';
import { type Archive, openArchive } from '../zip/archive.ts';
import { asidesOf } from './asides.ts';
import { coreMeta } from './core.ts';
import { htmlOf } from './html.ts';
import { takeMarks } from './marks.ts';

/**
 * Word's documents: headings, lists, tables as text, notes after the block that refers to them, names
 * in bold as speakers. Heads and feet of pages, comments and deleted words are proposed to be left out,
 * pictures are counted; nothing outside is fetched.
 * Format: ECMA-376, Office Open XML.
 */
export const readDocx = refusing('DOCX', async (bytes, { name }): Promise<ImportedText> => {
  const archive = await openOffice(bytes);
  const document = await mainPart(archive);
  const tree = parseHtml(await htmlOf(archive));
  takeMarks(tree);
  const text = blocksOf(tree);
  const pictures = [...elementsIn(tree)].filter(({ tagName }) => tagName === 'img').length;
  if (text.length === 0) throw new Refusal(emptyReason(pictures));
  const notes = [
    ...leftOut(pictures, 'picture'),
    ...(/<w:(?:ins|del)[ >]/.test(document) ? ['tracked changes are read as accepted'] : []),
  ];
  const { before, after } = await asidesOf(archive, document);
  const blocks = [...before, ...text, ...after];
  return { blocks, meta: await coreMeta(archive, name), notes };
});

async function openOffice(bytes: Uint8Array): Promise<Archive> {
  // An OLE container holds a Word 97 file, or a newer one behind a password.
  const isOle = [0xd0, 0xcf, 0x11, 0xe0].every((byte, index) => bytes[index] === byte);
  if (isOle) throw new Refusal('has a password or is of Word 97; save it as .docx without one');
  return openArchive(bytes);
}

/** The part with the text; read here too, so that what is no DOCX is told before it is converted. */
async function mainPart(archive: Archive): Promise<string> {
  const rels = await archive.xml('_rels/.rels');
  const target = /Type="[^"]*\/officeDocument"[^>]*Target="\/?([^"]+)"/.exec(rels ?? '')?.[1];
  const turned = /Target="\/?([^"]+)"[^>]*Type="[^"]*\/officeDocument"/.exec(rels ?? '')?.[1];
  const named = [target, turned, 'word/document.xml'].find(one => one && archive.has(one));
  const document = named === undefined ? null : await archive.xml(named);
  if (document === null) throw new Refusal('is a zip but no DOCX: no text of Word in it');
  if (!/<\w*:?document[ >]/.test(document)) throw new Refusal('is an Office file but no DOCX');
  return document;
}

const emptyReason = (pictures: number) =>
  pictures > 0 ? 'has pictures but no words; text recognition (OCR) comes first' : 'no words in it';
