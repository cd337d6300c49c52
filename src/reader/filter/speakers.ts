import type { Transcript } from '../../model/transcript.ts';

/** Who speaks where in a transcript: found once, however often it is asked for. */
export interface Speakers {
  /** In the order of their first turns. */
  names: readonly string[];
  /** Turns of each. */
  counts: readonly number[];
  /** For each paragraph the place of its speaker in `names`, from 1; 0 where nobody is named. */
  at: Uint32Array;
}

const known = new WeakMap<Transcript, Speakers>();

export function speakersOf(transcript: Transcript): Speakers {
  const found = known.get(transcript);
  if (found) return found;
  const numbers = new Map<string, number>();
  const counts: number[] = [];
  const at = new Uint32Array(transcript.paragraphs.count);
  for (const { index, speaker } of transcript.paragraphs.turns()) {
    const number = numbers.get(speaker) ?? numbers.size + 1;
    numbers.set(speaker, number);
    counts[number - 1] = (counts[number - 1] ?? 0) + 1;
    at[index] = number;
  }
  const speakers = { names: [...numbers.keys()], counts, at };
  known.set(transcript, speakers);
  return speakers;
}
