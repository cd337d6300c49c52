import { FURTHEST, type Nearness, nearnessOf } from '../model/coOccurrence.ts';
import { UsageFault } from '../model/fault.ts';
import { visibleLine } from '../model/visible.ts';
import {
  pairMatrix,
  type ThemeCounts,
  textMatrix,
  themePlaces,
} from '../project/figures/matrix.ts';
import { type FigureOutput, printFigures } from './figureLines.ts';
import { type FigureOptions, figureFormat, figureQuery, sayUncertain } from './figureOptions.ts';
import { matrixLines } from './matrixLines.ts';
import { placesOutput } from './placesOutput.ts';
import type { Session } from './session.ts';

export interface MatrixOptions extends FigureOptions {
  near?: string;
  where?: boolean;
}

/** `matrix`: theme × transcript, theme × theme with `--near`, or with `--where` the places of each theme. */
export async function matrix(session: Session, options: MatrixOptions): Promise<number> {
  if (options.where && options.near !== undefined)
    throw new UsageFault('matrix: --near and --where exclude each other. Give one of them');
  const near = options.near === undefined ? null : nearnessTyped(options.near);
  const format = figureFormat(session, options);
  const query = await figureQuery(session, options);
  const project = await session.project();
  const { output, uncertain, faults } = await session.counting('texts', async onProgress => {
    if (options.where) {
      const found = await themePlaces(project, query, onProgress);
      return { ...found, output: placesOutput(session, found) };
    }
    if (near !== null) {
      const found = await pairMatrix(project, query, near, onProgress);
      return { ...found, output: pairsOutput(session, found.rows, near) };
    }
    const found = await textMatrix(project, query, onProgress);
    return { ...found, output: textsOutput(session, found) };
  });
  await printFigures(session, format, options, output);
  await sayUncertain(session, uncertain);
  await session.complain(faults);
  return session.status;
}

function nearnessTyped(word: string): Nearness {
  const near = nearnessOf(word);
  if (near === null)
    throw new UsageFault(
      `--near ${word}: not known. Give passage, overlap, paragraph or a number of paragraphs up to ${FURTHEST}`,
    );
  return near;
}

const totalsOf = (rows: readonly ThemeCounts[], columns: number): number[] =>
  Array.from({ length: columns }, (_, i) =>
    rows.reduce((sum, { counts }) => sum + (counts[i] ?? 0), 0),
  );

type TextMatrix = Awaited<ReturnType<typeof textMatrix>>;

function textsOutput(session: Session, { rows, texts, uncertain }: TextMatrix): FigureOutput {
  const totals = totalsOf(rows, texts.length);
  const total = totals.reduce((sum, n) => sum + n, 0);
  return {
    json: () => ({
      texts: texts.map(({ id }) => id),
      rows: rows.map(({ theme, counts, total: all, uncertain: left }) => ({
        theme: theme.id,
        name: theme.name,
        counts,
        total: all,
        uncertain: left,
      })),
      totals,
      total,
      uncertain,
    }),
    csv: () => [
      ['theme', 'name', ...texts.map(({ id }) => id), 'total', 'uncertain'],
      ...rows.map(({ theme, counts, total: all, uncertain: left }) => [
        theme.id,
        theme.name,
        ...counts,
        all,
        left,
      ]),
    ],
    lines: () =>
      matrixLines(session, {
        columns: texts.map(({ title }) => visibleLine(title)),
        rows: rows.map(row => ({ ...row, last: row.total })),
        last: { heading: 'all', totals: [...totals, total] },
        empty: null,
      }),
  };
}

function pairsOutput(session: Session, rows: readonly ThemeCounts[], near: Nearness): FigureOutput {
  return {
    json: () => ({
      near,
      themes: rows.map(({ theme }) => theme.id),
      rows: rows.map(({ theme, counts, total, uncertain }) => ({
        theme: theme.id,
        name: theme.name,
        passages: total,
        counts,
        uncertain,
      })),
    }),
    csv: () => [
      ['theme', 'name', 'passages', ...rows.map(({ theme }) => theme.id), 'uncertain'],
      ...rows.map(({ theme, counts, total, uncertain }) => [
        theme.id,
        theme.name,
        total,
        ...counts,
        uncertain,
      ]),
    ],
    lines: () =>
      matrixLines(session, {
        columns: rows.map(({ theme }) => `${theme.mark} ${visibleLine(theme.name)}`),
        rows: rows.map(row => ({ ...row, last: row.total })),
        last: { heading: 'passages', totals: null },
        empty: 'diagonal',
      }),
  };
}
