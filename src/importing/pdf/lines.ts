import { tidyLine } from '../tidy.ts';
import type { Fragment, PrintedPage } from './fragments.ts';
import { parted, rightToLeft, runsRightToLeft } from './rightToLeft.ts';

/** A line of words, or the part of one that stands in a column. */
export interface Line {
  text: string;
  x: number;
  right: number;
  y: number;
  size: number;
  font: string;
  isArtifact: boolean;
  isRtl: boolean;
  /** Whether it begins with a small raised number, as notes do; then `[3] ` stands there. */
  isNote: boolean;
  /** Parts that stand far from each other, as the cells in a row of a table do. */
  cells: number;
}

/** A page as it is read. */
export interface Page {
  /** From 0. */
  index: number;
  width: number;
  height: number;
  lines: readonly Line[];
  /** Lines that are set across the others, those of each direction upright. */
  across: readonly (readonly Line[])[];
}

export const pageOfLines = ({ fragments, across, ...page }: PrintedPage): Page => ({
  ...page,
  lines: linesOf(fragments),
  across: across.map(linesOf),
});

/** Measures in heights of the font. */
const SAME_LINE = 0.4;
const WORD_GAP = 0.17;
/** A gap as wide as this may be that between two columns. */
const COLUMN_GAP = 0.9;
const SMALL = 0.8;

/** Joins the fragments of a page to lines, each parted where a gap is as wide as that between columns. */
export function linesOf(fragments: readonly Fragment[]): Line[] {
  return rowsOf(fragments).flatMap(row => partsOf(row).map(lineOf));
}

interface Row {
  y: number;
  size: number;
  fragments: Fragment[];
}

/** Fragments whose baselines are the same; small ones raised or lowered a little belong to what they touch. */
function rowsOf(fragments: readonly Fragment[]): Fragment[][] {
  const rows: Row[] = [];
  for (const one of fragments.toSorted((a, b) => a.y - b.y || a.x - b.x)) {
    const last = rows.at(-1);
    const near = SAME_LINE * Math.min(one.size, last?.size ?? 0);
    if (last === undefined || one.y - last.y > near) {
      rows.push({ y: one.y, size: one.size, fragments: [one] });
    } else {
      last.fragments.push(one);
      last.size = Math.max(last.size, one.size);
    }
  }
  return withScripts(rows)
    .map(row => row.fragments)
    .filter(row => row.length > 0);
}

function withScripts(rows: readonly Row[]): readonly Row[] {
  const largest = Math.max(0, ...rows.map(({ size }) => size));
  const isSmall = ({ size }: Fragment) => size < largest * SMALL;
  if (!rows.some(({ fragments }) => fragments.some(isSmall))) return rows;
  for (const [index, row] of rows.entries()) {
    const near = rows.slice(Math.max(0, index - NEAR_ROWS), index + NEAR_ROWS + 1);
    row.fragments = row.fragments.filter(one => {
      const home = near.find(other => other !== row && touches(other, one));
      home?.fragments.push(one);
      return home === undefined;
    });
  }
  return rows;
}

const NEAR_ROWS = 3;

/** Whether a small fragment stands just beside a large one of a row, a little higher or lower. */
function touches({ y, fragments }: Row, one: Fragment): boolean {
  return fragments.some(
    other =>
      one.size < other.size * SMALL &&
      Math.abs(one.y - y) < other.size * 0.6 &&
      gapBetween(other, one) < other.size * 0.4,
  );
}

function partsOf(row: readonly Fragment[]): Fragment[][] {
  const parts: Fragment[][] = [];
  for (const one of parted(row.toSorted((a, b) => a.x - b.x))) {
    const last = parts.at(-1)?.at(-1);
    const gap = last === undefined ? 0 : one.x - last.right;
    if (last === undefined || gap > COLUMN_GAP * Math.min(last.size, one.size)) parts.push([one]);
    else if (!isShadow(last, one)) parts.at(-1)?.push(one);
  }
  return parts;
}

/** Some programs print words twice, a hair apart, to make them bold. */
const isShadow = (last: Fragment, one: Fragment) =>
  last.text === one.text && Math.abs(last.x - one.x) < one.size * 0.2;

function lineOf(part: readonly Fragment[]): Line {
  const main = part.reduce((best, one) => (weight(one) > weight(best) ? one : best));
  const isRtl = runsRightToLeft(part);
  const isNote = beginsNote(part, main);
  const words = wordsOf(isRtl ? rightToLeft(part) : part, main);
  return {
    text: tidy(isNote ? words.replace(/^\d+\s*/, mark => `[${mark.trim()}] `) : words),
    x: Math.min(...part.map(({ x }) => x)),
    right: Math.max(...part.map(({ right }) => right)),
    y: main.y,
    size: main.size,
    font: main.font,
    isArtifact: part.every(one => one.isArtifact),
    isRtl,
    isNote,
    cells: 1,
  };
}

const weight = ({ text, size }: Fragment) => text.length * size;

function wordsOf(part: readonly Fragment[], main: Fragment): string {
  let words = '';
  let last: Fragment | null = null;
  for (const one of part) {
    const gap = last === null ? 0 : gapBetween(last, one);
    const isSpaced = last?.isSpaced === true && last.x < one.x;
    const isApart = isSpaced || gap > WORD_GAP * Math.max(one.size, last?.size ?? 0);
    words += (isApart ? ' ' : '') + (isNoteMark(one, main, words) ? `[${one.text}]` : one.text);
    last = one;
  }
  return words;
}

/** The empty space between two fragments, whichever stands first. */
const gapBetween = (a: Fragment, b: Fragment) => Math.max(b.x - a.right, a.x - b.right);

/** A small raised number, and then the words of a note with a space before them. */
function beginsNote([first, second]: readonly Fragment[], main: Fragment): boolean {
  if (first === undefined || second === undefined || !/^\d{1,3}$/.test(first.text)) return false;
  const isRaised = first.size < main.size * SMALL && main.y - first.y > main.size * 0.15;
  const gap = second.x - first.right;
  return isRaised && second === main && (first.isSpaced || gap > WORD_GAP * first.size);
}

/** A small raised number after a word or a sentence refers to a note; that of 'km²' does not. */
function isNoteMark({ text, size, y }: Fragment, main: Fragment, before: string): boolean {
  const isRaised = size < main.size * SMALL && main.y - y > main.size * 0.15;
  return isRaised && /^\d{1,3}$/.test(text) && /(?:\p{L}{3}|[.,;:!?"'”’)])$/u.test(before);
}

/** Forms that letters have in print: joined letters of Latin, shapes of Arabic letters. */
const PRINTED_FORMS = /[\uFB00-\uFDFF\uFE70-\uFEFC]+/g;
const UNSEEN =
  /[\u0000-\u001F\u007F-\u009F\u200B\uFEFF\uFFFE\uFFFF]|[\uD800-\uDBFF](?![\uDC00-\uDFFF])|(?<![\uD800-\uDBFF])[\uDC00-\uDFFF]/g;

/**
 * Files of TeX may have letters without a name, by their place in its fonts: no text has these signs
 * between letters. Cork encoding (T1) from 0x10, Knuth's own (OT1) from 0x0B.
 */
const BY_TEX =
  /(?<=\p{L})[\u000B-\u000F\u0010-\u0016\u001B-\u001F]|[\u000B-\u0016\u001B-\u001F](?=\p{L})/gu;
const TEX_LETTERS = ['ff', 'fi', 'fl', 'ffi', 'ffl', ...'“”„«»–—'];

const texLetter = (sign: string): string => {
  const code = sign.charCodeAt(0);
  return TEX_LETTERS[code < 0x1b ? code - 0x0b : code - 0x1b] ?? '';
};

/** Most lines have nothing in them but letters and signs of Latin. */
const PLAIN = /^[ -~¡-¬®-ɏ‘-”–—]*$/;

function tidy(words: string): string {
  if (PLAIN.test(words)) return tidyLine(words);
  return tidyLine(
    words
      // Shown at the end of a line alone, and a sure sign that a word goes on in the next.
      .replace(/\u00AD\s*$/, '\u2010')
      .replace(PRINTED_FORMS, forms => forms.normalize('NFKC'))
      .replace(BY_TEX, texLetter)
      .replace(UNSEEN, ''),
  );
}
