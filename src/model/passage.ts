import { type Placed, rangeOf } from './annotation.ts';
import type { Transcript } from './transcript.ts';

/** An annotation with what it takes to show its passage outside its transcript. */
export interface Passage {
  placed: Placed;
  /** The transcript's title. */
  title: string;
  /** Index of the first paragraph, from 0; `null` where the place is not certain. */
  paragraph: number | null;
  /** Index of the last one; `null` where the place is not certain. */
  lastParagraph: number | null;
  /** The words as they are in the text now, else as they were stored; empty for a memo on the whole text. */
  quote: string;
}

/** An annotation on a transcript as a passage. */
export function passageOf({ title, text, paragraphs }: Transcript, placed: Placed): Passage {
  const range = rangeOf(placed);
  return range
    ? {
        placed,
        title,
        paragraph: paragraphs.indexAt(range.start),
        lastParagraph: paragraphs.indexAt(Math.max(range.start, range.end - 1)),
        quote: text.slice(range.start, range.end),
      }
    : {
        placed,
        title,
        paragraph: null,
        lastParagraph: null,
        quote: placed.annotation.selector?.exact ?? '',
      };
}
