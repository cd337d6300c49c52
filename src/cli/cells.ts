/**
 * Signs that take one cell each and never join with a neighbour: ASCII, Latin, Greek and Cyrillic
 * letters, dashes and quotation marks, arrows, control pictures, blocks, our own marks.
 */
const PLAIN =
  /^[ -~\u00A0-\u00AC\u00AE-\u02FF\u0370-\u0482\u048A-\u052F\u1E00-\u1EFF\u2010-\u2027\u2030-\u205E\u20A0-\u20BF\u2190-\u21FF\u2400-\u2426\u2500-\u25FC\u2605\u2606\uFFFD]*$/;

/** Loading `string-width` takes as long as all the rest of a small command, so few commands do. */
let stringWidth: ((text: string) => number) | null = null;

/** To be awaited before texts are measured: gets ready for those whose letters are not all plain. */
export async function prepareCells(texts: Iterable<string>): Promise<void> {
  if (stringWidth !== null) return;
  for (const text of texts) {
    if (isPlain(text)) continue;
    stringWidth = (await import('string-width')).default;
    return;
  }
}

/** Line by line: an expression over a text of many megabytes would keep its place on a stack. */
const isPlain = (text: string): boolean => text.split('\n').every(line => PLAIN.test(line));

/** How many cells a line takes on the terminal, once its letters have been prepared for. */
export function cellsOf(text: string): number {
  if (PLAIN.test(text)) return text.length;
  return stringWidth?.(text) ?? Array.from(text).length;
}

/** The text in so many cells: cut with `…` where it is longer. */
export function cut(text: string, cells: number): string {
  // A cell holds a few units at most; what lies far behind the edge need not be measured.
  const near = text.length > cells * 20 ? text.slice(0, cells * 20) : text;
  if (near === text && cellsOf(text) <= cells) return text;
  return cells < 1 ? '' : `${firstCells(near, cells - 1).trimEnd()}…`;
}

/** The end of a text in so many cells: cut with `…` before it where it is longer. */
export function cutStart(text: string, cells: number): string {
  const near = text.slice(-cells * 20);
  if (near === text && cellsOf(text) <= cells) return text;
  if (cells < 1) return '';
  let left = cells - 1;
  let start = near.length;
  for (const { segment, index } of [...graphemesOf(near)].reverse()) {
    left -= cellsOf(segment);
    if (left < 0) break;
    start = index;
  }
  return `…${near.slice(start).trimStart()}`;
}

/** As many whole graphemes from the beginning as fit. */
function firstCells(text: string, cells: number): string {
  if (PLAIN.test(text)) return text.slice(0, cells);
  let used = 0;
  for (const { segment, index } of graphemesOf(text)) {
    used += cellsOf(segment);
    if (used > cells) return text.slice(0, index);
  }
  return text;
}

/** The text with spaces to so many cells, on its left where `right` is set. */
export function pad(text: string, cells: number, right = false): string {
  const spaces = ' '.repeat(Math.max(0, cells - cellsOf(text)));
  return right ? spaces + text : text + spaces;
}

/**
 * Lines of at most so many cells, broken at spaces and at line ends; a word that is longer than a
 * line is broken between graphemes. Spaces at a break are dropped; a no-break space never breaks.
 */
export function wrap(text: string, cells: number): string[] {
  return text.split('\n').flatMap(line => wrapLine(line.replaceAll('\t', ' ').trim(), cells));
}

function wrapLine(text: string, cells: number): string[] {
  const lines: string[] = [];
  let line = '';
  let used = 0;
  for (const word of text.split(/ +/).flatMap(word => pieces(word, cells))) {
    const width = cellsOf(word);
    if (line !== '' && used + 1 + width > cells) {
      lines.push(line);
      line = '';
      used = 0;
    }
    used += line === '' ? width : width + 1;
    line += line === '' ? word : ` ${word}`;
  }
  return [...lines, line];
}

/** A word in pieces that fit on a line; the first grapheme always does. */
function pieces(word: string, cells: number): string[] {
  if (cellsOf(word) <= cells) return [word];
  const found: string[] = [];
  let piece = '';
  let used = 0;
  for (const { segment } of graphemesOf(word)) {
    const width = cellsOf(segment);
    if (piece !== '' && used + width > cells) {
      found.push(piece);
      piece = '';
      used = 0;
    }
    piece += segment;
    used += width;
  }
  return [...found, piece];
}

let segmenter: Intl.Segmenter | undefined;

/** Making a segmenter takes 10 ms, so it is made when it is needed. */
function graphemesOf(text: string): Intl.Segments {
  segmenter ??= new Intl.Segmenter('en', { granularity: 'grapheme' });
  return segmenter.segment(text);
}
