import stringWidth from 'string-width';
import { visibleLine } from '../../../src/model/visible.ts';
import { wrap } from '../../../src/reader/layout/wrap.ts';
import { clusterBounds } from './nasty.ts';

/** What is wrong with a text's rows at a width, in words; nothing where all is well. */
export function wrapFaults(text: string, width: number, start = 0, end = text.length): string[] {
  const bounds = clusterBounds(text.slice(start, end));
  const isBound = (edge: number) =>
    bounds.has(edge - start) || isWhiteTail(text, edge, start, bounds);
  const faults: string[] = [];
  let at = start;
  for (const row of wrap(text, start, end, width)) {
    const shown = JSON.stringify(text.slice(row.start, row.end));
    const faultsHere = [
      (row.start < at || row.end < row.start) && 'is out of order',
      /\S/u.test(text.slice(at, row.start)) && 'has lost words before it',
      isTooWide(text.slice(row.start, row.end), width) && 'is too wide',
      !(isBound(row.start) && isBound(row.end)) && 'cuts a cluster',
    ];
    faults.push(...faultsHere.filter(fault => fault !== false).map(fault => `${shown} ${fault}`));
    at = row.end;
  }
  if (/\S/u.test(text.slice(at, end))) faults.push('the end is lost');
  return faults;
}

const isTooWide = (shown: string, width: number): boolean =>
  stringWidth(visibleLine(shown)) > width && !isOneCluster(shown);

const isOneCluster = (text: string): boolean => clusterBounds(text).size === 2;

/** Some Arabic signs join the space behind them: nothing that can be seen is cut there. */
function isWhiteTail(text: string, edge: number, start: number, bounds: Set<number>): boolean {
  let end = edge;
  while (!bounds.has(end - start)) end++;
  return text.slice(edge, end).trim() === '';
}
