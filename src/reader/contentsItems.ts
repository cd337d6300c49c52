import { headingWords } from '../model/paragraphs.ts';
import type { Transcript } from '../model/transcript.ts';
import { speakersOf } from '../model/whoSpeaks.ts';
import { type Fuzzy, fuzzyFind } from './fuzzy.ts';

/** A row of the contents. */
export type ContentsItem =
  /** `index` from 0; `level` of the heading, from 1. */
  | { kind: 'heading'; words: string; index: number; level: number }
  | { kind: 'speaker'; words: string; turns: number };

const known = new WeakMap<Transcript, readonly ContentsItem[]>();

/** Headings in text order, then the speakers in the order of their first turns; found once. */
export function contentsOf(transcript: Transcript): readonly ContentsItem[] {
  const found = known.get(transcript);
  if (found) return found;
  const { names, turns } = speakersOf(transcript);
  const items: ContentsItem[] = [
    ...headingItems(transcript),
    ...names.map((words, i): ContentsItem => ({ kind: 'speaker', words, turns: turns[i] ?? 0 })),
  ];
  known.set(transcript, items);
  return items;
}

function* headingItems({ text, paragraphs }: Transcript): Generator<ContentsItem> {
  for (const index of paragraphs.headings()) {
    const paragraph = paragraphs.at(index);
    const signs = text.slice(paragraph.start, paragraph.wordsStart);
    yield {
      kind: 'heading',
      words: headingWords(text, paragraph),
      index,
      level: signs.split('#').length - 1,
    };
  }
}

/** Those that fit what is typed. */
export const contentsItems = (
  transcript: Transcript,
  typed: string,
): readonly Fuzzy<ContentsItem>[] => fuzzyFind(contentsOf(transcript), item => item.words, typed);
