import { type CountedTag, type CountedText, talliesBy, totalOf } from '../../analysis/tallies.ts';
import { WordIndex } from '../../analysis/wordIndex.ts';
import { coverageOf } from '../../model/coverage.ts';
import type { Fault } from '../../model/fault.ts';
import type { PlacedTag } from '../../model/tagged.ts';
import type { Grouping, Tally } from '../../model/tally.ts';
import { speakersOf } from '../../model/whoSpeaks.ts';
import type { OnProgress } from '../annotations.ts';
import type { Project } from '../project.ts';
import type { LoadedText } from '../texts.ts';
import { type FigureQuery, type FigureText, type FigureTheme, gatherFigures } from './gather.ts';

/** Counts by one grouping, and of all together; each word is counted once. */
export interface Stats {
  rows: Tally[];
  total: Tally;
  themes: readonly FigureTheme[];
  texts: readonly FigureText[];
  faults: Fault[];
}

/** Counts what a query asks for. Throws a Fault for an unknown theme or transcript. */
export async function statsOf(
  project: Project,
  grouping: Grouping,
  query: FigureQuery,
  onProgress?: OnProgress,
): Promise<Stats> {
  const counted: CountedText[] = [];
  const { themes, texts, uncertain, faults } = await gatherFigures(
    project,
    query,
    onProgress,
    (loaded, tags) => counted.push(countedText(loaded, tags)),
  );
  const rows = talliesBy(grouping, groupsOf(grouping, themes, texts), counted, uncertain);
  return { rows, total: totalOf(counted, uncertain), themes, texts, faults };
}

function groupsOf(
  grouping: Grouping,
  themes: readonly FigureTheme[],
  texts: readonly FigureText[],
): string[] {
  if (grouping === 'theme') return themes.map(({ id }) => id);
  return grouping === 'text' ? texts.map(({ id }) => id) : [];
}

function countedText(loaded: LoadedText, tags: readonly PlacedTag[]): CountedText {
  const { transcript, codePoints } = loaded;
  const words = new WordIndex(transcript.text);
  const counted = tags.map(({ id, theme, coder, key, start, end }): CountedTag => {
    const range = { start: codePoints.toUtf16(start), end: codePoints.toUtf16(end) };
    return { id, theme, coder, key, passage: `${start} ${end}`, words: words.touchedBy(range) };
  });
  return {
    id: transcript.id,
    month: /^\d{4}-\d{2}/.exec(transcript.date ?? '')?.[0] ?? null,
    words: words.count,
    turns: turnsOf(loaded, words),
    tags: counted,
  };
}

/** Who says which words: by the turns of the text where it has any, else the speaker of all of it. */
function turnsOf({ transcript }: LoadedText, words: WordIndex): CountedText['turns'] {
  const { names, speaks } = speakersOf(transcript);
  const all = { start: 0, end: words.count };
  if (names.length === 0) return [{ speaker: transcript.speaker, words: all }];
  const turns: CountedText['turns'][number][] = [];
  for (let index = 0; index < speaks.length; index++) {
    if (index > 0 && speaks[index] === speaks[index - 1]) continue;
    const at = transcript.paragraphs.startOf(index);
    const { start } = words.touchedBy({ start: at, end: at + 1 });
    const before = turns.at(-1);
    if (before) before.words.end = start;
    const speaker = names[(speaks[index] ?? 0) - 1] ?? null;
    turns.push({ speaker, words: { start, end: words.count } });
  }
  return turns;
}

/** How far the work on a transcript is. */
export interface TextCoverage {
  id: string;
  title: string;
  paragraphs: number;
  /** Paragraphs with a tag on a part of them. */
  tagged: number;
  /** First and last paragraph of each stretch without a tag, numbers from 1. */
  untagged: [first: number, last: number][];
}

/** What is tagged of each transcript, and what is not. Throws a Fault for an unknown theme or transcript. */
export async function coverage(
  project: Project,
  query: FigureQuery,
  onProgress?: OnProgress,
): Promise<{ texts: TextCoverage[]; uncertain: number; faults: Fault[] }> {
  const { texts, tags, uncertain, faults } = await gatherFigures(project, query, onProgress);
  const byText = Map.groupBy(tags, ({ text }) => text);
  const covered = texts.map(({ id, title, paragraphs }) => ({
    id,
    title,
    paragraphs,
    ...coverageOf(paragraphs, byText.get(id) ?? []),
  }));
  return { texts: covered, uncertain: uncertain.length, faults };
}
