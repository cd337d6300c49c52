import { type Doubt, percent } from '../../model/doubt.ts';
import type { RepairDecision } from '../repairLayer.ts';

/** What is known of a doubtful place, in one line. */
export function reasonOf({ placed: { anchor }, places }: Doubt): string {
  switch (anchor?.kind) {
    case 'similar':
      return `found by likeness only, ${percent(anchor.score)}% alike`;
    case 'ambiguous':
      if (places === 1) return 'one place may be it; it is not like enough';
      return places === 2
        ? 'two places fit about as well; neither is certain'
        : `${places} places fit about as well; none is certain`;
    default:
      return 'its words are not in the text any more';
  }
}

/** How it stands on the page. */
export const STANDING: Readonly<Record<RepairDecision['kind'], string>> = {
  open: '',
  placed: 'placed',
  removed: 'removed',
  kept: 'kept as it is, on purpose',
};

/** How far a passage moved, with what is told beside the shares. */
export function movedWords(moved: number): string {
  if (moved === 0) return 'not at all';
  const count = Math.abs(moved).toLocaleString('en-GB');
  const noun = Math.abs(moved) === 1 ? 'character' : 'characters';
  return `${count} ${noun} ${moved > 0 ? 'on' : 'back'}`;
}

/** The candidates in words: what they are of. */
export function candidatesWords({ placed: { anchor }, candidates, places }: Doubt): string {
  const left = places > candidates.length ? `, ${candidates.length} of them shown` : '';
  if (places === 0) return 'no place is like it';
  const noun = anchor?.kind === 'orphaned' ? 'nearest place' : 'place';
  return `${places} ${noun}${places === 1 ? '' : 's'}${left}`;
}
