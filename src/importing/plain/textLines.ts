import { readLabel } from '../../model/speakers.ts';
import { tidyLine } from '../tidy.ts';

/** A filled line of a plain text. */
export interface TextLine {
  /** Tidied. */
  text: string;
  /** Columns before its first letter. */
  indent: number;
  /** Columns from its beginning to its end, as it was. */
  width: number;
}

/** What the lines of a whole text have in common. */
export interface LineHabits {
  /** The column at which lines were wrapped; `null` where a line is as long as its words. */
  wrapWidth: number | null;
  /** Labels at the beginning of a line that name speakers: they recur. */
  speakers: ReadonlySet<string>;
  /** Every word of a wrapped text, in lower case: a word that a line end parts is known by it. */
  words: ReadonlySet<string>;
}

const TAB = 8;

export function textLine(raw: string): TextLine | null {
  const text = tidyLine(raw);
  if (text === '') return null;
  const untabbed = raw.trimEnd().replaceAll('\t', ' '.repeat(TAB));
  return { text, indent: /^\s*/.exec(untabbed)?.[0].length ?? 0, width: untabbed.length };
}

const BULLET = /^(?:[•◦‣▪●○·∙]\s*|[-*+–—]\s+)(?=\S)/u;
const NUMBER = /^(?:\(?(?:\d{1,3}|[a-zA-Z]|[ivxIVX]{1,4})[.)]|\(\d{1,3}\))\s+(?=\S)/;

/** Length of the mark of a list before a line's words; 0 for a line that is no item. */
export const bulletLength = (line: string): number => BULLET.exec(line)?.[0].length ?? 0;

export const isNumbered = (line: string): boolean => NUMBER.test(line);

/** Wrapped lines are so wide, in columns. */
const NARROWEST = 40;
const WIDEST = 110;
/** So many of the lines that go on must have been full. */
const MOSTLY = 0.85;
const FEWEST = 3;

/** Learns the habits of a text from its blocks of lines. */
export function habitsOf(blocks: readonly (readonly TextLine[])[]): LineHabits {
  const speakers = recurringLabels(blocks);
  const width = wrapWidth(blocks, speakers);
  const words = width === null ? [] : blocks.flat().flatMap(({ text }) => wordsOf(text));
  return { wrapWidth: width, speakers, words: new Set(words) };
}

export const wordsOf = (text: string): string[] =>
  text.toLowerCase().match(/[\p{L}\p{M}]+/gu) ?? [];

/**
 * Lines were wrapped by a program if hardly any had room for the first word of the next one: nobody
 * who ends a line on purpose does so just there.
 */
function wrapWidth(
  blocks: readonly (readonly TextLine[])[],
  speakers: ReadonlySet<string>,
): number | null {
  const widths = blocks.flatMap(lines => lines.map(({ width }) => width)).sort((a, b) => a - b);
  const width = widths.at(-1) ?? 0;
  if (width < NARROWEST || width > WIDEST) return null;
  let [full, all] = [0, 0];
  for (const lines of blocks) {
    for (const [index, line] of lines.entries()) {
      const next = lines[index + 1];
      if (!next || beginsAnew(next.text, speakers)) continue;
      all++;
      if (isFull(line, next, width)) full++;
    }
  }
  return all >= FEWEST && full >= all * MOSTLY ? width : null;
}

/** Whether a line begins an item or a turn, so that the one before it may be as short as it likes. */
const beginsAnew = (line: string, speakers: ReadonlySet<string>): boolean =>
  bulletLength(line) > 0 || isNumbered(line) || hasTime(line) || speakers.has(labelOf(line) ?? '');

/** Whether the first word of the next line had no room; ragged by one long word at most. */
export function isFull(line: TextLine, next: TextLine, width: number): boolean {
  const first = /^\S*/.exec(next.text)?.[0].length ?? 0;
  return line.width + 1 + first > width - SLACK;
}
const SLACK = 3;

/** A name that stands before a colon at the beginning of two lines or more. */
function recurringLabels(blocks: readonly (readonly TextLine[])[]): Set<string> {
  const counts = new Map<string, number>();
  for (const { text } of blocks.flat()) {
    const label = labelOf(text);
    if (label !== null) counts.set(label, (counts.get(label) ?? 0) + 1);
  }
  return new Set([...counts].filter(([, count]) => count > 1).map(([label]) => label));
}

/** The speaker that a line names in front; `null` for a line that names none. */
export function labelOf(line: string): string | null {
  return line.includes(':') ? readLabel(line, 0, line.length).speaker : null;
}

/** Whether a line begins with a time in brackets, as transcripts of recordings have it. */
export const hasTime = (line: string): boolean =>
  line.startsWith('[') && readLabel(line, 0, line.length).time !== null;
