import { joinedRows } from './columns.ts';
import type { Body } from './furniture.ts';
import type { Line } from './lines.ts';
import type { Aside } from './paragraphs.ts';

/** What stands over and under the text of a page, and what is set across it, each with its reason. */
export function asidesOf({ page, furniture }: Body): { above: Aside[]; below: Aside[] } {
  const isHead = ({ y }: Line) => y < page.height / 2;
  const across = page.across.flatMap(lines => aside(lines, 'set across the text'));
  return {
    above: aside(furniture.filter(isHead), 'head of the page'),
    below: [
      ...aside(
        furniture.filter(line => !isHead(line)),
        'foot of the page',
      ),
      ...across,
    ],
  };
}

function aside(lines: readonly Line[], drop: string): Aside[] {
  const rows = joinedRows(lines.toSorted((a, b) => a.y - b.y || a.x - b.x));
  return rows.length === 0 ? [] : [{ text: rows.map(({ text }) => text).join('\n'), drop }];
}
