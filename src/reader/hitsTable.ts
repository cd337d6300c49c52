import type { ListedHit } from './hitsLayer.ts';
import { themesOfHit } from './hitsList.ts';
import type { ReaderState } from './state.ts';

/** Hits as rows of a table, the heading among them: paragraphs from 1, themes by their ids. */
export const hitsTable = (
  state: ReaderState,
  hits: readonly ListedHit[],
): (string | number | null)[][] => [
  ['text', 'paragraph', 'before', 'match', 'after', 'themes'],
  ...hits.map(hit => [
    hit.text,
    hit.paragraph + 1,
    hit.before,
    hit.match,
    hit.after,
    themesOfHit(state, hit)
      .map(({ id }) => id)
      .join(' '),
  ]),
];
