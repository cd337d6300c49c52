import type { Theme } from '../../model/codebook.ts';
import { visible } from '../../model/visible.ts';
import { shorten } from '../layout/width.ts';
import { wrap } from '../layout/wrap.ts';

/** A text wrapped to rows of words. */
export function wrappedWords(text: string, width: number): string[] {
  const shown = visible(text);
  if (shown.trim() === '') return [];
  return wrap(shown, 0, shown.length, width).map(row =>
    shown.slice(row.start, row.end).replace(/[\n\t]/g, ' '),
  );
}

/** UTF-16 units of a quotation that are looked at for each cell that can be shown of it. */
const UNITS_A_CELL = 4;

/** A quotation in its marks as at most so many rows; one that is longer ends in `…`. */
export function quoteRows(quote: string, width: number, most: number): string[] {
  const looked = quote.slice(0, UNITS_A_CELL * width * most);
  const rows = wrappedWords(`“${looked}”`, width);
  const isCut = rows.length > most || looked.length < quote.length;
  return firstRows(rows, most, width, isCut);
}

/** The first rows, `most` of them; where there were more, the last one ends in `…`. */
export const firstRows = (
  rows: readonly string[],
  most: number,
  width: number,
  isCut = rows.length > most,
): string[] =>
  rows
    .slice(0, most)
    .map((row, i) =>
      isCut && i === Math.min(rows.length, most) - 1 ? shorten(`${row} …`, width) : row,
    );

export function definitionRows(theme: Theme, width: number): string[] {
  const rows = wrappedWords(theme.definition, width);
  return rows.length > 0 ? rows : ['No definition yet.'];
}

/** What a theme includes and excludes, each row with its label or none. */
export function limitRows(theme: Theme, width: number): [label: string, text: string][] {
  const field = (label: string, text: string): [string, string][] =>
    wrappedWords(text, width).map((row, i) => [i === 0 ? label : '', row]);
  return [...field('include', theme.include), ...field('exclude', theme.exclude)];
}
