import { anchor } from '../anchoring/anchor.ts';
import { comparable, quoteHash } from '../digest/comparable.ts';
import type { CsvRow } from '../digest/read/csvRows.ts';
import { type Annotation, type Range, rangeOf } from '../model/annotation.ts';
import type { Draft } from '../model/step.ts';
import { place } from './placed.ts';
import type { LoadedText } from './texts.ts';

/** The place of a row in its text, or why it has none, in words. */
export type RowPlace = { range: Range | null; moved: boolean } | string;

/**
 * Where a row's passage is: at its positions where the text is the one that they were counted in and
 * the words are those, else where its very words stand. What a spreadsheet did to the words does not
 * matter as long as the row's hash fits; nothing is guessed by likeness.
 */
export function placeOfRow(loaded: LoadedText, row: CsvRow): RowPlace {
  if (row.start === '' && row.quote === '') return { range: null, moved: false };
  if (row.text_sha256 === loaded.sha256 && row.start !== '') return recorded(loaded, row);
  const subject = { text: loaded.transcript.text, codePoints: loaded.codePoints };
  const [start, end] = [Number(row.start), Number(row.end)];
  const exact = row.quote.replace(/\r\n?/g, '\n');
  const found = anchor(
    subject,
    { exact, prefix: '', suffix: '', start, end },
    { unchanged: false },
  );
  if (found.kind === 'exact' || found.kind === 'shifted')
    return { range: { start: found.start, end: found.end }, moved: found.kind === 'shifted' };
  const [first, ...others] = found.kind === 'ambiguous' ? found.candidates : [];
  const isThere = first && others.length > 0 && subject.text.startsWith(exact, first.start);
  return isThere
    ? 'its words stand in several places of the text now'
    : 'its words are not in the text as it is now';
}

function recorded({ transcript, codePoints }: LoadedText, row: CsvRow): RowPlace {
  const [first, last] = [Number(row.start), Number(row.end)];
  const isInside = /^\d+$/.test(row.start) && /^\d+$/.test(row.end) && first < last;
  const start = codePoints.toUtf16(first);
  const end = codePoints.toUtf16(last);
  const words = transcript.text.slice(start, end);
  const isQuoted =
    comparable(words) === comparable(row.quote) || quoteHash(words) === row.quote_hash;
  if (isInside && words !== '' && isQuoted) return { range: { start, end }, moved: false };
  return 'its words are not those at its place in the text';
}

/** How an annotation that is there differs from the one that a row says; `null`: it does not. */
export function difference(
  loaded: LoadedText,
  page: { sha256: string },
  there: Annotation,
  { annotation, range }: Draft,
  resolve: (theme: string) => string,
): string | null {
  const now = rangeOf(place(loaded, page, there));
  if (now?.start !== range?.start || now?.end !== range?.end) return 'another passage';
  const theme = there.theme === null ? null : resolve(there.theme);
  if (theme !== annotation.theme) return 'another theme';
  if ((there.memo ?? '') !== (annotation.memo ?? '')) return 'another memo';
  return there.key === annotation.key ? null : 'another star';
}
