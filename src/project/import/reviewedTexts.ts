import type { ImportedBlock, ImportedMeta, ImportedText } from '../../importing/imported.ts';
import { partBlocks, type Review, type ReviewMeta } from './review.ts';

/** A text as the review left it; `id` is the one that was asked for. */
export interface ReviewedText {
  text: ImportedText;
  id: string | null;
}

/** The texts that a review makes of one that was read, in order. */
export const textsOf = (review: Review, read: ImportedText): ReviewedText[] =>
  review.parts.map(({ meta }, index) => {
    const blocks = partBlocks(review, index);
    const own = sameWords(blocks, read.blocks) ? read.body : undefined;
    return {
      id: meta.id,
      text: { blocks, meta: metaOf(read.meta, meta), notes: read.notes, body: own },
    };
  });

/** Whether the source's own words still are those of the blocks. */
const sameWords = (blocks: readonly ImportedBlock[], read: readonly ImportedBlock[]): boolean =>
  blocks.length === read.length &&
  blocks.every(({ text, kind }, i) => text === read[i]?.text && kind === read[i]?.kind);

/** What the review says counts; a field that was emptied does not come back from the source's front matter. */
function metaOf(read: ImportedMeta, { title, speaker, date, source }: ReviewMeta): ImportedMeta {
  const said = { title, speaker, date, source };
  const fields = Object.entries(read.fields ?? {}).filter(
    ([name]) => said[name as keyof typeof said] !== null,
  );
  return { ...read, ...said, fields: Object.fromEntries(fields) };
}
