import { wordsPattern } from '../model/matching.ts';
import type { ImportedBlock } from './imported.ts';

/** What the user says about which blocks belong to the text. */
export interface Choice {
  /** The first block: its number in the plan, from 1, or words in it. */
  from?: string | undefined;
  /** The last block. */
  to?: string | undefined;
  /** Nothing that is proposed is left out. */
  keepAll?: boolean | undefined;
}

export type Chosen =
  | { kind: 'chosen'; blocks: ImportedBlock[] }
  /** One line: which end was not found. */
  | { kind: 'refused'; reason: string };

/**
 * The blocks with what the user chose. An end that the user sets counts for more than what was
 * proposed: beyond it everything goes, and what was proposed between it and the text stays.
 */
export function choose(blocks: readonly ImportedBlock[], choice: Choice): Chosen {
  const kept = choice.keepAll === true ? blocks.map(one => ({ ...one, drop: null })) : [...blocks];
  const from = placeOf(kept, choice.from, 0);
  if (from === null) return notFound('--from', choice.from);
  const to = placeOf(kept, choice.to, choice.from === undefined ? 0 : from);
  if (to === null) return notFound('--to', choice.to);
  const range = {
    from: choice.from === undefined ? null : from,
    to: choice.to === undefined ? null : to,
  };
  if (range.from !== null && range.to !== null && range.to < range.from)
    return { kind: 'refused', reason: `--to ${choice.to} comes before --from ${choice.from}` };
  return somethingLeft(withEnds(kept, range, ['before --from', 'after --to']));
}

/** The first and the last block of a text as indexes from 0; `null` where that end is as proposed. */
export interface Ends {
  from: number | null;
  to: number | null;
}

/** The blocks with ends that the user sets: beyond them everything goes, with these reasons. */
export function withEnds(
  blocks: readonly ImportedBlock[],
  { from, to }: Ends,
  [before, after]: readonly [before: string, after: string],
): ImportedBlock[] {
  const first = blocks.findIndex(({ drop }) => drop === null);
  const last = blocks.findLastIndex(({ drop }) => drop === null);
  return blocks.map((one, index) => {
    if (from !== null && index < from) return { ...one, drop: before };
    if (to !== null && index > to) return { ...one, drop: after };
    const isRestored = (from !== null && index < first) || (to !== null && index > last);
    const isEnd = index === from || index === to;
    return isRestored || isEnd ? { ...one, drop: null } : one;
  });
}

const somethingLeft = (blocks: ImportedBlock[]): Chosen =>
  blocks.some(({ drop }) => drop === null)
    ? { kind: 'chosen', blocks }
    : { kind: 'refused', reason: 'nothing of it would be left; --keep-all keeps everything' };

const notFound = (option: string, said: string | undefined): Chosen => ({
  kind: 'refused',
  reason: /^\d+$/.test(said ?? '')
    ? `${option} ${said}: it has no such paragraph; --dry-run lists them`
    : `${option} "${said}": no paragraph has these words; --dry-run lists them`,
});

/**
 * The index of a block by its number from 1, or of the first from `start` on with some words in it: the
 * text itself counts before what is proposed to be left out, a running head with the same words say.
 */
function placeOf(
  blocks: readonly ImportedBlock[],
  said: string | undefined,
  start: number,
): number | null {
  if (said === undefined) return 0;
  if (/^\d+$/.test(said))
    return Number(said) >= 1 && Number(said) <= blocks.length ? Number(said) - 1 : null;
  const pattern = wordsPattern(said, { case: 'smart' });
  const has = ({ text }: ImportedBlock, index: number) => {
    if (!pattern || index < start) return false;
    pattern.lastIndex = 0;
    return pattern.test(text);
  };
  const kept = blocks.findIndex((one, index) => one.drop === null && has(one, index));
  const found = kept === -1 ? blocks.findIndex(has) : kept;
  return found === -1 ? null : found;
}
