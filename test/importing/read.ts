import type { ImportedText, ImportFormat } from '../../src/importing/imported.ts';

/** What a reader makes of a text or of bytes. Throws where it refuses. */
export async function readWith(
  format: ImportFormat,
  source: string | Uint8Array,
  name = '',
): Promise<ImportedText> {
  const bytes = typeof source === 'string' ? new TextEncoder().encode(source) : source;
  const outcome = await format(bytes, { name, url: null, charset: null });
  if (outcome.kind === 'refused') throw new Error(outcome.reason);
  return outcome.text;
}

/** The words of the blocks that are kept. */
export const kept = ({ blocks }: Pick<ImportedText, 'blocks'>): string[] =>
  blocks.filter(({ drop }) => drop === null).map(({ text }) => text);

/** The words of the blocks that are proposed to be left out, with the reasons. */
export const dropped = ({ blocks }: Pick<ImportedText, 'blocks'>): [string, string][] =>
  blocks.flatMap(({ text, drop }) => (drop === null ? [] : [[text, drop] as [string, string]]));

/** The same without any white space: what is compared where only the words count. */
export const squeezed = (text: string): string => text.replace(/\s+/g, '');
