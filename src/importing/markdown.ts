import { readFrontMatter } from '../model/frontMatter.ts';
import { headingWords, Paragraphs } from '../model/paragraphs.ts';
import { dateIn } from './dates.ts';
import { decodeText, encodingNotes } from './encoding.ts';
import {
  block,
  type ImportedBlock,
  type ImportedMeta,
  type ImportFormat,
  noMeta,
} from './imported.ts';

/** Reads Markdown. Its body comes through as it is, and what its front matter says is kept. */
export const readMarkdown: ImportFormat = async (bytes, { charset }) => {
  const decoded = await decodeText(bytes, charset);
  if (decoded.kind === 'refused') return decoded;
  const whole = decoded.text.replace(/\r\n?/g, '\n');
  const front = readFrontMatter(whole);
  const body = whole.slice(front.bodyStart);
  const blocks = markdownBlocks(body);
  if (blocks.length === 0) return { kind: 'refused', reason: 'no words in it' };
  const notes = encodingNotes(decoded);
  if (front.problem !== null) notes.push(`its front matter could not be read: ${front.problem}`);
  return { kind: 'read', text: { blocks, meta: metaOf(front.fields, blocks), notes, body } };
};

/** The paragraphs as the program counts them; their Markdown stays in them. */
function markdownBlocks(body: string): ImportedBlock[] {
  const paragraphs = new Paragraphs(body);
  return Array.from({ length: paragraphs.count }, (_, index) => {
    const one = paragraphs.at(index);
    if (one.kind !== 'heading') return block(body.slice(one.start, one.end));
    const hashes = body.slice(one.start, one.wordsStart).trim().length;
    return block(headingWords(body, one), { kind: 'heading', level: hashes });
  });
}

function metaOf(
  fields: Readonly<Record<string, unknown>>,
  blocks: readonly ImportedBlock[],
): ImportedMeta {
  const said = (name: string): string | null => {
    const value = fields[name];
    return typeof value === 'string' || typeof value === 'number' ? String(value) : null;
  };
  const heading = blocks.find(({ kind }) => kind === 'heading')?.text ?? null;
  const date = said('date');
  return {
    ...noMeta,
    title: said('title') ?? heading,
    speaker: said('speaker') ?? said('author'),
    date: date === null ? null : (dateIn(date) ?? date),
    source: said('source') ?? said('url'),
    publisher: said('publisher'),
    language: said('language') ?? said('lang'),
    licence: said('licence') ?? said('license'),
    fields,
  };
}
