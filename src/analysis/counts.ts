import { needsRepair, type Placed, type Range, rangeOf } from '../model/annotation.ts';
import type { Paragraphs } from '../model/paragraphs.ts';
import { coveredBy } from '../model/tagged.ts';

/** How much of one transcript is tagged, and with what. */
export interface TextCounts {
  /** All annotations, memos and those without a place included. */
  annotations: number;
  /** Paragraphs that a themed passage touches whose place can be shown. */
  taggedParagraphs: number;
  /** `taggedParagraphs` as a share of all paragraphs, 0 to 1; 0 for a text that has none. */
  tagged: number;
  /** Annotations for each theme that has any, wherever they are: an orphan is still a tag. */
  byTheme: Map<string, number>;
  /** Annotations that are similar, ambiguous or orphaned and wait for somebody to decide. */
  toRepair: number;
}

/**
 * Counts the annotations of one transcript. `resolve` gives the theme that an id counts for, merges
 * followed. Costs O(a log a + a log p) for a annotations and p paragraphs: no paragraph is visited.
 */
export function countText(
  paragraphs: Paragraphs,
  placed: readonly Placed[],
  resolve: (theme: string) => string,
): TextCounts {
  const themed = placed.filter(one => one.annotation.theme !== null);
  const taggedParagraphs = coveredBy(themed.flatMap(one => paragraphRange(paragraphs, one)));
  return {
    annotations: placed.length,
    taggedParagraphs,
    tagged: paragraphs.count === 0 ? 0 : taggedParagraphs / paragraphs.count,
    byTheme: countThemes(placed, resolve),
    toRepair: placed.filter(needsRepair).length,
  };
}

function countThemes(
  placed: readonly Placed[],
  resolve: (theme: string) => string,
): Map<string, number> {
  const counts = new Map<string, number>();
  for (const { annotation } of placed) {
    if (annotation.theme === null) continue;
    const theme = resolve(annotation.theme);
    counts.set(theme, (counts.get(theme) ?? 0) + 1);
  }
  return counts;
}

/** The indices of the paragraphs that a passage touches, half-open; none for a passage without a place. */
function paragraphRange(paragraphs: Paragraphs, placed: Placed): Range[] {
  const range = rangeOf(placed);
  const touched = range && paragraphs.touchedBy(range.start, range.end);
  return touched ? [{ start: touched.first, end: touched.last + 1 }] : [];
}
