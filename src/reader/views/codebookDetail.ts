import { type Theme, themeById } from '../../model/codebook.ts';
import { visibleLine } from '../../model/visible.ts';
import { fieldWords, THEME_FIELDS, type ThemeField } from '../codebookRows.ts';
import type { CodebookTask } from '../layer.ts';
import { LineBuilder, type Look } from '../layout/line.ts';
import { shorten } from '../layout/width.ts';
import type { ReaderState } from '../state.ts';
import { examplesOf } from '../themePassages.ts';
import type { Field } from './frame.ts';
import { quoteRows, wrappedWords } from './themeDetail.ts';

/** A row of the pane that shows one theme; `field`: words are typed from here on. */
export interface DetailRow {
  row: LineBuilder;
  isHere: boolean;
  field: Field | null;
}

/** The columns of the pane, its end not included, and what is being done to the theme. */
export interface Pane {
  from: number;
  end: number;
  doing: Exclude<CodebookTask, { kind: 'add' | 'split' }> | null;
  isFocused: boolean;
}

const LABEL = 12;

/** A theme in full: how it looks, its words, and examples. */
export function detailRows(state: ReaderState, theme: Theme, pane: Pane): DetailRow[] {
  const chosen = pane.doing && 'field' in pane.doing ? pane.doing.field : null;
  const shown = THEME_FIELDS.filter(field =>
    chosen === null
      ? field === 'definition' || (field !== 'name' && fieldWords(theme, field) !== '')
      : true,
  );
  return [
    titleRow(theme, pane),
    ...fateRows(state, theme, pane),
    ...shown.flatMap(field => [still(new LineBuilder()), ...fieldRows(theme, field, pane)]),
    ...(chosen === null ? exampleRows(state, theme, pane) : []),
  ];
}

const still = (row: LineBuilder): DetailRow => ({ row, isHere: false, field: null });

function titleRow(theme: Theme, { from, end, isFocused }: Pane): DetailRow {
  const facts = theme.key === null ? theme.colour : `${theme.colour} · key ${theme.key}`;
  const room = end - 2 - from - 2 - facts.length - 3;
  const name = shorten(visibleLine(theme.name), room);
  const row = new LineBuilder()
    .at(from - 2, isFocused ? '▌' : '', { role: 'current' })
    .at(from, theme.mark, { theme: theme.colour })
    .at(from + 2, name, { role: 'current', bold: true });
  const left = from + 2 + room - row.width - 3;
  if (left >= 4) row.push(`   ${shorten(visibleLine(theme.id), left)}`, { role: 'muted' });
  return still(row.endingAt(end - 2, visibleLine(facts), { role: 'muted' }));
}

/** Where it stands, and what became of it. */
function fateRows({ codebook }: ReaderState, theme: Theme, { from, end }: Pane): DetailRow[] {
  const parent = codebook.themes.find(({ id }) => id === theme.parent)?.name;
  const target = themeById(codebook, theme.id)?.name;
  const words = [
    parent === undefined ? '' : `under ${visibleLine(parent)}`,
    theme.status === 'retired' ? 'retired' : '',
    theme.status === 'merged' ? `merged into ${visibleLine(target ?? '')}` : '',
  ].filter(Boolean);
  if (words.length === 0) return [];
  return [still(new LineBuilder().at(from, shorten(words.join(' · '), end - from), MUTED))];
}

const MUTED: Look = { role: 'muted' };

const LOOKS: Readonly<Record<ThemeField, Look>> = {
  name: { role: 'current' },
  definition: { role: 'current' },
  include: { role: 'rest' },
  exclude: { role: 'rest' },
  patterns: { role: 'rest' },
  memo: { role: 'rest', italic: true },
};

/** Rows for words that may be long. */
const LONG = 4;

function fieldRows(theme: Theme, field: ThemeField, pane: Pane): DetailRow[] {
  const { from, end, doing } = pane;
  const isHere = doing !== null && 'field' in doing && doing.field === field;
  const column = from + LABEL;
  const width = end - column;
  const typed = isHere && doing.kind === 'field' ? doing.draft : null;
  const all = wrappedWords(shownWords(theme, field), width).map(row =>
    row.replaceAll(NO_BREAK, ' '),
  );
  const wrapped = doing === null && field === 'patterns' ? shortened(all, width) : all;
  const words = wrapped.length > 0 ? wrapped : [EMPTY[field] ?? '–'];
  const height = field === 'name' ? 1 : Math.max(LONG, wrapped.length);
  const rows = typed === null ? words : Array<string>(height).fill('');
  return rows.map((text, i) => {
    const row = new LineBuilder();
    if (isHere && i === 0) row.at(from - 2, '▌', { role: 'current' });
    if (i === 0) row.at(from, field, isHere ? { role: 'current', bold: true } : MUTED);
    row.at(column, text, wrapped.length > 0 ? LOOKS[field] : MUTED);
    return {
      row,
      isHere: isHere && i === 0,
      field: typed !== null && i === 0 ? typingField(typed, field, column, width, height) : null,
    };
  });
}

/** Where patterns are wrapped, the dot between two stays at the end of a row: all rows begin in one column. */
const shownWords = (theme: Theme, field: ThemeField): string =>
  field === 'patterns' ? theme.patterns.join(`${NO_BREAK}· `) : fieldWords(theme, field);

const NO_BREAK = '\u00A0';

/** Rows of patterns while no field is chosen: the examples below them say more. */
const MOST_PATTERNS = 3;

const shortened = (rows: string[], width: number): string[] =>
  rows.length <= MOST_PATTERNS
    ? rows
    : rows.slice(0, MOST_PATTERNS).with(-1, shorten(`${rows[MOST_PATTERNS - 1]} …`, width));

const EMPTY: Partial<Record<ThemeField, string>> = { definition: 'No definition yet.' };

const HINTS: Readonly<Record<ThemeField, string>> = {
  name: 'what it is called',
  definition: 'what it means, in a sentence',
  include: 'what counts',
  exclude: 'what does not',
  patterns: 'words · "a phrase" · /expression/',
  memo: 'what you want to remember about it',
};

const typingField = (
  value: string,
  field: ThemeField,
  column: number,
  width: number,
  rows: number,
): Field => ({ row: 0, column, width, rows, value, placeholder: HINTS[field] });

const EXAMPLE_ROWS = 3;

/** Two passages of the theme, each with its source. */
function exampleRows(state: ReaderState, theme: Theme, { from, end }: Pane): DetailRow[] {
  const column = from + LABEL;
  return examplesOf(state, theme.id).flatMap(({ placed, title, paragraph, quote }, i) => {
    const { key } = placed.annotation;
    const quoted = quoteRows(quote, end - column, EXAMPLE_ROWS).map((row, at) => {
      const line = new LineBuilder();
      if (i === 0 && at === 0) line.at(from, 'examples', MUTED);
      if (at === 0 && key) line.at(column - 2, '★', { role: 'current' });
      return line.at(column, row, { role: key ? 'current' : 'rest' });
    });
    const place = `${visibleLine(title)}, ¶ ${(paragraph ?? 0) + 1}`;
    const source = new LineBuilder().at(column, shorten(place, end - column), MUTED);
    return [new LineBuilder(), ...quoted, source].map(still);
  });
}
