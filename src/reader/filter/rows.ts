import { type Codebook, effectiveTheme, type Theme } from '../../model/codebook.ts';
import { speakersOf } from '../../model/whoSpeaks.ts';
import { beginsIn, markedIn } from '../layout/marks.ts';
import type { ReaderState, ReadingState } from '../state.ts';
import type { Criterion } from './criteria.ts';

/** A row of the filter's drawer: something to choose by, or whether any or all themes must be there. */
export type FilterRow =
  | { kind: 'criterion'; criterion: Criterion; theme: Theme | null; words: string; count: number }
  | { kind: 'match' };

/** More speakers than this are no list any more; those who say most stay. */
const MOST_SPEAKERS = 100;

/** What there is to choose from in the open transcript, with the number of paragraphs that have it. */
export function filterRows({ codebook }: ReaderState, reading: ReadingState): FilterRow[] {
  const counts = countsIn(reading, codebook);
  const row = (criterion: Criterion, words: string, count: number): FilterRow => ({
    kind: 'criterion',
    criterion,
    theme: null,
    words,
    count,
  });
  const themes: FilterRow[] = codebook.themes
    .filter(({ status, id }) => status === 'active' || (counts.themes.get(id) ?? 0) > 0)
    .filter(({ status }) => status !== 'merged')
    .map(theme => ({
      ...row({ kind: 'theme', name: theme.id }, theme.name, counts.themes.get(theme.id) ?? 0),
      theme,
    }));
  const { hits } = reading.search ?? {};
  return [
    ...themes,
    { kind: 'match' },
    row({ kind: 'untagged' }, 'untagged', counts.untagged),
    row({ kind: 'memo' }, 'with a memo', counts.memo),
    row({ kind: 'key' }, '★ key quotations', counts.key),
    ...(hits ? [row({ kind: 'hits' }, 'hits of the search', paragraphsWith(reading))] : []),
    ...[...counts.coders].map(([name, count]) => row({ kind: 'coder', name }, name, count)),
    ...speakerRows(reading).map(([name, count]) => row({ kind: 'speaker', name }, name, count)),
  ];
}

function speakerRows({ transcript }: ReadingState): [name: string, count: number][] {
  const { names, paragraphs } = speakersOf(transcript);
  const all = names.map((name, i): [string, number] => [name, paragraphs[i] ?? 0]);
  if (all.length <= MOST_SPEAKERS) return all;
  return all.sort(([, a], [, b]) => b - a).slice(0, MOST_SPEAKERS);
}

function paragraphsWith({ transcript: { paragraphs }, search }: ReadingState): number {
  return new Set((search?.hits ?? []).map(hit => paragraphs.indexAt(hit.start))).size;
}

interface Counts {
  themes: ReadonlyMap<string, number>;
  coders: ReadonlyMap<string, number>;
  untagged: number;
  memo: number;
  key: number;
}

const known = new WeakMap<ReadingState['placed'], { codebook: Codebook; counts: Counts }>();

/** Worked out once for a list of annotations: the drawer is drawn with each key. */
function countsIn({ transcript, placed }: ReadingState, codebook: Codebook): Counts {
  const found = known.get(placed);
  if (found?.codebook === codebook) return found.counts;
  const themes = new Map<string, number>();
  const coders = new Map<string, number>();
  const more = (map: Map<string, number>, name: string) => map.set(name, (map.get(name) ?? 0) + 1);
  const { paragraphs } = transcript;
  const headings = paragraphs.headings().reduce(count => count + 1, 0);
  const counts = { themes, coders, untagged: paragraphs.count - headings, memo: 0, key: 0 };
  for (const [index, here] of markedIn(transcript, placed).byParagraph) {
    const paragraph = {
      start: paragraphs.startOf(index),
      end: paragraphs.endOf(index),
    };
    const first = here.filter(one => beginsIn(one, paragraph)).map(one => one.annotation);
    const themed = here.flatMap(({ annotation: { theme } }) => theme ?? []);
    for (const theme of new Set(themed.map(id => effectiveTheme(codebook, id))))
      more(themes, theme);
    for (const coder of new Set(here.map(one => one.annotation.coder))) more(coders, coder);
    counts.untagged -= themed.length > 0 && !paragraphs.isHeading(index) ? 1 : 0;
    counts.memo += first.some(({ memo }) => memo !== null) ? 1 : 0;
    counts.key += first.some(({ key }) => key) ? 1 : 0;
  }
  known.set(placed, { codebook, counts });
  return counts;
}
