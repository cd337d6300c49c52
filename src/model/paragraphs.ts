import { readLabel, SpeakerRule } from './speakers.ts';

export type ParagraphKind = 'paragraph' | 'heading' | 'turn';

/** A numbered block of a text. Offsets are UTF-16, half-open, and include label and time. */
export interface Paragraph {
  /** From 1. */
  n: number;
  kind: ParagraphKind;
  start: number;
  end: number;
  /** Where the words begin, after a heading's `#` or a turn's label and time. */
  wordsStart: number;
  speaker: string | null;
  time: string | null;
}

const HEADING = /[ ]{0,3}(#{1,6})(?=[ \t\n]|$)[ \t]*/y;

/**
 * The paragraphs of a text: blocks parted by blank lines (white space alone, NBSP included), or the
 * single lines of a text that has no blank line between its first and its last. A Markdown `#` line
 * is a paragraph of its own. Only the bounds are kept, so a million paragraphs cost 8 MB; what a
 * paragraph is gets read when it is asked for.
 */
export class Paragraphs {
  readonly count: number;
  private readonly text: string;
  private readonly starts: Uint32Array;
  private readonly ends: Uint32Array;
  private readonly labelsAreSpeakers: boolean;

  constructor(text: string) {
    const lines = filledLines(text);
    const { starts, ends } = lines.gaps.includes(1) ? blocksOf(text, lines) : lines;
    this.text = text;
    this.starts = Uint32Array.from(starts);
    this.ends = Uint32Array.from(ends);
    this.count = this.starts.length;
    this.labelsAreSpeakers = this.findSpeakers();
  }

  /** The paragraph with the given index, from 0. Throws a RangeError outside 0…count-1. */
  at(index: number): Paragraph {
    const start = this.starts[index];
    const end = this.ends[index];
    if (start === undefined || end === undefined) throw new RangeError(`no paragraph ${index + 1}`);
    const hashes = headingLength(this.text, start);
    if (hashes > 0) return this.heading(index, start, end, hashes);
    const label = readLabel(this.text, start, end);
    const speaks = label.speaker !== null && (label.time !== null || this.labelsAreSpeakers);
    const length = speaks || (label.time !== null && label.speaker === null) ? label.length : 0;
    return {
      n: index + 1,
      kind: speaks ? 'turn' : 'paragraph',
      start,
      end,
      wordsStart: start + length,
      speaker: speaks ? label.speaker : null,
      time: label.time,
    };
  }

  /** Where a paragraph begins, by its index; 0 outside 0…count-1. Costs nothing, unlike `at`. */
  startOf(index: number): number {
    return this.starts[index] ?? 0;
  }

  /** Where it ends. */
  endOf(index: number): number {
    return this.ends[index] ?? 0;
  }

  /** The first heading of the text. */
  firstHeading(): Paragraph | null {
    const index = this.starts.findIndex(start => headingLength(this.text, start) > 0);
    return index === -1 ? null : this.at(index);
  }

  /** The index of the paragraph that holds `offset`, else of the last one that begins before it; 0 at least. */
  indexAt(offset: number): number {
    let low = 0;
    let high = this.count - 1;
    while (low < high) {
      const middle = (low + high + 1) >> 1;
      if ((this.starts[middle] ?? 0) <= offset) low = middle;
      else high = middle - 1;
    }
    return Math.max(low, 0);
  }

  /** First and last index (both included) of the paragraphs that a range touches; `null` if none. */
  touchedBy(start: number, end: number): { first: number; last: number } | null {
    if (this.count === 0) return null;
    let first = this.indexAt(start);
    if ((this.ends[first] ?? 0) <= start && end > start) first++;
    const last = this.indexAt(Math.max(start, end - 1));
    const begins = this.starts[first];
    return begins === undefined || first > last || begins >= Math.max(end, start + 1)
      ? null
      : { first, last };
  }

  /** Whether a paragraph is a heading; costs a look at its first characters. */
  isHeading(index: number): boolean {
    return headingLength(this.text, this.starts[index] ?? 0) > 0;
  }

  /** The indexes of the headings, in text order. Costs a look at each first character. */
  *headings(): Generator<number> {
    for (let index = 0; index < this.count; index++)
      if (headingLength(this.text, this.starts[index] ?? 0) > 0) yield index;
  }

  /** The speaker turns, in text order. Blocks without a colon cost next to nothing. */
  *turns(): Generator<{ index: number; speaker: string }> {
    for (const index of this.withColon()) {
      const { speaker } = this.at(index);
      if (speaker !== null) yield { index, speaker };
    }
  }

  private heading(index: number, start: number, end: number, hashes: number): Paragraph {
    return {
      n: index + 1,
      kind: 'heading',
      start,
      end,
      wordsStart: Math.min(start + hashes, end),
      speaker: null,
      time: null,
    };
  }

  private findSpeakers(): boolean {
    const rule = new SpeakerRule();
    for (const index of this.withColon()) {
      const start = this.starts[index] ?? 0;
      if (headingLength(this.text, start) === 0)
        rule.see(readLabel(this.text, start, this.ends[index] ?? start));
    }
    return rule.holds(this.count);
  }

  /** Most blocks have no colon at all: one search through the text spares a million small ones. */
  private *withColon(): Generator<number> {
    let colon = -1;
    for (let index = 0; index < this.count; index++) {
      const start = this.starts[index] ?? 0;
      if (colon < start) colon = this.text.indexOf(':', start);
      if (colon === -1) return;
      if (colon < (this.ends[index] ?? start)) yield index;
    }
  }
}

interface Lines {
  starts: number[];
  ends: number[];
  /** 1 where a blank line stands before the line and another filled line before that. */
  gaps: number[];
}

/** The lines that are not blank. */
function filledLines(text: string): Lines {
  const lines: Lines = { starts: [], ends: [], gaps: [] };
  let gap = 0;
  for (let start = 0; start < text.length; ) {
    const found = text.indexOf('\n', start);
    const end = found === -1 ? text.length : found;
    if (isBlank(text, start, end)) gap = lines.starts.length > 0 ? 1 : 0;
    else {
      lines.starts.push(start);
      lines.ends.push(end);
      lines.gaps.push(gap);
      gap = 0;
    }
    start = end + 1;
  }
  return lines;
}

function blocksOf(text: string, lines: Lines): { starts: number[]; ends: number[] } {
  const starts: number[] = [];
  const ends: number[] = [];
  let afterHeading = true;
  for (let i = 0; i < lines.starts.length; i++) {
    const start = lines.starts[i] ?? 0;
    const isHeading = headingLength(text, start) > 0;
    if (lines.gaps[i] === 1 || isHeading || afterHeading) starts.push(start);
    else ends.pop();
    ends.push(lines.ends[i] ?? start);
    afterHeading = isHeading;
  }
  return { starts, ends };
}

const WHITE = /\s/;

function isBlank(text: string, start: number, end: number): boolean {
  for (let i = start; i < end; i++) {
    const unit = text.charCodeAt(i);
    if (unit === 32 || (unit >= 9 && unit <= 13)) continue;
    if (unit < 128 || !WHITE.test(text[i] ?? '')) return false;
  }
  return true;
}

/** Length of a heading's `#` signs and the spaces around them at `start`; 0 where there is no heading. */
function headingLength(text: string, start: number): number {
  const unit = text.charCodeAt(start);
  if (unit !== 35 && unit !== 32) return 0;
  HEADING.lastIndex = start;
  return HEADING.exec(text)?.[0].length ?? 0;
}

/** A heading's words without the closing `#` signs that Markdown allows. */
export function headingWords(text: string, paragraph: Paragraph): string {
  return text
    .slice(paragraph.wordsStart, paragraph.end)
    .trimEnd()
    .replace(/(?:^|[ \t])#+$/, '')
    .trim();
}

const WINDOW = 65_536;
const WORD = /\S+/g;

/** How many runs of characters that are not white space stand in the text, as `wc -w` counts. */
export function countWords(text: string): number {
  let words = 0;
  for (let start = 0; start < text.length; start += WINDOW) {
    const part = text.slice(start, start + WINDOW);
    words += part.match(WORD)?.length ?? 0;
    // A word that goes over the window's edge was counted in both.
    if (start > 0 && !WHITE.test(text[start - 1] ?? ' ') && !WHITE.test(part[0] ?? ' ')) words--;
  }
  return words;
}
