import type { Transcript } from './transcript.ts';

/** Who speaks where in a transcript: found once, however often it is asked for. */
export interface Speakers {
  /** In the order of their first turns. */
  names: readonly string[];
  /** Turns of each, and the paragraphs that these go over. */
  turns: readonly number[];
  paragraphs: readonly number[];
  /** Where turns begin: for each paragraph the place of its speaker in `names`, from 1; else 0. */
  begins: Uint32Array;
  /** Who speaks in each paragraph: a turn goes on over paragraphs without a name, to the next heading. */
  speaks: Uint32Array;
}

const known = new WeakMap<Transcript, Speakers>();

export function speakersOf(transcript: Transcript): Speakers {
  const found = known.get(transcript);
  if (found) return found;
  const numbers = new Map<string, number>();
  const begins = new Uint32Array(transcript.paragraphs.count);
  for (const { index, speaker } of transcript.paragraphs.turns()) {
    const number = numbers.get(speaker) ?? numbers.size + 1;
    numbers.set(speaker, number);
    begins[index] = number;
  }
  const speaks = numbers.size === 0 ? begins : carriedOn(begins, transcript);
  const names = [...numbers.keys()];
  const speakers = {
    names,
    turns: counted(begins, names.length),
    paragraphs: counted(speaks, names.length),
    begins,
    speaks,
  };
  known.set(transcript, speakers);
  return speakers;
}

function carriedOn(begins: Uint32Array, { paragraphs }: Transcript): Uint32Array {
  const speaks = begins.slice();
  const headings = paragraphs.headings();
  let heading = headings.next();
  let speaker = 0;
  for (let index = 0; index < speaks.length; index++) {
    const isHeading = !heading.done && heading.value === index;
    if (isHeading) heading = headings.next();
    speaker = isHeading ? 0 : speaks[index] || speaker;
    speaks[index] = speaker;
  }
  return speaks;
}

/** How often each number from 1 on is in a list. */
function counted(list: Uint32Array, numbers: number): number[] {
  const counts = Array.from({ length: numbers }, () => 0);
  for (const number of list) if (number > 0) counts[number - 1] = (counts[number - 1] ?? 0) + 1;
  return counts;
}
