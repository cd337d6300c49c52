import type { Stretch } from './columns.ts';
import type { Habits } from './habits.ts';
import type { Line } from './lines.ts';

const SMALL = 0.93;
const MARK = /^\[?(\d{1,3}|[*†‡§¶]{1,2})[\]).]?\s*(?=\S)/;

/** Parts the notes at the foot of a column from its text: small lines of which the first has a mark. */
export function footnotesIn(
  { lines }: Stretch,
  { size }: Habits,
): { body: Line[]; notes: Line[][] } {
  const last = lines.findLastIndex(line => line.size > size * SMALL);
  const small = lines.findIndex((line, index) => index > last && MARK.test(line.text));
  const from = small === -1 ? firstRaised(lines) : small;
  // Small lines alone in a column are a caption or a table.
  if (from === -1 || (last === -1 && from === small)) return { body: lines, notes: [] };
  const notes: Line[][] = [];
  for (const line of lines.slice(from)) {
    const mark = MARK.exec(line.text);
    const isNext = mark !== null && isNextMark(notes.at(-1)?.[0]?.text, mark[1] ?? '');
    if (notes.length === 0 || isNext) notes.push([withMark(line)]);
    else notes.at(-1)?.push(line);
  }
  return { body: lines.slice(0, from), notes };
}

/** Notes as large as the text are known by their raised numbers, if words over them refer to the first. */
function firstRaised(lines: readonly Line[]): number {
  const from = lines.findIndex(({ isNote }) => isNote);
  const mark = /^\[\d+\]/.exec(lines[from]?.text ?? '')?.[0];
  const isReferred = lines
    .slice(0, Math.max(from, 0))
    .some(({ text }) => text.includes(mark ?? ''));
  return mark !== undefined && isReferred ? from : -1;
}

/** Numbers of notes count on; a year at the beginning of a line is none. */
function isNextMark(before: string | undefined, mark: string): boolean {
  const last = Number(/^\[(\d+)\]/.exec(before ?? '')?.[1] ?? Number.NaN);
  return Number.isNaN(last) || Number.isNaN(Number(mark)) || Number(mark) === last + 1;
}

const withMark = (line: Line): Line => ({ ...line, text: line.text.replace(MARK, '[$1] ') });
