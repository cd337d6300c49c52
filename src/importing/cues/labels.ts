import type { Speech } from './speech.ts';

/** A line of a cue with what its form says of the speaker. */
export interface Labelled {
  speaker: string | null;
  /** Whether somebody else begins to speak here, named or not. */
  opens: boolean;
  text: string;
}

/** One to five words, each beginning with a capital or a digit, and a colon: 'Ms Smith:', 'Speaker 2:'. */
const WORD = String.raw`[\p{Lu}\p{Lt}\p{Lo}\p{N}][^\s:()\[\]]{0,30}`;
const LABEL = new RegExp(String.raw`^[\[(]?(${WORD}(?: ${WORD}){0,4})[\])]?:(?=\s|$)\s*`, 'u');
/** A dash before a word, or the double chevron of American captions. */
const DASH = /^(?:[-\u2010-\u2015]\s*(?=[\p{L}"'“‘¿¡[(])|-\s+(?=\S))/u;
const CHEVRONS = /^>{2,3}\s*/;

/**
 * Reads dashes, chevrons and `NAME:` at the beginning of lines. A name counts if it is in capitals or
 * recurs, if a third of the lines begin with one and none recurs, or if it is a whole name or a number
 * (`Ben Owen`, `Speaker 2`) where others recur; 'Remember: …' alone is no speaker.
 */
export function labelled(lines: readonly Speech[]): Labelled[] {
  const counts = new Map<string, number>();
  for (const { text } of lines) {
    const name = nameIn(bare(text));
    if (name !== null) counts.set(name, (counts.get(name) ?? 0) + 1);
  }
  const total = [...counts.values()].reduce((sum, count) => sum + count, 0);
  const isShort = total > 1 && counts.size === total && total * 3 >= lines.length;
  const recurs = (name: string) => (counts.get(name) ?? 0) > 1;
  const othersRecur = [...counts.keys()].some(recurs);
  const counting = (name: string) =>
    isShort || name === name.toUpperCase() || recurs(name) || (othersRecur && isWhole(name));
  return lines.map(line => labelledLine(line, counting));
}

function labelledLine({ voice, text }: Speech, counting: (name: string) => boolean): Labelled {
  if (voice !== null) return { speaker: voice, opens: false, text };
  const words = bare(text);
  const name = nameIn(words);
  if (name === null || !counting(name))
    return { speaker: null, opens: words !== text, text: words };
  return { speaker: name, opens: true, text: words.replace(LABEL, '') };
}

/** A first and a last name, or a word and a number. */
const isWhole = (name: string) => /^\S+(?: \S+){1,3}$/.test(name);

const bare = (text: string) => text.replace(CHEVRONS, '').replace(DASH, '');
const nameIn = (text: string) => LABEL.exec(text)?.[1] ?? null;
