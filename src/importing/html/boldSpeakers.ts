import type { ImportedBlock } from '../imported.ts';

const LONGEST_NAME = 60;
const MOST_WORDS = 6;
/** So many blocks at least of all must begin with a name, as for labels with a colon. */
const SHARE = 1 / 3;

/**
 * Makes speakers of names in bold type at the beginning of blocks, where one of them recurs and at least
 * a third of the blocks have one. `leads` holds the bold words that blocks begin with. A name with a
 * colon is a label already and stays as it stands.
 */
export function withBoldSpeakers(
  blocks: readonly ImportedBlock[],
  leads: ReadonlyMap<ImportedBlock, string>,
): ImportedBlock[] {
  const names = new Map(blocks.map(one => [one, nameIn(one, leads.get(one) ?? '')]));
  const found = [...names.values()].filter(name => name !== null);
  const recurs = new Set(found).size < found.length;
  if (!recurs || found.length < blocks.length * SHARE) return [...blocks];
  return blocks.map(one => {
    const name = names.get(one) ?? null;
    return name === null ? one : { ...one, speaker: name, text: wordsAfter(one.text, name) };
  });
}

function nameIn({ kind, text }: ImportedBlock, lead: string): string | null {
  const name = lead.trim();
  if (kind !== 'paragraph' || name === '' || !text.startsWith(name) || name.endsWith(':'))
    return null;
  if (name.length > LONGEST_NAME || name.split(/\s+/).length > MOST_WORDS || /[.!?]$/.test(name))
    return null;
  const rest = text.slice(name.length);
  return rest.trim() === '' || rest.startsWith(':') ? null : name;
}

const wordsAfter = (text: string, name: string): string =>
  text.slice(name.length).replace(/^\s*[–—-]?\s*/, '');
