import type { Grouping, Tally } from '../model/tally.ts';
import { visibleLine } from '../model/visible.ts';
import { coverage, type Stats, statsOf } from '../project/figures/stats.ts';
import { coverageOutput } from './coverage.ts';
import { bar, printFigures, share } from './figureLines.ts';
import { type FigureOptions, figureFormat, figureQuery, sayUncertain } from './figureOptions.ts';
import type { Session } from './session.ts';
import { type Column, tableLines } from './table.ts';
import { counted } from './words.ts';

export interface StatsOptions extends FigureOptions {
  by: Grouping;
  coverage?: boolean;
}

/** `stats`: how much is tagged, by theme, transcript, speaker, coder or month; or what is not. */
export async function stats(session: Session, options: StatsOptions): Promise<number> {
  const format = figureFormat(session, options);
  const query = await figureQuery(session, options);
  const project = await session.project();
  if (options.coverage) {
    const found = await session.counting('texts', onProgress =>
      coverage(project, query, onProgress),
    );
    await printFigures(
      session,
      format,
      options,
      await coverageOutput(session, project, found.texts),
    );
    await sayUncertain(session, found.uncertain);
    await session.complain(found.faults);
    return session.status;
  }
  const found = await session.counting('texts', onProgress =>
    statsOf(project, options.by, query, onProgress),
  );
  await printFigures(session, format, options, outputOf(session, options.by, found));
  if (format === 'text') await session.say(totalWords(found.total));
  await sayUncertain(session, found.total.uncertain);
  await session.complain(found.faults);
  return session.status;
}

function outputOf(session: Session, by: Grouping, found: Stats) {
  const { rows, total } = found;
  const { group: _, ...totals } = total;
  return {
    json: () => ({
      by,
      rows: rows.map(row => shape(row, found)),
      total: { ...totals, share: shareOf(total) },
    }),
    csv: () => [
      HEADINGS,
      ...rows.map(row =>
        HEADINGS.map(heading => (heading === 'by' ? by : shape(row, found)[heading])),
      ),
    ],
    lines: () => linesOf(session, by, found),
  };
}

const HEADINGS = [
  'by',
  'group',
  'name',
  'annotations',
  'passages',
  'keys',
  'texts',
  'words',
  'of',
  'share',
  'uncertain',
] as const;

function shape(row: Tally, { themes, texts }: Stats) {
  const name =
    themes.find(({ id }) => id === row.group)?.name ??
    texts.find(({ id }) => id === row.group)?.title ??
    row.group;
  return { ...row, name, share: shareOf(row) };
}

/** Of the words, 0 to 1. */
const shareOf = ({ words, of }: Tally): number => (of === 0 ? 0 : words / of);

const NUMBERS: readonly Column[] = ['TAGS', 'KEY', 'TEXTS', 'WORDS', 'OF', 'SHARE'].map(
  heading => ({
    heading,
    right: true,
  }),
);

async function linesOf(session: Session, by: Grouping, found: Stats): Promise<string[]> {
  const most = found.rows.reduce((top, row) => Math.max(top, shareOf(row)), 0);
  const columns = [{ heading: by.toUpperCase(), shrinksTo: 12 }, ...NUMBERS, { heading: '' }];
  const rows = found.rows.map(row => ({
    cells: [
      nameOf(row, by, found),
      ...[row.annotations, row.keys, row.texts, row.words, row.of].map(String),
      share(shareOf(row)),
      bar(shareOf(row), most),
    ],
  }));
  return tableLines(columns, rows, session);
}

function nameOf({ group }: Tally, by: Grouping, { themes }: Stats): string {
  if (group === null) return by === 'month' ? 'no date' : 'nobody named';
  const theme = by === 'theme' ? themes.find(({ id }) => id === group) : undefined;
  return theme
    ? `${'  '.repeat(theme.depth)}${theme.mark} ${visibleLine(theme.name)}`
    : visibleLine(group);
}

function totalWords(total: Tally): string {
  const { annotations, passages, words, of } = total;
  return `${counted(annotations, 'annotation')} on ${counted(passages, 'passage')}, ${words} of ${counted(of, 'word')} (${share(shareOf(total))})`;
}
