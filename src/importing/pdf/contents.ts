import type { ImportedBlock } from '../imported.ts';

/** Points that lead from a title to the number of its page. */
const LEADERS = /(?:\s?[.·…_]){4,}\s*(?=(?:\d{1,4}|[ivxlc]{1,7})\s*$)/i;
const NUMBERED = /\s(?:(\d{1,4})|[ivxlc]{1,7})$/i;
/** Entries without points, chapters say, stand between those with some, so near. */
const NEAR = 3;
const LONGEST = 120;
/** No line ends with so many spaces. */
const ENDING = 12;

/** Whether a line is one of a table of contents. */
export const isEntry = (text: string): boolean =>
  /[\divxlc]\s*$/i.test(text.slice(-ENDING)) && LEADERS.test(text);

/**
 * Proposes to leave a table of contents out: its entries, those without points between them, its title.
 * What was proposed before does not part them.
 */
export function withoutContents(blocks: readonly ImportedBlock[]): ImportedBlock[] {
  const isText = ({ drop }: ImportedBlock) => drop === null;
  const text = withoutEntries(blocks.filter(isText));
  return blocks.map(block => (isText(block) ? (text.shift() ?? block) : block));
}

function withoutEntries(blocks: readonly ImportedBlock[]): ImportedBlock[] {
  const entries = blocks.map(({ text }) => isEntry(text));
  let last: number | null = null;
  return blocks.map((block, index) => {
    const goesOn = last !== null && isShortEntry(block) && pageIn(block) >= last;
    if (entries[index] !== true && !goesOn && !belongs(blocks, entries, index)) {
      last = null;
      return block;
    }
    last = pageIn(block) || last;
    const text = block.text.replace(LEADERS, ' … ');
    return { ...block, kind: 'paragraph', level: 0, text, drop: 'table of contents' };
  });
}

/** Whether a block is an entry without points, or the title over the first entries. */
function belongs(
  blocks: readonly ImportedBlock[],
  entries: readonly boolean[],
  index: number,
): boolean {
  const near = entries.slice(index + 1, index + 1 + NEAR).indexOf(true);
  if (near === -1) return false;
  const next = index + 1 + near;
  const isTitle = blocks[index]?.kind === 'heading' && !entries.slice(0, index).includes(true);
  const between = blocks.slice(isTitle ? index + 1 : index, next);
  return between.every(isShortEntry);
}

const isShortEntry = ({ text }: ImportedBlock) => NUMBERED.test(text) && text.length < LONGEST;

/** The page that an entry leads to; 0 for a Roman number and for none. */
const pageIn = ({ text }: ImportedBlock) => Number(NUMBERED.exec(text)?.[1] ?? 0);
