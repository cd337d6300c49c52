import type { Theme } from '../model/codebook.ts';
import type { AnnotationRecord } from '../model/record.ts';
import { visibleLine } from '../model/visible.ts';
import type { Session } from './session.ts';
import { type Column, tableLines } from './table.ts';
import { paragraphWords, shortIds, themeWords } from './words.ts';

const COLUMNS: readonly Column[] = [
  { heading: 'ID' },
  { heading: '¶' },
  { heading: 'THEME', shrinksTo: 12 },
  { heading: 'CODER', shrinksTo: 6 },
  { heading: 'QUOTE', shrinksTo: 16 },
];
/** Of a quotation more is never seen, so more is not measured; UTF-16 units. */
const LONGEST_QUOTE = 400;

/** A list of annotations under the ids of their transcripts; memos below their rows. */
export function annotationLines(
  session: Session,
  records: readonly AnnotationRecord[],
  themes: readonly Theme[],
): Promise<string[]> {
  const ids = shortIds(records);
  const rows = records.map((record, i) => ({
    above: record.text === records[i - 1]?.text ? [] : [visibleLine(record.text)],
    cells: [
      ids[i] ?? '',
      paragraphWords(record.paragraphs).replace('¶ ', ''),
      themeWords(themes, record.theme),
      visibleLine(record.coder),
      quoteWords(record),
    ],
    below: record.memo === null ? [] : [`    ↳ ${oneLine(record.memo)}`],
  }));
  return tableLines(COLUMNS, rows, session);
}

/** The quotation after `★` for a key one and the kind of anchor where it is not certain. */
function quoteWords({ quote, key, anchor }: AnnotationRecord): string {
  const kind =
    anchor.kind === 'exact' ? '' : `${anchor.kind === 'shifted' ? '' : '? '}${anchor.kind}: `;
  const words = quote === null ? 'on the whole text' : oneLine(quote.slice(0, LONGEST_QUOTE));
  return `${key ? '★ ' : ''}${kind}${words}`;
}

/** Words on one line, white space of any kind and length as one space. */
const oneLine = (words: string) => visibleLine(words.replace(/\s+/g, ' ').trim());
