import { type Codebook, themeById } from '../model/codebook.ts';
import type { TextSummary, Unreadable } from '../model/library.ts';
import { compareTexts, type LibrarySort } from './librarySort.ts';
import type { ReaderState } from './state.ts';
import { shownDate } from './views/dates.ts';

/** All transcripts, sorted. */
export const sortedTexts = ({ library, librarySort }: ReaderState): readonly TextSummary[] =>
  library.texts.toSorted(compareTexts(librarySort));

/** What the library shows: the transcripts that fit the words that were typed, then files that cannot be read. */
export interface LibraryRows {
  texts: readonly TextSummary[];
  unreadable: readonly Unreadable[];
}

interface Known extends LibraryRows {
  words: string;
  sort: LibrarySort;
  codebook: Codebook;
  from: readonly Unreadable[];
}

const known = new WeakMap<readonly TextSummary[], Known>();

/** The rows in their order; worked out once, for every key and every frame asks. */
export function libraryRows(state: ReaderState): LibraryRows {
  const { library, librarySort: sort, libraryWords: words, codebook } = state;
  const found = known.get(library.texts);
  const isSame = found?.words === words && found.sort === sort && found.codebook === codebook;
  if (isSame && found.from === library.unreadable) return found;
  const wanted = folded(words).split(/\s+/).filter(Boolean);
  const fits = (text: string) => wanted.every(word => text.includes(word));
  const rows: Known = {
    words,
    sort,
    codebook,
    from: library.unreadable,
    texts: sortedTexts(state).filter(text => fits(wordsOf(text, codebook))),
    unreadable: library.unreadable.filter(({ file }) => fits(folded(file))),
  };
  known.set(library.texts, rows);
  return rows;
}

/** What a transcript can be found by: its title, speaker, date as written and as shown, id and themes. */
function wordsOf(text: TextSummary, codebook: Codebook): string {
  const { title, speaker, date, id, byTheme } = text;
  const themes = Object.entries(byTheme).flatMap(([theme, count]) =>
    count > 0 ? (themeById(codebook, theme)?.name ?? theme) : [],
  );
  const when = date === null ? [] : [date, shownDate(date)];
  return folded([title, speaker ?? '', ...when, id, ...themes].join(' \n '));
}

/** Case and accents aside. */
const folded = (words: string): string =>
  words.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase();
