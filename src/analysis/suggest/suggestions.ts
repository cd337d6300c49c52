import type { Range } from '../../model/annotation.ts';
import type { Theme } from '../../model/codebook.ts';
import type { Paragraph, Paragraphs } from '../../model/paragraphs.ts';
import { sentencesOf } from '../../model/sentences.ts';
import type { PatternProblem, Suggestion } from '../../model/suggestion.ts';
import { type Exclusion, exclusionsOf, objections } from './exclusions.ts';
import { type Matcher, matcherOf, matchesIn } from './matches.ts';
import { type FoundParagraph, neighbours, overlap, type Passage, passagesIn } from './passages.ts';
import { compilePatterns } from './patterns.ts';
import { reasonsOf, scoreOf } from './reasons.ts';
import { type Stemmer, stemmerFor, wordsIn } from './words.ts';

/** What themes look for in texts of one language. */
export interface Search {
  themes: readonly { id: string; exclusions: readonly Exclusion[] }[];
  matcher: Matcher;
  stemmer: Stemmer;
  problems: PatternProblem[];
}

/** Makes themes ready to be looked for. `language` is the text's, as its front matter has it. */
export function searchFor(themes: readonly Theme[], language: string | null): Search {
  const stemmer = stemmerFor(language);
  const compiled = themes.map(theme => compilePatterns(theme, stemmer));
  return {
    themes: themes.map(theme => ({ id: theme.id, exclusions: exclusionsOf(theme, stemmer) })),
    matcher: matcherOf(
      compiled.map(one => one.compiled),
      stemmer,
    ),
    stemmer,
    problems: compiled.flatMap(one => one.problems),
  };
}

export interface SearchedText {
  text: string;
  paragraphs: Paragraphs;
  /** By theme: ranges that are tagged with it or were rejected; UTF-16, half-open. */
  decided: ReadonlyMap<string, readonly Range[]>;
}

/** So many UTF-16 units are looked through between two pauses: a few milliseconds. */
const PAUSE_EVERY = 16_384;

/**
 * The passages of a text that match the themes' patterns and are not decided, best first: sentences
 * with a match, those beside each other as one. Titles are no passages. Pauses (yields) now and then,
 * so that whoever draws a screen can do so in between; linear in the text.
 */
export function* suggestionsIn(
  search: Search,
  subject: SearchedText,
): Generator<undefined, Suggestion[]> {
  const found = new Map<number, FoundParagraph>();
  let since = 0;
  for (let index = 0; index < subject.paragraphs.count; index++) {
    const paragraph = subject.paragraphs.at(index);
    const one = searchParagraph(search, subject.text, paragraph);
    if (one) found.set(index, one);
    since += paragraph.end - paragraph.start;
    if (since < PAUSE_EVERY) continue;
    since = 0;
    yield;
  }
  const suggestions: Suggestion[] = [];
  for (const theme of search.themes.keys()) {
    suggestions.push(...ofTheme(search, subject, found, theme));
    yield;
  }
  return suggestions.sort((a, b) => b.score - a.score || a.start - b.start || a.end - b.end);
}

function searchParagraph(
  search: Search,
  text: string,
  paragraph: Paragraph,
): FoundParagraph | null {
  const stretch = { start: paragraph.wordsStart, end: paragraph.end };
  const words = wordsIn(text, stretch, search.stemmer);
  const matches = matchesIn(search.matcher, text, stretch, words);
  if (matches.length === 0) return null;
  return {
    index: paragraph.n - 1,
    sentences: sentencesOf(text, stretch),
    isTitle: isTitle(text, paragraph, words.length),
    matches,
  };
}

/** A line of so many words at most that ends without a sign for it is a title, whoever wrote it. */
const LONGEST_TITLE = 12;

function isTitle(text: string, { kind, wordsStart, end }: Paragraph, words: number): boolean {
  if (kind !== 'paragraph') return kind === 'heading';
  if (words > LONGEST_TITLE) return false;
  return !/[\p{Sentence_Terminal}…:;]["'”’»)\]]*\s*$/u.test(text.slice(wordsStart, end));
}

function ofTheme(
  search: Search,
  { text, decided }: SearchedText,
  found: ReadonlyMap<number, FoundParagraph>,
  theme: number,
): Suggestion[] {
  const id = search.themes[theme]?.id ?? '';
  const isDecided = decidedIn(decided.get(id) ?? []);
  const all = found.values().flatMap(paragraph => passagesIn(paragraph, theme, isDecided));
  return Array.from(all, passage => {
    const { index } = passage.paragraph;
    const beside = { before: found.get(index - 1) ?? null, after: found.get(index + 1) ?? null };
    const near = neighbours(passage, theme, beside);
    return suggestion(search, text, theme, passage, near);
  });
}

/** Whether a sentence touches one of the ranges; costs a step a range only where they overlap each other. */
function decidedIn(ranges: readonly Range[]): (sentence: Range) => boolean {
  const sorted = ranges.toSorted((a, b) => a.start - b.start);
  return sentence => sorted.some(range => overlap(range, sentence));
}

function suggestion(
  search: Search,
  text: string,
  theme: number,
  passage: Passage,
  near: ReturnType<typeof neighbours>,
): Suggestion {
  const { start, end, first, last, matches } = passage;
  const { id = '', exclusions = [] } = search.themes[theme] ?? {};
  const against = objections(exclusions, wordsIn(text, { start, end }, search.stemmer));
  return {
    theme: id,
    start,
    end,
    sentences: last - first + 1,
    score: scoreOf(matches, near, against.length),
    because: reasonsOf(text, matches, near),
    against,
  };
}
