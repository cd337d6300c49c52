import { Paragraphs } from '../../model/paragraphs.ts';
import { blockBody } from '../blockBody.ts';
import { decodeText, encodingNotes } from '../encoding.ts';
import type { ImportedBlock, ImportFormat } from '../imported.ts';
import { withProposals } from '../page/proposals.ts';
import { plainLineEnds } from '../tidy.ts';
import { withTurnHeaders } from '../turnHeaders.ts';
import { withHeadings } from './headings.ts';
import { plainMeta } from './plainMeta.ts';
import { textBlocks } from './textBlocks.ts';

/** Reads a plain text of any encoding. A text that needs no mending comes through as it is. */
export const readPlainText: ImportFormat = async (bytes, { charset }) => {
  const decoded = await decodeText(bytes, charset);
  if (decoded.kind === 'refused') return decoded;
  const source = plainLineEnds(decoded.text);
  const found = textBlocks(source);
  if (found.blocks.length === 0) return { kind: 'refused', reason: 'no words in it' };
  const blocks = withProposals(withTurnHeaders(withHeadings(found)));
  const body = readsAs(source, blocks) ? source : undefined;
  return {
    kind: 'read',
    text: { blocks, meta: plainMeta(blocks), notes: encodingNotes(decoded), body },
  };
};

/** Whether the text as it stands has the same paragraphs as its blocks, word for word. */
function readsAs(source: string, blocks: readonly ImportedBlock[]): boolean {
  const paragraphs = new Paragraphs(source);
  if (paragraphs.count !== blocks.length) return false;
  return blocks.every((one, index) => {
    const { start, end } = paragraphs.at(index);
    return spaced(source.slice(start, end)) === blockBody(one);
  });
}

/** Several spaces and those at the ends do no harm: a text is not rewritten for them. */
const spaced = (text: string): string =>
  text
    .split('\n')
    .map(line => line.replace(/[ \t]+/g, ' ').trim())
    .join('\n');
