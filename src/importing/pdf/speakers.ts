import type { ImportedBlock } from '../imported.ts';

/** A name without the marks of a sentence: up to so many letters. */
const NAME = /^[\p{L}\p{N}][^\n:!?;]{0,58}$/u;

/**
 * Headings that come back over every third paragraph or more often are the names of those who speak in
 * what follows each of them.
 */
export function withSpeakers(blocks: readonly ImportedBlock[]): ImportedBlock[] {
  const names = recurringNames(blocks);
  const result: ImportedBlock[] = [];
  let speaker: string | null = null;
  for (const one of blocks) {
    if (one.drop !== null) result.push(one);
    else if (isName(one, names)) speaker = one.text;
    else {
      result.push(one.kind === 'paragraph' ? { ...one, speaker } : one);
      speaker = null;
    }
  }
  return result;
}

function recurringNames(blocks: readonly ImportedBlock[]): Set<string> {
  const text = blocks.filter(({ drop }) => drop === null);
  const counts = new Map<string, number>();
  for (const [index, one] of text.entries()) {
    if (one.kind !== 'heading' || !NAME.test(one.text)) continue;
    // A title over a title is no name, nor is one at the end.
    const isOverWords = text[index + 1]?.kind === 'paragraph';
    counts.set(one.text, isOverWords ? (counts.get(one.text) ?? 0) + 1 : Number.NEGATIVE_INFINITY);
  }
  const recurring = [...counts].filter(([, count]) => count > 1);
  const total = recurring.reduce((sum, [, count]) => sum + count, 0);
  const paragraphs = text.filter(({ kind }) => kind === 'paragraph').length;
  return new Set(total * 3 >= paragraphs ? recurring.map(([name]) => name) : []);
}

const isName = ({ kind, text }: ImportedBlock, names: ReadonlySet<string>) =>
  kind === 'heading' && names.has(text);
