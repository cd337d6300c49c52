import type { Stretch } from './columns.ts';
import { isEntry } from './contents.ts';
import { edgesFor, endOf, type Habits, labelOf, startOf } from './habits.ts';
import type { Line } from './lines.ts';

const TERMINATOR = /[.!?:…。！？؟۔]["'”’»)\]]*(?:\[\d+\])*$/;
const HYPHEN = /\p{L}[-\u00AD\u2010]$/u;
const BULLET = /^[•◦‣▪●○·∙■□➢\u2022\uF000-\uF0FF]\s*|^[-–—*]\s+(?=\S)/u;
const NUMBER =
  /^(?:\(?(?:\d{1,3}|[a-z]|[ivx]{1,5})[.)]|\(\d{1,3}\)|\d{1,2}(?:\.\d{1,2})+\.?)\s+\S/i;

/** As transcripts of recordings have it before a turn. */
const TIME = /^[[(](?:\d{1,2}:)?\d{1,2}:\d{2}(?:[.,]\d+)?[\])]/;
const ENDING = 24;
const FEWEST_CELLS = 3;
const HALF = 0.6;

export const bulletLength = (text: string): number => BULLET.exec(text)?.[0].length ?? 0;
export const isNumbered = (text: string): boolean => NUMBER.test(text);
/** Whether words end with the sign of a sentence; only their end is looked at, however long they are. */
export const endsSentence = (text: string): boolean => TERMINATOR.test(text.slice(-ENDING));

/** The line before another one, and the paragraph that it is in. */
export interface Before {
  line: Line;
  /** Where the first line of the paragraph begins, and its words. */
  start: number;
  opening: string;
  text: string;
  stretch: Stretch;
}

/** Whether a line begins a new paragraph. `stretch` is the one that it stands in. */
export function beginsParagraph(
  before: Before,
  line: Line,
  stretch: Stretch,
  habits: Habits,
): boolean {
  if (!isAlike(before.line, line)) return true;
  if (bulletLength(line.text) > 0 || isEntry(before.line.text)) return true;
  if (isRow(line) !== isRow(before.line)) return true;
  if (TIME.test(line.text)) return true;
  const label = labelOf(line.text);
  if (label !== null && habits.speakers.has(label)) return true;
  if (isNumbered(line.text) && isListed(before)) return true;
  return before.stretch === stretch
    ? beginsInStretch(before, line, habits)
    : beginsElsewhere(before, line, stretch);
}

/** Whether a line is a row of a table. */
export const isRow = ({ cells }: Line): boolean => cells >= FEWEST_CELLS;

/** Whether an item may follow: after another one, or after words that a list follows. */
const isListed = ({ text, opening }: Before) =>
  endsSentence(text) || /[;,]$/.test(text) || isNumbered(opening) || bulletLength(opening) > 0;

/** Lines of a paragraph are of one size. */
const isAlike = (a: Line, b: Line) => Math.abs(a.size - b.size) <= Math.max(a.size, b.size) * 0.1;

function beginsInStretch(before: Before, line: Line, habits: Habits): boolean {
  const gap = line.y - before.line.y;
  const leading = Math.max(habits.leading, (habits.leading * line.size) / habits.size);
  if (gap > leading * 1.28 + 0.5 || gap < 0) return true;
  if (isRow(line)) return false;
  // Half a word: however short its line is, the paragraph goes on.
  if (HYPHEN.test(before.line.text) && /^\p{Ll}/u.test(line.text)) return false;
  const isTitle = line.size > habits.size * 1.1;
  if (isTitle || isCentred(before.line, line)) return false;
  return isIndented(before, line) || leavesRoom(before, line);
}

/** Lines of different lengths with one middle. */
function isCentred(a: Line, b: Line): boolean {
  const shift = Math.abs(a.x + a.right - b.x - b.right) / 2;
  return shift < 2 && Math.abs(a.x - b.x) > a.size;
}

function isIndented(before: Before, line: Line): boolean {
  const em = line.size * 0.7;
  const shift = startOf(line) - startOf(before.line);
  const isSecond = before.start === startOf(before.line);
  // After a first line that stands further out, the others of a paragraph are all further in.
  if (shift > em) return !(isSecond && hangs(before));
  if (shift < -em) return !isSecond;
  return false;
}

/** Whether a paragraph begins as those do whose other lines stand further in. */
const hangs = ({ text, opening }: Before) =>
  bulletLength(opening) > 0 ||
  isNumbered(opening) ||
  labelOf(opening) !== null ||
  !endsSentence(text);

/** The first word of a line would have had room on the line before: that one was ended on purpose. */
function leavesRoom({ line: last, stretch }: Before, line: Line): boolean {
  const edges = edgesFor(stretch, last);
  const room = edges.end - endOf(last);
  const word = /^\S*/.exec(line.text)?.[0].length ?? 0;
  const width = ((line.right - line.x) * word) / Math.max(1, line.text.length);
  const fits = room > width + line.size * 0.8;
  return fits && (endsSentence(last.text) || room > (edges.end - edges.start) * 0.3);
}

/** At the top of a column or a page a paragraph goes on if nothing says that it ended. */
function beginsElsewhere(before: Before, line: Line, stretch: Stretch): boolean {
  if (HYPHEN.test(before.text.slice(-ENDING))) return false;
  if (/^["'“‘(]?\p{Ll}/u.test(line.text)) return false;
  const isFull = !leavesRoom(before, line);
  if (!endsSentence(before.text)) return !isFull;
  // A page of which half is empty was ended on purpose.
  if (before.line.y < before.stretch.height * HALF) return true;
  const indent = startOf(line) - edgesFor(stretch, line).start;
  return !(isFull && indent < line.size * 0.7);
}
