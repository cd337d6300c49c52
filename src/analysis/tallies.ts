import { compareText, type Range } from '../model/annotation.ts';
import { coveredBy, type UncertainTag } from '../model/tagged.ts';
import type { Grouping, Tally } from '../model/tally.ts';

/** An annotation with the numbers of its words, half-open, from 0 in its transcript. */
export interface CountedTag {
  id: string;
  theme: string;
  coder: string;
  key: boolean;
  /** Stands for its bounds. */
  passage: string;
  words: Range;
}

/** A transcript as it is counted. */
export interface CountedText {
  id: string;
  /** `2021-07`; `null` for a transcript without a date. */
  month: string | null;
  words: number;
  /** Who says which words, in text order and without gaps; `null` where nobody is named. */
  turns: readonly { speaker: string | null; words: Range }[];
  tags: readonly CountedTag[];
}

interface Piece {
  group: string | null;
  words: Range;
}

/**
 * Counts by one grouping. `groups` are those that have a row in any case, in their order; others follow
 * by code units, what is `null` last. A passage of several speakers counts for each of them.
 */
export function talliesBy(
  grouping: Grouping,
  groups: readonly string[],
  texts: readonly CountedText[],
  uncertain: readonly UncertainTag[],
): Tally[] {
  const rows = new Rows(groups);
  const all = texts.reduce((sum, text) => sum + text.words, 0);
  for (const text of texts) {
    for (const [group, words] of roomOf(text, grouping)) rows.of(group).of += words;
    const byGroup = Map.groupBy(
      text.tags.flatMap(tag => piecesOf(tag, text, grouping).map(piece => ({ tag, ...piece }))),
      piece => piece.group,
    );
    for (const [group, pieces] of byGroup) count(rows.of(group), pieces);
  }
  const months = new Map(texts.map(({ id, month }) => [id, month]));
  for (const tag of uncertain) {
    const group = groupOfUncertain(tag, grouping, months);
    if (group !== undefined) rows.of(group).uncertain++;
  }
  const sorted = rows.inOrder();
  if (grouping === 'theme' || grouping === 'coder') for (const row of sorted) row.of = all;
  return sorted;
}

/** All of it in one row, whose `group` is `null`. */
export function totalOf(texts: readonly CountedText[], uncertain: readonly UncertainTag[]): Tally {
  const total = emptyTally(null);
  for (const { words, tags } of texts) {
    total.of += words;
    count(
      total,
      tags.map(tag => ({ tag, words: tag.words })),
    );
  }
  return { ...total, uncertain: uncertain.length };
}

/** Adds what one transcript has of a group. */
function count(row: Tally, pieces: readonly { tag: CountedTag; words: Range }[]): void {
  if (pieces.length === 0) return;
  const tags = new Set(pieces.map(({ tag }) => tag));
  row.annotations += tags.size;
  row.passages += new Set([...tags].map(({ passage }) => passage)).size;
  row.keys += [...tags].filter(({ key }) => key).length;
  row.texts++;
  row.words += coveredBy(pieces.map(({ words }) => words));
}

/** Whose words a transcript has, and how many. */
function roomOf(text: CountedText, grouping: Grouping): [string | null, number][] {
  if (grouping === 'text') return [[text.id, text.words]];
  if (grouping === 'month') return [[text.month, text.words]];
  if (grouping !== 'speaker') return [];
  return text.turns.map(({ speaker, words }) => [speaker, words.end - words.start]);
}

function piecesOf(tag: CountedTag, text: CountedText, grouping: Grouping): Piece[] {
  if (grouping === 'speaker') return spoken(tag.words, text.turns);
  const group = {
    theme: tag.theme,
    coder: tag.coder,
    text: text.id,
    month: text.month,
  }[grouping];
  return [{ group, words: tag.words }];
}

/** A passage cut where the speakers change. */
function spoken({ start, end }: Range, turns: CountedText['turns']): Piece[] {
  let [low, high] = [0, turns.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((turns[middle]?.words.end ?? 0) > start) high = middle;
    else low = middle + 1;
  }
  const pieces: Piece[] = [];
  for (let at = low; at < turns.length; at++) {
    const turn = turns[at];
    if (!turn || turn.words.start >= end) break;
    const words = { start: Math.max(start, turn.words.start), end: Math.min(end, turn.words.end) };
    pieces.push({ group: turn.speaker, words });
  }
  return pieces;
}

function groupOfUncertain(
  tag: UncertainTag,
  grouping: Grouping,
  months: ReadonlyMap<string, string | null>,
): string | null | undefined {
  if (grouping === 'speaker') return undefined;
  if (grouping === 'month') return months.get(tag.text);
  return tag[grouping];
}

const emptyTally = (group: string | null): Tally => ({
  group,
  annotations: 0,
  passages: 0,
  keys: 0,
  texts: 0,
  words: 0,
  of: 0,
  uncertain: 0,
});

/** The rows there are, made as they are asked for. */
class Rows {
  private readonly known = new Map<string | null, Tally>();
  private readonly first: ReadonlyMap<string | null, number>;

  constructor(groups: readonly string[]) {
    this.first = new Map(groups.map((group, place) => [group, place]));
    for (const group of groups) this.of(group);
  }

  of(group: string | null): Tally {
    const found = this.known.get(group) ?? emptyTally(group);
    this.known.set(group, found);
    return found;
  }

  inOrder(): Tally[] {
    const place = ({ group }: Tally) => this.first.get(group) ?? this.first.size;
    const name = ({ group }: Tally) => group ?? '\uFFFF';
    return [...this.known.values()].sort(
      (a, b) => place(a) - place(b) || compareText(name(a), name(b)),
    );
  }
}
