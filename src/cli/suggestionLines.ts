import type { Theme } from '../model/codebook.ts';
import type { Because } from '../model/suggestion.ts';
import { visibleLine } from '../model/visible.ts';
import { paragraphsTouched } from '../project/placed.ts';
import type { FoundSuggestion } from '../project/suggest.ts';
import type { Session } from './session.ts';
import { type Column, tableLines } from './table.ts';
import { counted, paragraphWords, themeWords } from './words.ts';

const COLUMNS: readonly Column[] = [
  { heading: 'SCORE', right: true },
  { heading: '¶' },
  { heading: 'THEME', shrinksTo: 12 },
  { heading: 'QUOTE', shrinksTo: 16 },
];
/** Of a quotation more is never seen, so more is not measured; UTF-16 units. */
const LONGEST_QUOTE = 400;

/** Suggestions as a table: the id above each row, the reasons below it. */
export function suggestionLines(
  session: Session,
  found: readonly FoundSuggestion[],
  themes: readonly Theme[],
): Promise<string[]> {
  const rows = found.map(one => ({
    above: [visibleLine(one.id)],
    cells: [
      one.suggestion.score.toFixed(2),
      paragraphWords(paragraphsOf(one)).replace('¶ ', ''),
      themeWords(themes, one.suggestion.theme),
      oneLine(quoteOf(one).slice(0, LONGEST_QUOTE)),
    ],
    below: reasonLines(one),
  }));
  return tableLines(COLUMNS, rows, session);
}

function reasonLines({ suggestion: { because, against } }: FoundSuggestion): string[] {
  const reasons = because.map(reasonWords).join('; ');
  return [
    `    because ${visibleLine(reasons)}`,
    ...(against.length > 0 ? [`    against ${visibleLine(against.join(', '))}`] : []),
  ];
}

function reasonWords(reason: Because): string {
  if (reason.kind === 'pattern')
    return reason.count === 1 ? reason.pattern : `${reason.pattern} ×${reason.count}`;
  const sentences = counted(Math.abs(reason.away), 'sentence');
  return `near ${reason.words} (${sentences} ${reason.away < 0 ? 'before' : 'after'})`;
}

/** The `--json` shape of a suggestion; positions are code points, half-open. */
export function suggestionShape(one: FoundSuggestion) {
  const { id, suggestion, loaded } = one;
  const { theme, start, end, score, because, against } = suggestion;
  return {
    id,
    text: loaded.transcript.id,
    theme,
    paragraphs: paragraphsOf(one),
    start: loaded.codePoints.fromUtf16(start),
    end: loaded.codePoints.fromUtf16(end),
    quote: quoteOf(one),
    score,
    because,
    against,
  };
}

const paragraphsOf = ({ suggestion, loaded }: FoundSuggestion): number[] =>
  paragraphsTouched(loaded, suggestion);

const quoteOf = ({ suggestion: { start, end }, loaded }: FoundSuggestion): string =>
  loaded.transcript.text.slice(start, end);

/** Words on one line, white space of any kind and length as one space. */
const oneLine = (words: string) => visibleLine(words.replace(/\s+/g, ' ').trim());
