import type { ImportedBlock } from '../imported.ts';

/** A block with the words in bold that it begins with. */
export interface FoundBlock {
  block: ImportedBlock;
  bold: string;
}

/** One to eight words, the first beginning with a letter or a digit, without the marks of a sentence. */
const NAME = /^[\p{L}\p{N}][^\n:!?;]{0,58}$/u;
const MOST_WORDS = 8;

/**
 * Makes speakers of names in bold: `Ann Lee: …` where the colon is bold or follows at once. A name
 * without a colon counts if it recurs and a third of the paragraphs begin so, for a word in bold may
 * begin any paragraph. A name alone in its paragraph is the speaker of the next one. What is proposed to
 * be left out does not count.
 */
export function speakersOf(found: readonly FoundBlock[]): ImportedBlock[] {
  const bare = recurringNames(found);
  const blocks: ImportedBlock[] = [];
  let next: string | null = null;
  for (const one of found) {
    if (one.block.drop !== null) {
      blocks.push(one.block);
      continue;
    }
    const { block, speaker } = parted(one, bare);
    if (speaker !== null && block.text === '') {
      next = speaker;
      continue;
    }
    const isPlain = block.kind === 'paragraph';
    blocks.push(isPlain ? { ...block, speaker: speaker ?? block.speaker ?? next } : block);
    next = null;
  }
  return blocks;
}

function parted({ block, bold }: FoundBlock, bare: ReadonlySet<string>) {
  const none = { block, speaker: null };
  if (block.kind !== 'paragraph' || bold === '') return none;
  const rest = block.text.slice(bold.length);
  const hasColon = /:\s*$/.test(bold) || /^\s*:/.test(rest);
  const name = bold.replace(/\s*:\s*$/, '');
  if (!isName(name) || !(bare.has(name) || (hasColon && rest !== ''))) return none;
  return { block: { ...block, text: rest.replace(/^\s*:?\s*/, '') }, speaker: name };
}

/** Names in bold without a colon, if they are how this text says who speaks. */
function recurringNames(found: readonly FoundBlock[]): Set<string> {
  const paragraphs = found.filter(({ block }) => block.kind === 'paragraph' && block.drop === null);
  const counts = new Map<string, number>();
  for (const { bold } of paragraphs) {
    const name = bold.replace(/\s*:\s*$/, '');
    if (isName(name)) counts.set(name, (counts.get(name) ?? 0) + 1);
  }
  const recurring = [...counts].filter(([, count]) => count > 1);
  const total = recurring.reduce((sum, [, count]) => sum + count, 0);
  return new Set(total * 3 >= paragraphs.length ? recurring.map(([name]) => name) : []);
}

const isName = (name: string) =>
  NAME.test(name) && name.split(/\s+/).length <= MOST_WORDS && !/[.,]$/.test(name);
