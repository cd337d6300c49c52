import type { Theme } from '../../model/codebook.ts';
import { visible } from '../../model/visible.ts';
import { wrap } from '../layout/wrap.ts';

/** A text wrapped to rows of words. */
export function wrappedWords(text: string, width: number): string[] {
  const shown = visible(text);
  if (shown.trim() === '') return [];
  return wrap(shown, 0, shown.length, width).map(row =>
    shown.slice(row.start, row.end).replace(/[\n\t]/g, ' '),
  );
}

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
