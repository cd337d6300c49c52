import type { Theme } from '../../model/codebook.ts';
import { visibleLine } from '../../model/visible.ts';
import { drawerRule } from '../layout/bars.ts';
import { BLANK, type Line, LineBuilder, type Look, type Piece } from '../layout/line.ts';
import { shorten } from '../layout/width.ts';
import type { ReaderState } from '../state.ts';
import { themeAtHand } from '../themeAtHand.ts';
import { examplesOf } from '../themePassages.ts';
import { definitionRows, wrappedWords } from './themeDetail.ts';

/** UTF-16 units of a quotation that are looked at, and cells of it that are shown. */
const LOOKED_AT = 400;
const LONGEST_EXAMPLE = 160;
const NOTHING = 'No theme at hand yet.';
const words: Look = { role: 'rest' };
const label: Look = { role: 'muted' };

/** The rule of the theme at hand in the margin, as rows of pieces: name, definition, limits, two examples. */
export function rulePanel(state: ReaderState, width: number, rows: number): Piece[][] {
  const theme = themeAtHand(state);
  const plain = (lines: readonly string[]): Piece[][] => lines.map(text => [{ text, look: words }]);
  if (!theme) return plain(wrappedWords(NOTHING, width));
  const field = (name: string, text: string): Piece[][] =>
    text.trim() === ''
      ? []
      : [[], [{ text: name, look: label }], ...plain(wrappedWords(text, width))];
  const all: Piece[][] = [
    nameOf(theme, width),
    ...plain(definitionRows(theme, width)),
    ...field('include', theme.include),
    ...field('exclude', theme.exclude),
    ...exampleWords(state, theme).flatMap(text => field('example', text)),
  ];
  return all.slice(0, rows);
}

/** The same under the text, where there is no margin. */
export function ruleDrawer(state: ReaderState, height: number): Line[] {
  if (height === 0) return [];
  const { columns } = state.size;
  const theme = themeAtHand(state);
  const title = theme ? `${theme.mark} ${visibleLine(theme.name)}` : NOTHING;
  const field = (name: string, text: string): Line[] =>
    wrappedWords(text, columns - 16).map((row, i) =>
      new LineBuilder()
        .at(2, i === 0 ? name : '', label)
        .at(12, row, words)
        .build(),
    );
  const body = theme
    ? [
        ...field('means', theme.definition || 'No definition yet.'),
        ...field('include', theme.include),
        ...field('exclude', theme.exclude),
        ...exampleWords(state, theme).flatMap(text => field('example', text)),
      ]
    : [];
  const lines = [drawerRule(columns, title, ''), ...body].slice(0, height);
  while (lines.length < height) lines.push(BLANK);
  return lines;
}

const nameOf = (theme: Theme, width: number): Piece[] => [
  { text: theme.mark, look: { theme: theme.colour } },
  {
    text: ` ${shorten(visibleLine(theme.name), width - 2)}`,
    look: { role: 'current', bold: true },
  },
];

/** Quotations that show what the theme means. */
const exampleWords = (state: ReaderState, theme: Theme): string[] =>
  examplesOf(state, theme.id).map(
    ({ quote }) => `“${shorten(visibleLine(quote.slice(0, LOOKED_AT)), LONGEST_EXAMPLE)}”`,
  );
