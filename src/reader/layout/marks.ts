import {
  isDoubtful,
  needsRepair,
  type Placed,
  type Range,
  rangeOf,
} from '../../model/annotation.ts';
import { type Codebook, effectiveTheme, type Theme, themeById } from '../../model/codebook.ts';
import type { Transcript } from '../../model/transcript.ts';

/** What is tagged where in one transcript, worked out once for each list of annotations. */
export interface Marked {
  /** By paragraph index from 0, in text order. */
  byParagraph: ReadonlyMap<number, readonly Placed[]>;
  /** Annotations by theme id as stored. */
  counts: ReadonlyMap<string, number>;
  toRepair: number;
}

const worked = new WeakMap<readonly Placed[], Marked>();

export function markedIn(transcript: Transcript, placed: readonly Placed[]): Marked {
  const found = worked.get(placed);
  if (found) return found;
  const byParagraph = new Map<number, Placed[]>();
  const counts = new Map<string, number>();
  let toRepair = 0;
  for (const one of placed) {
    const { theme } = one.annotation;
    if (theme !== null) counts.set(theme, (counts.get(theme) ?? 0) + 1);
    if (needsRepair(one)) toRepair++;
    for (const index of indexes(transcript, rangeOf(one))) {
      const here = byParagraph.get(index);
      if (here) here.push(one);
      else byParagraph.set(index, [one]);
    }
  }
  const marked = { byParagraph, counts, toRepair };
  worked.set(placed, marked);
  return marked;
}

function indexes({ paragraphs }: Transcript, range: Range | null): number[] {
  const touched = range && paragraphs.touchedBy(range.start, range.end);
  return touched
    ? Array.from({ length: touched.last - touched.first + 1 }, (_, i) => touched.first + i)
    : [];
}

/** The annotations that touch a paragraph, by its index from 0. */
export const annotationsAt = (marked: Marked, index: number): readonly Placed[] =>
  marked.byParagraph.get(index) ?? [];

/** How often a theme was used, with what was merged into it. */
export const countOf = (
  counts: ReadonlyMap<string, number>,
  codebook: Codebook,
  id: string,
): number => effectiveCounts(counts, codebook).get(id) ?? 0;

const listed = new WeakMap<Readonly<Record<string, number>>, ReadonlyMap<string, number>>();

/** The same for counts that a transcript's summary has by theme id as stored. */
export function summedCount(
  byTheme: Readonly<Record<string, number>>,
  codebook: Codebook,
  id: string,
): number {
  const counts = listed.get(byTheme) ?? new Map(Object.entries(byTheme));
  listed.set(byTheme, counts);
  return countOf(counts, codebook, id);
}

interface Effective {
  codebook: Codebook;
  counts: ReadonlyMap<string, number>;
}
const summed = new WeakMap<ReadonlyMap<string, number>, Effective>();

/** The counts with merges followed, worked out once for each codebook. */
function effectiveCounts(
  counts: ReadonlyMap<string, number>,
  codebook: Codebook,
): ReadonlyMap<string, number> {
  const found = summed.get(counts);
  if (found?.codebook === codebook) return found.counts;
  const sums = new Map<string, number>();
  for (const [stored, count] of counts) {
    const id = effectiveTheme(codebook, stored);
    sums.set(id, (sums.get(id) ?? 0) + count);
  }
  summed.set(counts, { codebook, counts: sums });
  return sums;
}

/** The first theme of each tagged paragraph, in text order: what the map draws. */
export interface FirstTheme {
  index: number;
  theme: Theme;
}
const firsts = new WeakMap<Marked, { codebook: Codebook; themes: readonly FirstTheme[] }>();

/** Worked out once for a list of annotations and a codebook: it goes through all of them. */
export function firstThemes(marked: Marked, codebook: Codebook): readonly FirstTheme[] {
  const found = firsts.get(marked);
  if (found?.codebook === codebook) return found.themes;
  const themes = [...marked.byParagraph].flatMap(([index, placed]) => {
    const tagged = placed.find(one => one.annotation.theme !== null);
    const theme = tagged && themeById(codebook, tagged.annotation.theme ?? '');
    return theme ? [{ index, theme }] : [];
  });
  firsts.set(marked, { codebook, themes });
  return themes;
}

/** A theme on a paragraph. */
export interface ThemeHere {
  theme: Theme;
  /** Whether a tag with it is the coder's own. */
  own: boolean;
  /** Whether every tag with it was found by likeness only. */
  doubtful: boolean;
}

/**
 * The themes on a paragraph, each once: in the order in which their passages begin, those that begin
 * together in codebook order.
 */
export function themesAt(
  placed: readonly Placed[],
  codebook: Codebook,
  coder: string,
): ThemeHere[] {
  const found = new Map<string, ThemeHere>();
  for (const one of inMarkOrder(placed, codebook)) {
    const { annotation } = one;
    const theme = annotation.theme === null ? undefined : themeById(codebook, annotation.theme);
    if (!theme) continue;
    const own = annotation.coder === coder;
    const doubtful = isDoubtful(one);
    const known = found.get(theme.id) ?? { theme, own, doubtful };
    found.set(theme.id, {
      theme,
      own: known.own || own,
      doubtful: known.doubtful && doubtful,
    });
  }
  return [...found.values()];
}

/** By where passages begin, then by the codebook: the order of ids would look like none. */
export function inMarkOrder(placed: readonly Placed[], { themes }: Codebook): readonly Placed[] {
  const rank = ({ annotation }: Placed) => themes.findIndex(theme => theme.id === annotation.theme);
  const start = (one: Placed) => rangeOf(one)?.start ?? 0;
  return placed.toSorted((a, b) => start(a) - start(b) || rank(a) - rank(b));
}

/** Whether a passage begins in a paragraph: its star and its memo stand on the first one alone. */
export const beginsIn = (placed: Placed, paragraph: Range): boolean => {
  const range = rangeOf(placed);
  return (
    range !== null &&
    range.start >= paragraph.start &&
    range.start < Math.max(paragraph.end, paragraph.start + 1)
  );
};
