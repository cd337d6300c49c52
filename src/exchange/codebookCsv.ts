import { parse } from 'csv-parse/sync';
import { stringify } from 'csv-stringify/sync';
import { THEME_COLOURS, type Theme, type ThemeStatus } from '../model/codebook.ts';
import { guarded, unguarded } from '../model/formulaGuard.ts';
import type { IncomingTheme } from '../model/mergeCodebook.ts';

const FIELDS = [
  ...['id', 'name', 'definition', 'include', 'exclude', 'memo', 'colour', 'mark', 'key'],
  ...['patterns', 'parent', 'status', 'mergedInto'],
];

/**
 * A codebook as CSV (RFC 4180, UTF-8 without BOM): a row a theme, patterns one a line in their cell,
 * parents by id. Cells that a spreadsheet would run are guarded.
 */
export function writeCodebookCsv(themes: readonly Theme[]): string {
  const rows = themes.map(({ patterns, ...theme }) => {
    const cells = new Map<string, unknown>(
      Object.entries({ ...theme, patterns: patterns.join('\n') }),
    );
    return FIELDS.map(field => guarded(String(cells.get(field) ?? '')));
  });
  return stringify([FIELDS, ...rows], { quoted_match: /[\r\n]/ });
}

export type CsvRead =
  | { kind: 'themes'; themes: IncomingTheme[]; notes: string[] }
  | { kind: 'refused'; problem: string };

/**
 * Reads a table of themes: a heading row with `name` in it and any other fields of a theme, in any
 * order and case; other columns are told as left out. `parent` is an id or a name of the same table.
 * Comma, semicolon or tab. Never throws.
 */
export function readCodebookCsv(csv: string): CsvRead {
  let rows: string[][];
  try {
    rows = parse(csv, {
      bom: true,
      delimiter: delimiterOf(csv),
      relax_column_count: true,
      skip_empty_lines: true,
    });
  } catch (cause) {
    const reason = cause instanceof Error ? cause.message.split('\n', 1)[0] : String(cause);
    return { kind: 'refused', problem: `is no CSV: ${reason}` };
  }
  const [first = [], ...others] = rows;
  const heading = first.map(
    cell => FIELDS.find(field => field.toLowerCase() === cell.trim().toLowerCase()) ?? null,
  );
  if (!heading.includes('name'))
    return { kind: 'refused', problem: 'has no column "name" in its first row: give it one' };
  const left = first.filter((_, i) => heading[i] === null);
  const records = others
    .map(row => recordOf(heading, row))
    .filter(record => record.get('name') !== undefined);
  return {
    kind: 'themes',
    themes: records.map((record, i) => themeOf(record, records, i)),
    notes: left.length > 0 ? [`columns left out: ${left.join(', ')}`] : [],
  };
}

/** The one of the usual three that the heading has most of. */
function delimiterOf(csv: string): string {
  const heading = csv.split(/\r?\n/, 1)[0] ?? '';
  const counts = [',', ';', '\t'].map(sign => ({ sign, count: heading.split(sign).length }));
  return counts.reduce((best, one) => (one.count > best.count ? one : best)).sign;
}

type Cells = ReadonlyMap<string, string>;

/** The filled cells by field. */
function recordOf(heading: readonly (string | null)[], row: readonly string[]): Cells {
  const cells = new Map<string, string>();
  for (const [i, field] of heading.entries()) {
    const words = unguarded(row[i] ?? '');
    if (field !== null && words.trim() !== '') cells.set(field, words);
  }
  return cells;
}

function themeOf(cells: Cells, all: readonly Cells[], index: number): IncomingTheme {
  const colour = THEME_COLOURS.find(one => one === cells.get('colour')?.trim().toLowerCase());
  const key = /^[1-9]$/.exec(cells.get('key')?.trim() ?? '')?.[0];
  const patterns = cells
    .get('patterns')
    ?.split(/\r?\n/)
    .map(line => line.trim())
    .filter(Boolean);
  const words = ['definition', 'include', 'exclude', 'memo'].flatMap(field =>
    cells.has(field) ? [[field, cells.get(field)]] : [],
  );
  const mark = cells.get('mark')?.trim();
  return {
    ref: refOf(cells, index),
    name: cells.get('name') ?? '',
    parent: refNamed(all, cells.get('parent')),
    mergedInto: refNamed(all, cells.get('mergedInto')),
    ...Object.fromEntries(words),
    ...(cells.has('id') ? { id: cells.get('id')?.trim() } : {}),
    ...(colour ? { colour } : {}),
    ...(mark ? { mark } : {}),
    ...(key ? { key: Number(key) } : {}),
    ...(patterns ? { patterns } : {}),
    status: statusOf(cells.get('status')),
  };
}

const refOf = (cells: Cells, index: number): string =>
  cells.get('id')?.trim() ?? `row ${index + 2}`;

/** The row that an id or a name means; `null` where there is none. */
function refNamed(all: readonly Cells[], word: string | undefined): string | null {
  const wanted = word?.trim();
  if (!wanted) return null;
  const byId = all.findIndex(cells => cells.get('id')?.trim() === wanted);
  const at = byId === -1 ? all.findIndex(cells => cells.get('name')?.trim() === wanted) : byId;
  const found = all[at];
  return found ? refOf(found, at) : null;
}

const STATUSES: readonly ThemeStatus[] = ['active', 'retired', 'merged'];

const statusOf = (word: string | undefined): ThemeStatus =>
  STATUSES.find(one => one === word?.trim().toLowerCase()) ?? 'active';
