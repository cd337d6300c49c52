import { countingRows } from './countingRows.ts';
import type { Line, Page } from './lines.ts';

/** A page without what stands on every page. */
export interface Body {
  page: Page;
  lines: Line[];
  /** What was taken out at its head and foot. */
  furniture: Line[];
  /** The number printed on it; `null` without one. */
  number: string | null;
}

/** Heads and feet stand in these parts of the height of a page, in so many rows. */
const HEAD = 0.15;
const FOOT = 0.8;
const MOST_ROWS = 3;
/** What is the same on fewer pages than this, and on a smaller share of them, is text. */
const FEWEST_PAGES = 2;
const MANY_PAGES = 4;
const SHARE = 0.2;
/** A line that comes back moves so little, in points. */
const WOBBLE = 8;

const NUMBER =
  /^[^\p{L}\p{N}]*(?:(?:page|seite|página|pagina|p\.|s\.)\s*)?(\d{1,4}|[ivxlc]{1,7})(?:\s*(?:\/|of|von|de|di|sur|van)\s*\d{1,4})?[^\p{L}\p{N}]*$/iu;

/**
 * Takes running heads, feet and page numbers off the pages: lines at the edges that stand at the same
 * height with the same words (numbers aside) on several pages, numbers that stand there alone, and what
 * the file marks as no content. A page of which nothing else would be left keeps its lines.
 */
export function withoutFurniture(pages: readonly Page[]): Body[] {
  const seen = new Map<string, Set<number>>();
  const keys = new Map<Line, readonly string[]>();
  for (const page of pages) {
    for (const line of edgeLines(page)) {
      const own = keysOf(page, line);
      keys.set(line, own);
      for (const key of own) seen.set(key, (seen.get(key) ?? new Set()).add(page.index));
    }
  }
  const enough = Math.min(MANY_PAGES, Math.max(FEWEST_PAGES, pages.length * SHARE));
  const counting = countingRows(pages);
  const recurs = (line: Line) =>
    counting.has(line) ||
    keys.get(line)?.some(key => (seen.get(key)?.size ?? 0) >= enough) === true;
  return pages.map(page => bodyOf(page, recurs));
}

function bodyOf(page: Page, recurs: (line: Line) => boolean): Body {
  const { lines } = page;
  const edges = new Set(edgeLines(page));
  const numbers = [...edges].filter(line => isNumber(line) && standsAlone(line, lines));
  const marked = markedLines(page);
  const taken = new Set(
    [...edges].filter(line => recurs(line) || numbers.includes(line)).concat(marked),
  );
  keepCells(taken, lines);
  const rest = lines.filter(line => !taken.has(line));
  const number =
    numbers.map(({ text }) => NUMBER.exec(text)?.[1] ?? null)[0] ?? numberIn([...taken]);
  if (rest.length === 0 && numbers.length < lines.length)
    return { page, lines: [...lines], furniture: [], number };
  return { page, lines: rest, furniture: [...taken], number };
}

/** A number of four digits may be a year; it has to come back on other pages. */
const isNumber = ({ text }: Line) => NUMBER.test(text) && !/\d{4}/.test(text);

/** A number beside words that stay belongs to them: it is no page number, though it stands where those do. */
function keepCells(taken: Set<Line>, lines: readonly Line[]): void {
  for (const line of taken) {
    const beside = lines.filter(other => Math.abs(other.y - line.y) < line.size * 0.6);
    if (NUMBER.test(line.text) && !beside.every(other => taken.has(other))) taken.delete(line);
  }
}

/** Lines among the first or the last rows of a page that stand near its edge. */
function edgeLines({ height, lines }: Page): Line[] {
  const rows = [...new Set(lines.map(({ y }) => Math.round(y)))].sort((a, b) => a - b);
  const [head, foot] = [rows.slice(0, MOST_ROWS), rows.slice(-MOST_ROWS)];
  return lines.filter(({ y }) => {
    const row = Math.round(y);
    return (y < height * HEAD && head.includes(row)) || (y > height * FOOT && foot.includes(row));
  });
}

/** Two keys a line, for the height at which it stands may fall on either side of a border. */
function keysOf({ height }: Page, { text, y }: Line): string[] {
  const words = text
    .toLowerCase()
    .replace(/\d+|\b[ivxlc]+\b/g, '#')
    .replace(/\s+/g, ' ');
  const place = y < height / 2 ? y : y - height;
  return [Math.floor(place / WOBBLE), Math.floor(place / WOBBLE + 0.5)].map(
    (step, index) => `${index} ${step} ${words}`,
  );
}

const standsAlone = (line: Line, lines: readonly Line[]) =>
  lines.every(
    other =>
      other === line || Math.abs(other.y - line.y) > line.size * 0.6 || NUMBER.test(other.text),
  );

/** What a tagged file marks as no content, if it is little and stands at the edges. */
function markedLines({ height, lines }: Page): Line[] {
  const marked = lines.filter(line => line.isArtifact);
  const letters = (some: readonly Line[]) => some.reduce((sum, { text }) => sum + text.length, 0);
  if (letters(marked) * 3 > letters(lines)) return [];
  return marked.filter(({ y }) => y < height * HEAD || y > height * FOOT);
}

/** A number beside, at the beginning or at the end of a running head: 'Annual report 12'. */
function numberIn(lines: readonly Line[]): string | null {
  for (const { text } of lines) {
    const alone = NUMBER.exec(text)?.[1];
    if (alone !== undefined) return alone;
    const found = /^(\d{1,4})\s+\D|\D\s+(\d{1,4})$/.exec(text);
    if (found) return found[1] ?? found[2] ?? null;
  }
  return null;
}
