import type { ImportedBlock } from './imported.ts';

/** What stands before a list item's words unless they begin with its number. */
const NUMBER = /^(?:\(?[\p{L}\p{N}]{1,4}[.)]|\d{1,3}(?:\.\d{1,3})+[.)]?)\s/u;

/**
 * A block as it stands in a transcript: one paragraph of it, `#` before a heading, `- ` before an item,
 * time and speaker before a turn.
 */
export function blockBody(one: ImportedBlock): string {
  const text = one.text.replace(/\n\s*(?=\n)/g, '').trim();
  if (one.kind === 'heading')
    return `${'#'.repeat(Math.max(1, one.level))} ${text.replaceAll('\n', ' ')}`;
  if (one.kind === 'item') {
    const indent = '  '.repeat(Math.max(0, one.level - 1));
    return `${indent}${NUMBER.test(text) ? '' : '- '}${text}`;
  }
  return `${labelBefore(one)}${text}`;
}

function labelBefore({ speaker, time, text }: ImportedBlock): string {
  const named = speaker !== null && !text.startsWith(`${speaker}:`) ? `${speaker}: ` : '';
  return `${time === null ? '' : `[${time}] `}${named}`;
}

/** The kept blocks as the body of a transcript, parted by blank lines, with a line end after the last. */
export const bodyOf = (blocks: readonly ImportedBlock[]): string =>
  `${blocks
    .filter(({ drop }) => drop === null)
    .map(blockBody)
    .join('\n\n')}\n`;
