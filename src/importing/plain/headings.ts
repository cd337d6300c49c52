import type { ImportedBlock } from '../imported.ts';
import { furnitureOf } from '../page/furniture.ts';
import { endsSentence, isProse, wordCount } from '../tidy.ts';
import type { TextBlocks } from './textBlocks.ts';

const LONGEST = 80;
const MOST_WORDS = 12;
/** Titles of chapters are fewer than one block in so many. */
const RARELY = 3;

/**
 * Marks the titles of chapters among the blocks that blank lines part from all others: lines in
 * capitals, or short lines without a full stop between blocks of prose, if there are two of them at
 * least. What recurs names a speaker, not a chapter.
 */
export function withHeadings({ blocks, alone }: TextBlocks): ImportedBlock[] {
  const seen = Map.groupBy(blocks, ({ text }) => text);
  const recurs = ({ text }: ImportedBlock) => (seen.get(text)?.length ?? 0) > 1;
  const isTitle = (one: ImportedBlock, index: number) =>
    alone.has(one) && mayBeTitle(one) && !recurs(one) && isText(blocks[index + 1]);
  const capitals = blocks.filter((one, index) => isTitle(one, index) && isCapitals(one.text));
  const titles = blocks.filter(
    (one, index) => isTitle(one, index) && (index === 0 || isText(blocks[index - 1])),
  );
  const chosen = new Set(capitals.length > 0 ? capitals : titles.length > 1 ? titles : []);
  if (chosen.size * RARELY > blocks.length) return [...blocks];
  return blocks.map(one =>
    chosen.has(one) ? { ...one, kind: 'heading' as const, level: 2 } : one,
  );
}

/** Short, on one line, and neither a sentence nor the beginning of one. */
function mayBeTitle({ kind, text, drop }: ImportedBlock): boolean {
  if (kind !== 'paragraph' || drop !== null || text.includes('\n')) return false;
  if (text.length > LONGEST || wordCount(text) > MOST_WORDS) return false;
  if (/\d:\d\d/.test(text) || furnitureOf(text) !== null) return false;
  return /^[\p{Lu}\p{Lo}\p{N}]/u.test(text) && !endsSentence(text) && !/[:;,…—–-]$/.test(text);
}

/** Words that a title can stand over, or come after. */
const isText = (one: ImportedBlock | undefined): boolean =>
  one !== undefined && (one.kind === 'item' || isProse(one.text) || endsSentence(one.text));

const isCapitals = (text: string): boolean => /\p{Lu}{2}/u.test(text) && !/\p{Ll}/u.test(text);
