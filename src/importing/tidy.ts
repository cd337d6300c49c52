/** Soft hyphens and marks of byte order, which no reader sees. Joiners of letters and emoji stay. */
const UNSEEN = /[\u00AD\uFEFF]/g;
/** Spaces of a fixed width and those that do not break; the ideographic one is a letter's width and stays. */
const ODD_SPACES = /[\u00A0\u1680\u2000-\u200A\u202F\u205F]/g;

/** What no line that is tidy has: it saves most of them the work. */
const UNTIDY = /[\t\u00A0\u00AD\u1680\u2000-\u200A\u202F\u205F\uFEFF]| {2}/;

/** One line as a reader sees it: plain spaces, one between words, none at the ends, nothing unseen. */
export const tidyLine = (line: string): string => (UNTIDY.test(line) ? tidied(line) : line.trim());

const tidied = (line: string): string =>
  line
    .replace(UNSEEN, '')
    .replace(ODD_SPACES, ' ')
    .replace(/[ \t]+/g, ' ')
    .trim();

/** The same for several lines; empty ones go. */
export const tidyLines = (text: string): string =>
  text
    .split('\n')
    .map(tidyLine)
    .filter(line => line !== '')
    .join('\n');

/** Line ends of every kind as LF; a paragraph separator, like a form feed, parts paragraphs. */
export function plainLineEnds(text: string): string {
  return text.replace(/\r\n?|[\u0085\u000B\u2028]/g, '\n').replace(/\u2029/g, '\n\n');
}

/** Signs that end a sentence, in the scripts that have some; quotation marks and brackets may follow. */
const SENTENCE_END =
  /[.!?\u2026\u0964\u06D4\u061F\u3002\uFF01\uFF1F\u1362]["'\u2019\u201D\u00BB)\]]*$/;

export const endsSentence = (text: string): boolean => SENTENCE_END.test(text);

/** Words as they count for length: those of scripts without spaces are two letters long. */
export function wordCount(text: string): number {
  const unspaced = text.match(
    /[\u0E00-\u0EFF\u1000-\u109F\u1780-\u17FF\u3040-\u30FF\u3400-\u9FFF]/g,
  );
  return (text.match(/\S+/g)?.length ?? 0) + Math.floor((unspaced?.length ?? 0) / 2);
}

/** No title is so long, in UTF-16 units: its words need not be counted. */
const SURELY_PROSE = 300;

/** Whether a block is running text, not a title, a label or a link. */
export function isProse(text: string): boolean {
  if (text.length > SURELY_PROSE) return true;
  const words = wordCount(text);
  return words >= 30 || (words >= 10 && endsSentence(text));
}
