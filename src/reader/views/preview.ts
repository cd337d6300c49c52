import { visible } from '../../model/visible.ts';
import type { Look, Piece } from '../layout/line.ts';
import { shorten } from '../layout/width.ts';
import { wrap } from '../layout/wrap.ts';

const MOST_WRAPPED = 20_000;

/**
 * The rows of a digest from `scroll` on, as the real renderer wrote it: headings bold, quotations
 * behind a bar, marks for programs left out. Only what can be shown is wrapped.
 */
export function previewRows(text: string, width: number, scroll: number, rows: number): Piece[][] {
  const shown: Piece[][] = [];
  let skipped = 0;
  for (const line of visible(text.slice(0, MOST_WRAPPED * width)).split('\n')) {
    if (/^<!--.*-->$/.test(line)) continue;
    for (const row of lineRows(line, width)) {
      if (skipped++ < scroll) continue;
      shown.push(row);
      if (shown.length >= rows) return shown;
    }
  }
  return shown;
}

function lineRows(line: string, width: number): Piece[][] {
  if (line.startsWith('|')) return tableRow(line, width);
  const { prefix, words, look } = kindOf(line);
  if (words === '') return [prefix === '' ? [] : [{ text: prefix, look: { role: 'muted' } }]];
  return wrap(words, 0, words.length, Math.max(8, width - prefix.length)).map(row => [
    ...(prefix === '' ? [] : [{ text: prefix, look: { role: 'muted' } } as const]),
    { text: words.slice(row.start, row.end).replace(/\t/g, ' '), look },
  ]);
}

/** A row of a table is cut, not wrapped: its columns would be lost. */
function tableRow(line: string, width: number): Piece[][] {
  if (/^[|\s:-]+$/.test(line)) return [];
  const cells = line
    .slice(1, -1)
    .replace(/(?<!\\)\|/g, ' ')
    .replaceAll('\\|', '|')
    .trim();
  return [[{ text: shorten(cells, width), look: { role: 'rest' } }]];
}

function kindOf(line: string): { prefix: string; words: string; look: Look } {
  const heading = /^#{1,6} (.*)$/.exec(line);
  if (heading)
    return { prefix: '', words: heading[1] ?? '', look: { role: 'current', bold: true } };
  const quote = /^> ?(.*)$/.exec(line);
  if (quote) return { prefix: '▏ ', words: quote[1] ?? '', look: { role: 'current' } };
  return { prefix: '', words: line, look: { role: 'rest' } };
}
