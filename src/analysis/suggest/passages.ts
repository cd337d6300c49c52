import type { Range } from '../../model/annotation.ts';
import type { Match } from './matches.ts';

/** A paragraph in which patterns stand, with its sentences. */
export interface FoundParagraph {
  /** From 0. */
  index: number;
  sentences: readonly Range[];
  /** A heading, or a short line without an end: nothing to tag, but it counts as near. */
  isTitle: boolean;
  matches: readonly Match[];
}

/** Sentences beside each other, each with a match of one theme. */
export interface Passage extends Range {
  paragraph: FoundParagraph;
  /** Its sentences' places in the paragraph, both included. */
  first: number;
  last: number;
  matches: Match[];
}

/** The passages of one theme in a paragraph, without the sentences that are decided. */
export function passagesIn(
  paragraph: FoundParagraph,
  theme: number,
  isDecided: (sentence: Range) => boolean,
): Passage[] {
  if (paragraph.isTitle) return [];
  const passages: Passage[] = [];
  const own = paragraph.matches.filter(match => match.theme === theme);
  for (const [i, sentence] of paragraph.sentences.entries()) {
    const matches = own.filter(match => overlap(match, sentence));
    if (matches.length === 0 || isDecided(sentence)) continue;
    const open = passages.at(-1);
    if (open?.last === i - 1) {
      open.last = i;
      open.end = sentence.end;
      open.matches.push(...matches.filter(match => !open.matches.includes(match)));
    } else passages.push({ ...sentence, paragraph, first: i, last: i, matches });
  }
  return passages;
}

export const overlap = (a: Range, b: Range): boolean => a.start < b.end && b.start < a.end;

/** A match outside a passage, so many sentences after it; before it where negative. */
export interface Neighbour {
  match: Match;
  away: number;
}

/** How many sentences away a match is still near. */
const NEAR = 3;

/** The matches of the passage's theme that stand near it, the nearest first, those before it first. */
export function neighbours(
  passage: Passage,
  theme: number,
  beside: { before: FoundParagraph | null; after: FoundParagraph | null },
): Neighbour[] {
  const { before, after } = beside;
  const { paragraph, first, last } = passage;
  const awayFrom = (place: number) =>
    place < first ? place - first : place > last ? place - last : 0;
  const near = [
    ...placesOf(before, theme, -(before?.sentences.length ?? 0)),
    ...placesOf(paragraph, theme, 0),
    ...placesOf(after, theme, paragraph.sentences.length),
  ].map(({ match, place }) => ({ match, away: awayFrom(place) }));
  return near
    .filter(({ away }) => away !== 0 && Math.abs(away) <= NEAR)
    .sort((a, b) => Math.abs(a.away) - Math.abs(b.away) || a.away - b.away);
}

/** The matches of a theme with the number of their sentence, counted on from `shift`. */
function placesOf(paragraph: FoundParagraph | null, theme: number, shift: number) {
  if (paragraph === null) return [];
  return paragraph.matches
    .filter(match => match.theme === theme)
    .flatMap(match => {
      const at = paragraph.sentences.findIndex(sentence => overlap(sentence, match));
      return at === -1 ? [] : [{ match, place: at + shift }];
    });
}
