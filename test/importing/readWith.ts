import type { ImportedBlock, ImportedText, ImportFormat } from '../../src/importing/imported.ts';

/** What a format makes of some bytes; throws with the reason where it refuses them. */
export async function readWith(
  format: ImportFormat,
  bytes: Uint8Array | string,
  name = '',
): Promise<ImportedText> {
  const outcome = await outcomeOf(format, bytes, name);
  if (outcome.kind === 'refused') throw new Error(outcome.reason);
  return outcome.text;
}

/** Why a format refuses some bytes; throws with what it read where it does not. */
export async function refusalOf(format: ImportFormat, bytes: Uint8Array | string): Promise<string> {
  const outcome = await outcomeOf(format, bytes, '');
  if (outcome.kind === 'read') throw new Error(`read: ${JSON.stringify(outcome.text.blocks)}`);
  return outcome.reason;
}

const outcomeOf = (format: ImportFormat, bytes: Uint8Array | string, name: string) =>
  format(typeof bytes === 'string' ? new TextEncoder().encode(bytes) : bytes, {
    name,
    url: null,
    charset: null,
  });

/** Blocks as lines that are easy to compare: `h1 Title`, `¶ words`, `• item`, `[00:00:01] Ann: words`. */
export function linesOf({ blocks }: Pick<ImportedText, 'blocks'>): string[] {
  return blocks.map(one => {
    const time = one.time === null ? '' : `[${one.time}] `;
    const speaker = one.speaker === null ? '' : `${one.speaker}: `;
    const drop = one.drop === null ? '' : ` (${one.drop})`;
    return `${markOf(one)} ${time}${speaker}${one.text}${drop}`;
  });
}

function markOf({ kind, level }: ImportedBlock): string {
  if (kind === 'heading') return `h${level}`;
  if (kind === 'item') return '•'.repeat(level);
  return { paragraph: '¶', table: '▦', note: '※' }[kind];
}

/** The blocks that are not proposed to be left out. */
export const keptOf = ({ blocks }: Pick<ImportedText, 'blocks'>): ImportedBlock[] =>
  blocks.filter(({ drop }) => drop === null);
