import type { Element, ElementContent } from 'hast';
import { h, s } from 'hastscript';
import { visibleLine } from '../../model/visible.ts';
import type { ThemePart } from '../arrange.ts';
import { byMonth, overlaps, stretches } from '../figures.ts';
import type { DigestText } from '../input.ts';
import { counted, oneLine } from '../nodes.ts';
import { titleOf } from '../sources.ts';
import { type GridRow, gridPicture } from './grid.ts';
import { colourClass, marked } from './marked.ts';

/** The pictures of a digest, each with its numbers in a table: where themes stand, how often, together, when. */
export function figures(parts: readonly ThemePart[], texts: readonly DigestText[]): Element[] {
  if (parts.length === 0 || texts.length === 0) return [];
  return [
    figure('Where in each transcript', places(parts, texts)),
    figure('Theme by transcript', heatMap(parts, texts)),
    ...(parts.length > 1 ? [figure('Themes that overlap', together(parts))] : []),
    figure('By month of the transcript', months(parts, texts)),
  ];
}

const figure = (name: string, content: ElementContent[]): Element =>
  h('section.figure', h('h2', name), content);

const nameOf = ({ theme }: ThemePart): string => visibleLine(oneLine(theme.name)) || theme.id;

const WIDTH = 1000;
const ROW = 14;

/** One strip a transcript, one line a theme in it. */
function places(parts: readonly ThemePart[], texts: readonly DigestText[]): ElementContent[] {
  const found = stretches(parts, texts);
  const strips = texts.map((source, index) => {
    const title = visibleLine(titleOf(source));
    const rows = found[index] ?? [];
    const said = parts.map((part, i) => `${nameOf(part)}: ${rows[i]?.length ?? 0}`).join(', ');
    return h('div.strip', h('h3', title), [
      s(
        'svg',
        {
          viewBox: `0 0 ${WIDTH} ${parts.length * ROW}`,
          role: 'img',
          ariaLabel: `Where themes stand in ${title}. ${said}`,
          preserveAspectRatio: 'none',
        },
        parts.flatMap((part, i) => [
          s('line.base', { x1: 0, x2: WIDTH, y1: (i + 0.5) * ROW, y2: (i + 0.5) * ROW }),
          ...(rows[i] ?? []).map(({ from, to }) =>
            s('rect', {
              className: [colourClass(part.theme)],
              x: round(from * WIDTH),
              y: i * ROW + 2,
              width: Math.max(2, round((to - from) * WIDTH)),
              height: ROW - 4,
            }),
          ),
        ]),
      ),
    ]);
  });
  return [legend('Lines from the top', parts), ...strips];
}

/** Which colour is which theme, in the order in which they are drawn. */
const legend = (words: string, parts: readonly ThemePart[]): Element =>
  h('p.legend', [
    `${words}: `,
    ...parts.flatMap(part => [h('span', marked(part.theme), `\u00A0${nameOf(part)}`), ' ']),
  ]);

const round = (value: number): number => Math.round(value * 10) / 10;

function heatMap(parts: readonly ThemePart[], texts: readonly DigestText[]): ElementContent[] {
  const most = parts.reduce((top, part) => part.counts.reduce((a, b) => Math.max(a, b), top), 0);
  const columns = texts.map((_, i) => String(i + 1));
  const titles = texts.map(source => visibleLine(titleOf(source)));
  const rows = parts.map(part => ({ theme: part.theme, name: nameOf(part), counts: part.counts }));
  const said = saidOf('Tags of each theme in each transcript', rows, titles);
  return [
    wide('Theme by transcript', gridPicture({ said, columns, rows, most, shape: 'square' })),
    h('p.legend', 'The numbers of the columns are those of the sources.'),
    table(
      'Tags of each theme in each transcript',
      titles.map((title, i) => `${i + 1}. ${title}`),
      parts.map(part => ({ part, counts: part.counts })),
    ),
  ];
}

function together(parts: readonly ThemePart[]): ElementContent[] {
  const square = overlaps(parts);
  const most = square.flat().reduce((a, b) => Math.max(a, b), 0);
  const columns = parts.map(({ theme }) => visibleLine(theme.mark));
  const rows = parts.map((part, i) => ({
    theme: part.theme,
    name: nameOf(part),
    counts: square[i] ?? [],
    empty: i,
  }));
  const said = saidOf(
    'Passages of one theme that overlap those of another',
    rows,
    parts.map(nameOf),
  );
  return [
    wide('Themes that overlap', gridPicture({ said, columns, rows, most, shape: 'disc' })),
    table(
      'How often a passage of one theme overlaps a passage of another',
      parts.map(nameOf),
      parts.map((part, row) => ({ part, counts: square[row] ?? [], empty: row })),
    ),
  ];
}

const LONGEST_SAID = 40;

/** What a picture says in words: its name and every number that is none. */
function saidOf(name: string, rows: readonly GridRow[], columns: readonly string[]): string {
  const found = rows.flatMap(row =>
    row.counts.flatMap((count, i) =>
      count === 0 || i === row.empty ? [] : [`${row.name} in ${columns[i] ?? ''}: ${count}`],
    ),
  );
  const left = found.length > LONGEST_SAID ? `, and ${found.length - LONGEST_SAID} more` : '';
  return `${name}. ${found.slice(0, LONGEST_SAID).join(', ') || 'None'}${left}. The numbers are in the table below.`;
}

/** What may be wider than the window scrolls by itself, by keys as well. */
const wide = (name: string, content: ElementContent): Element =>
  h('div.wide', { tabIndex: 0, role: 'region', ariaLabel: name }, content);

interface TableRow {
  part: ThemePart;
  counts: readonly number[];
  /** A column that means nothing in this row. */
  empty?: number;
}

function table(caption: string, columns: readonly string[], rows: readonly TableRow[]): Element {
  return wide(
    caption,
    h('table', [
      h('caption', caption),
      h('thead', h('tr', [h('td'), ...columns.map(name => h('th', { scope: 'col' }, name))])),
      h(
        'tbody',
        rows.map(({ part, counts, empty }) =>
          h('tr', [
            h('th', { scope: 'row' }, marked(part.theme), `\u00A0${nameOf(part)}`),
            ...counts.map((count, i) =>
              i === empty
                ? h('td')
                : h('td', { className: count === 0 ? ['none'] : [] }, String(count)),
            ),
          ]),
        ),
      ),
    ]),
  );
}

const BAR = 160;

function months(parts: readonly ThemePart[], texts: readonly DigestText[]): ElementContent[] {
  const rows = byMonth(parts, texts);
  const totals = rows.map(({ counts }) => counts.reduce((sum, n) => sum + n, 0));
  const most = totals.reduce((a, b) => Math.max(a, b), 1);
  const step = WIDTH / rows.length;
  const said = rows.map(
    ({ month }, i) => `${month ?? 'no date'}: ${counted(totals[i] ?? 0, 'tag')}`,
  );
  return [
    wide(
      'Tags by month',
      s(
        'svg.months',
        {
          viewBox: `0 0 ${WIDTH} ${BAR + 30}`,
          role: 'img',
          ariaLabel: `Tags by month. ${said.join(', ')}`,
        },
        rows.flatMap(({ month, counts }, i) => [
          ...stack(parts, counts, i * step + step * 0.2, step * 0.6, most),
          s(
            'text',
            { x: round((i + 0.5) * step), y: BAR + 22, textAnchor: 'middle' },
            month ?? 'no date',
          ),
        ]),
      ),
    ),
    legend('From the bottom', parts),
    monthTable(parts, rows),
  ];
}

function stack(
  parts: readonly ThemePart[],
  counts: readonly number[],
  x: number,
  width: number,
  most: number,
): Element[] {
  let top = BAR;
  return parts.flatMap((part, i) => {
    const height = ((counts[i] ?? 0) / most) * BAR;
    if (height === 0) return [];
    top -= height;
    return [
      s('rect', {
        className: [colourClass(part.theme)],
        x: round(x),
        y: round(top),
        width: round(width),
        height: round(height),
      }),
    ];
  });
}

const monthTable = (parts: readonly ThemePart[], rows: ReturnType<typeof byMonth>): Element =>
  wide(
    'Tags by month, in numbers',
    h('table', [
      h('caption', 'Tags by month'),
      h(
        'thead',
        h('tr', [
          h('td'),
          ...rows.map(({ month }) => h('th', { scope: 'col' }, month ?? 'no date')),
        ]),
      ),
      h(
        'tbody',
        parts.map((part, i) =>
          h('tr', [
            h('th', { scope: 'row' }, marked(part.theme), `\u00A0${nameOf(part)}`),
            ...rows.map(({ counts }) => h('td', String(counts[i] ?? 0))),
          ]),
        ),
      ),
    ]),
  );
