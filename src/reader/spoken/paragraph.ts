import { type Placed, type Range, rangeOf } from '../../model/annotation.ts';
import { themeById } from '../../model/codebook.ts';
import { headingWords, type Paragraph } from '../../model/paragraphs.ts';
import { visibleLine } from '../../model/visible.ts';
import { annotationsAt, inMarkOrder, markedIn } from '../layout/marks.ts';
import { shorten } from '../layout/width.ts';
import { memosAt } from '../select.ts';
import type { ReaderState, ReadingState } from '../state.ts';
import { counted, sentence } from './words.ts';

const LONGEST_QUOTE = 60;

/** The current paragraph: its number, its words, its tags, its memos, and where a search stands. */
export function paragraphLines(state: ReaderState, reading: ReadingState): string[] {
  const { transcript, place } = reading;
  if (transcript.paragraphs.count === 0) return ['The text is empty.'];
  const paragraph = transcript.paragraphs.at(place.current);
  const marked = markedIn(transcript, reading.placed);
  const here = inMarkOrder(annotationsAt(marked, place.current), state.codebook);
  return [
    numberWords(reading, paragraph),
    textWords(reading, paragraph),
    tagWords(state, reading, paragraph, here),
    ...keyWords(here),
    ...memosAt(reading, marked, place.current).map(one => memoWords(state, one)),
    ...searchWords(reading),
  ];
}

function numberWords({ transcript, place }: ReadingState, paragraph: Paragraph): string {
  const { speaker, time, kind } = paragraph;
  const facts = [
    `Paragraph ${place.current + 1} of ${transcript.paragraphs.count}`,
    kind === 'heading' ? 'heading' : '',
    speaker === null ? '' : `${visibleLine(speaker)} speaks`,
    time === null ? '' : `at ${visibleLine(time)}`,
  ];
  return sentence(facts.filter(Boolean).join(', '));
}

function textWords({ transcript }: ReadingState, paragraph: Paragraph): string {
  const { text } = transcript;
  if (paragraph.kind === 'heading') return sentence(visibleLine(headingWords(text, paragraph)));
  return visibleLine(text.slice(paragraph.wordsStart, paragraph.end)).replace(/\s+/g, ' ').trim();
}

function tagWords(
  state: ReaderState,
  reading: ReadingState,
  paragraph: Paragraph,
  here: readonly Placed[],
): string {
  const tags = here.flatMap(one =>
    one.annotation.theme === null ? [] : [tagName(state, reading, paragraph, one)],
  );
  return tags.length === 0 ? 'No tags.' : sentence(`Tagged: ${[...new Set(tags)].join('; ')}`);
}

/** A theme, with the words that it is on where they are not the whole paragraph, and whose it is. */
function tagName(
  { codebook, coder }: ReaderState,
  { transcript }: ReadingState,
  paragraph: Range,
  placed: Placed,
): string {
  const { annotation, anchor } = placed;
  const name = visibleLine(
    themeById(codebook, annotation.theme ?? '')?.name ?? annotation.theme ?? '',
  );
  const range = rangeOf(placed);
  const isPart = range !== null && (range.start > paragraph.start || range.end < paragraph.end);
  const words = isPart ? visibleLine(transcript.text.slice(range.start, range.end)) : '';
  return [
    name,
    isPart ? ` on “${shorten(words, LONGEST_QUOTE)}”` : '',
    annotation.coder === coder ? '' : `, by ${visibleLine(annotation.coder)}`,
    anchor?.kind === 'similar' ? ', not certain' : '',
  ].join('');
}

const keyWords = (here: readonly Placed[]): string[] =>
  here.some(({ annotation }) => annotation.key) ? ['Key quotation.'] : [];

function memoWords({ coder }: ReaderState, { annotation }: Placed): string {
  const by = annotation.coder === coder ? '' : ` by ${visibleLine(annotation.coder)}`;
  return sentence(`Memo${by}: ${visibleLine(annotation.memo ?? '')}`);
}

function searchWords({ search }: ReadingState): string[] {
  if (!search) return [];
  const words = visibleLine(search.query.words);
  if (search.problem !== null) return [sentence(`Search: ${visibleLine(search.problem)}`)];
  if (search.hits === null) return [];
  if (search.hits.length === 0) return [`No hits for ${words} here.`];
  return [`Hit ${search.here + 1} of ${search.hits.length} for ${words}.`];
}

/** What is read: told when it opens. */
export function openedWords({ transcript, filter }: ReadingState): string[] {
  const { title, speaker, paragraphs } = transcript;
  const by = speaker ? `, ${visibleLine(speaker)}` : '';
  const shown = filter
    ? [`Filter on: ${filter.fitting.length} of ${counted(paragraphs.count, 'paragraph')} fit.`]
    : [];
  return [sentence(`In ${visibleLine(title)}${by}`), ...shown];
}
