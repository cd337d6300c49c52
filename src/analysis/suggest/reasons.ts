import type { Because } from '../../model/suggestion.ts';
import type { Match } from './matches.ts';
import type { Neighbour } from './passages.ts';

/** A second match of the same pattern says less than the first, a fourth nothing more. */
const AGAIN = 0.4;
const MOST_AGAIN = 3;
/** A match one sentence away says a third of one in the passage, further ones less, and all of them so much at most. */
const NEARBY = 0.35;
const MOST_NEARBY = 1;
const AGAINST = 1;

/** What speaks for a passage: its own matches by pattern, then the nearest other pattern. */
export function reasonsOf(
  text: string,
  matches: readonly Match[],
  near: readonly Neighbour[],
): Because[] {
  const groups = Map.groupBy(matches, match => match.pattern);
  const inside: Because[] = Array.from(groups, ([pattern, all]) => ({
    kind: 'pattern',
    pattern,
    words: wordsOf(text, all[0]),
    count: all.length,
  }));
  const other = near.find(({ match }) => !groups.has(match.pattern)) ?? near[0];
  if (!other) return inside;
  const { match, away } = other;
  const words = wordsOf(text, match);
  return [...inside, { kind: 'near', pattern: match.pattern, words, away }];
}

const wordsOf = (text: string, match: Match | undefined): string =>
  text.slice(match?.start, match?.end).replace(/\s+/g, ' ');

/** What a passage weighs, to two decimals. */
export function scoreOf(
  matches: readonly Match[],
  near: readonly Neighbour[],
  objections: number,
): number {
  let score = 0;
  for (const all of Map.groupBy(matches, match => match.pattern).values())
    score += (all[0]?.weight ?? 0) * (1 + AGAIN * Math.min(all.length - 1, MOST_AGAIN));
  const nearby = near.reduce(
    (sum, { match, away }) => sum + (NEARBY * match.weight) / Math.abs(away),
    0,
  );
  score += Math.min(nearby, MOST_NEARBY) - AGAINST * objections;
  return Math.round(score * 100) / 100;
}
