import { block, type ImportedBlock } from '../imported.ts';
import { endsSentence, isProse } from '../tidy.ts';
import {
  bulletLength,
  habitsOf,
  hasTime,
  isFull,
  isNumbered,
  type LineHabits,
  labelOf,
  type TextLine,
  textLine,
} from './textLines.ts';

/** A line longer than this was not wrapped: where it ends, a paragraph may end. */
const UNWRAPPED = 120;
/** So many of the lines must be sentences before each of them is a paragraph. */
const MOSTLY = 0.8;
const HASHES = /^(?<hashes>#{1,6})\s+(?<words>.+)$/;

/** The blocks of a text, and those of them that blank lines part from all others. */
export interface TextBlocks {
  blocks: ImportedBlock[];
  alone: ReadonlySet<ImportedBlock>;
}

/**
 * The blocks of a plain text with LF line ends: parted by blank lines, wrapped lines joined, and each
 * turn of a speaker, item of a list and `#` line one of its own. A form feed begins a page; pages are
 * counted from 1.
 */
export function textBlocks(text: string): TextBlocks {
  const pages = text.split('\f');
  const isExamined = asksAndAnswers(text);
  const groups = pages.flatMap((page, index) =>
    lineGroups(page, isExamined).map(lines => ({
      lines,
      page: pages.length > 1 ? String(index + 1) : null,
    })),
  );
  const habits = habitsOf(groups.map(({ lines }) => lines));
  const isFlat = groups.length === 1 && habits.wrapWidth === null;
  const found = groups.map(({ lines, page }) =>
    blocksOf(lines, habits, isFlat).map(made => ({ ...made, page })),
  );
  const single = isFlat ? [] : found.filter(blocks => blocks.length === 1);
  return { blocks: found.flat(), alone: new Set(single.flat()) };
}

/** Courts have `Q.` and `A.` before questions and answers: there they are no numbers of a list. */
const asksAndAnswers = (text: string): boolean =>
  (text.match(/^\s*Q\.\s/gm)?.length ?? 0) > 1 && (text.match(/^\s*A\.\s/gm)?.length ?? 0) > 1;

/** The filled lines between blank ones; where `isExamined`, `Q.` is a label as `Q:` is. */
function lineGroups(page: string, isExamined: boolean): TextLine[][] {
  const groups: TextLine[][] = [[]];
  for (const raw of page.split('\n')) {
    const line = textLine(isExamined ? raw.replace(/^(\s*[QA])\.(?=\s)/, '$1:') : raw);
    if (line) groups.at(-1)?.push(line);
    else if (groups.at(-1)?.length !== 0) groups.push([]);
  }
  return groups.filter(lines => lines.length > 0);
}

/** `isFlat`: there is no blank line in the whole text, so that each line is a paragraph. */
function blocksOf(
  lines: readonly TextLine[],
  habits: LineHabits,
  isFlat: boolean,
): ImportedBlock[] {
  const eachLine = isFlat || areParagraphs(lines);
  const group = groupOf(lines, habits);
  const parts: TextLine[][] = [];
  for (const [index, line] of lines.entries()) {
    const before = lines[index - 1];
    const isNew =
      (eachLine && !goesOn(before, line, group)) || !before || begins(line, before, group);
    if (isNew) parts.push([line]);
    else parts.at(-1)?.push(line);
  }
  return parts.map(part => blockOf(part, habits));
}

/** Whether a turn goes on in the next line, which begins in the middle of a sentence. */
function goesOn(before: TextLine | undefined, line: TextLine, { speakers }: LineHabits): boolean {
  const isHalf = before !== undefined && !endsSentence(before.text) && /^\p{Ll}/u.test(line.text);
  return isHalf && speakers.size > 0 && !/[:;]$/.test(before.text);
}

/** Lines too long to have been wrapped, nearly all of them sentences. */
function areParagraphs(lines: readonly TextLine[]): boolean {
  const sentences = lines.filter(({ text }) => endsSentence(text) || isProse(text)).length;
  return lines.some(({ width }) => width > UNWRAPPED) && sentences >= lines.length * MOSTLY;
}

/** What the lines between two blank ones have in common, and all lines of the text. */
interface Group extends LineHabits {
  usualIndent: number;
  /** Whether several of the lines begin with a number. */
  isList: boolean;
}

const groupOf = (lines: readonly TextLine[], habits: LineHabits): Group => ({
  ...habits,
  usualIndent: lines.reduce((least, { indent }) => Math.min(least, indent), Number.MAX_VALUE),
  isList: lines.filter(({ text }) => isNumbered(text)).length > 1,
});

/** Whether a line begins something of its own, though no blank line stands before it. */
function begins(line: TextLine, before: TextLine, group: Group): boolean {
  if (HASHES.test(line.text) || HASHES.test(before.text)) return true;
  if (hasTime(line.text) || bulletLength(line.text) > 0) return true;
  const label = labelOf(line.text);
  if (label !== null && group.speakers.has(label)) return true;
  if (isNumbered(line.text)) return group.isList;
  return (
    group.wrapWidth !== null && beginsWrapped(line, before, group.usualIndent, group.wrapWidth)
  );
}

/** In wrapped text: an indent, or a line before it that ended early with the end of a sentence. */
function beginsWrapped(line: TextLine, before: TextLine, usual: number, width: number): boolean {
  const isIndented = line.indent >= usual + 2 && before.indent === usual;
  return isIndented || (endsSentence(before.text) && !isFull(before, line, width));
}

function blockOf(lines: readonly TextLine[], habits: LineHabits): ImportedBlock {
  const [first] = lines;
  const { hashes, words } = HASHES.exec(first?.text ?? '')?.groups ?? {};
  if (hashes && words) return block(words, { kind: 'heading', level: hashes.length });
  const text = joined(lines, habits);
  const bullet = bulletLength(text);
  if (bullet > 0) return block(text.slice(bullet), { kind: 'item', level: 1 });
  return block(text, isNumbered(text) ? { kind: 'item', level: 1 } : {});
}

/** Lines that were wrapped as one; a line that ended early for a reason (verse, an address) stays one. */
function joined(lines: readonly TextLine[], habits: LineHabits): string {
  const { wrapWidth, words } = habits;
  const isTurn = habits.speakers.size > 0 && labelOf(lines[0]?.text ?? '') !== null;
  let text = lines[0]?.text ?? '';
  for (const [index, line] of lines.entries()) {
    const before = lines[index - 1];
    if (!before) continue;
    const isWrapped = wrapWidth !== null && isFull(before, line, wrapWidth);
    const isOne = isWrapped || (isTurn && goesOn(before, line, habits));
    text = isOne ? joinedWords(text, line.text, words) : `${text}\n${line.text}`;
  }
  return text;
}

const PARTED = /(?<half>\p{Ll}+)[-\u2010]$/u;

/** A hyphen at a line's end goes where the whole word stands elsewhere in the text; else it is the word's own. */
function joinedWords(text: string, next: string, words: ReadonlySet<string>): string {
  const half = PARTED.exec(text)?.groups?.half;
  const other = /^\p{Ll}+/u.exec(next)?.[0];
  if (half === undefined || other === undefined) return `${text} ${next}`;
  return words.has(half + other) ? text.slice(0, -1) + next : text + next;
}
