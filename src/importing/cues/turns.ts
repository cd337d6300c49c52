import type { ImportedBlock } from '../imported.ts';
import { clockTime } from './cue.ts';
import { labelled } from './labels.ts';
import type { Shown } from './rolling.ts';

/** A silence of so many milliseconds parts two paragraphs. */
const PAUSE = 2000;
/** A turn longer than this is parted at the next end of a sentence, and at the latest at the second length. */
const LONG = 800;
const LONGEST = 2000;

interface Turn {
  speaker: string | null;
  start: number;
  end: number;
  words: string;
}

/**
 * Cues as turns, each with the time at which it begins: a new one where the voice changes, a name or a
 * dash stands before the words, or there is a pause, and where a turn grows too long to be one paragraph.
 * After a pause nobody is taken for the speaker who is not named.
 */
export function turnsOf(cues: readonly Shown[]): ImportedBlock[] {
  const lines = labelled(cues.flatMap(cue => cue.lines));
  const turns: Turn[] = [];
  let index = 0;
  for (const { start, end, lines: shown } of cues) {
    const last = turns.at(-1);
    // What is shown again is still being said.
    if (shown.length === 0 && last && start - last.end < PAUSE) last.end = Math.max(last.end, end);
    for (const _ of shown) {
      const line = lines[index++];
      if (line) place(turns, { ...line, start, end });
    }
  }
  return turns.filter(({ words }) => words !== '').map(blockOf);
}

type Line = ReturnType<typeof labelled>[number] & { start: number; end: number };

function place(turns: Turn[], line: Line): void {
  const last = turns.at(-1);
  const { speaker, start, end, text } = line;
  const goesOn = last !== undefined && !isNew(last, line);
  if (goesOn && !isFull(last.words)) {
    last.words = [last.words, text].filter(Boolean).join(' ');
    last.end = Math.max(last.end, end);
  } else {
    turns.push({ speaker: goesOn ? last.speaker : speaker, start, end, words: text });
  }
}

function isNew(last: Turn, { speaker, opens, start }: Line): boolean {
  if (opens && (speaker === null || speaker !== last.speaker)) return true;
  if (speaker !== null && speaker !== last.speaker) return true;
  return start - last.end >= PAUSE;
}

const isFull = (words: string) =>
  words.length > LONGEST || (words.length > LONG && /[.?!…。？！]["'”’)\]]*$/.test(words));

function blockOf({ speaker, start, words }: Turn): ImportedBlock {
  const time = clockTime(start);
  return { kind: 'paragraph', level: 0, text: words, speaker, time, page: null, drop: null };
}
