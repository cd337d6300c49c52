import { compareText } from '../model/annotation.ts';
import { foldName } from '../model/codebook.ts';
import { byDate, type TextSummary } from '../model/library.ts';

/** How the library is sorted; what is equal stands by date. */
export type LibrarySort = 'date' | 'title' | 'tagged' | 'annotations' | 'repair';

/** In the order of the key that goes round. */
const SORTS: readonly LibrarySort[] = ['date', 'title', 'tagged', 'annotations', 'repair'];

export const nextSort = (sort: LibrarySort): LibrarySort =>
  SORTS[(SORTS.indexOf(sort) + 1) % SORTS.length] ?? 'date';

export const SORT_WORDS: Readonly<Record<LibrarySort, string>> = {
  date: 'by date',
  title: 'by title',
  tagged: 'least tagged first',
  annotations: 'most tags first',
  repair: 'most to repair first',
};

const COMPARE: Readonly<Record<LibrarySort, (a: TextSummary, b: TextSummary) => number>> = {
  date: () => 0,
  title: (a, b) => compareText(foldName(a.title), foldName(b.title)),
  tagged: (a, b) => a.tagged - b.tagged,
  annotations: (a, b) => b.annotations - a.annotations,
  repair: (a, b) => b.toRepair - a.toRepair,
};

/** The order of two transcripts. */
export const compareTexts =
  (sort: LibrarySort) =>
  (a: TextSummary, b: TextSummary): number =>
    COMPARE[sort](a, b) || byDate(a, b);
