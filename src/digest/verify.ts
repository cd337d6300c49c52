import type { CodePoints } from '../model/codePoints.ts';
import { comparable, quoteHash } from './comparable.ts';
import type { Quotation } from './read/quotation.ts';

export type QuotationStatus =
  | 'verified'
  | 'source-changed'
  | 'source-missing'
  | 'altered'
  | 'unknown';

/** A transcript as it is now. */
export interface PresentSource {
  text: string;
  codePoints: CodePoints;
  sha256: string;
  /** The whole of it as it is compared; worked out once, when it is asked for. */
  compared(): string;
}

/** What became of a quotation, and how it differs, in words; `how` is empty for a verified one in its place. */
export interface Verdict {
  status: QuotationStatus;
  how: string;
}

/**
 * Says of one quotation whether it is as in its source. `recorded` is the sha256 that the digest
 * gives for the source, `source` is `null` where the project has none of that name. What the words
 * are compared by is `comparable`: white space, quotation marks and composition do not count.
 */
export function verifyQuotation(
  { quote, mark }: Quotation,
  recorded: string | undefined,
  source: PresentSource | null,
): Verdict {
  if (mark === null) return { status: 'unknown', how: 'nothing says where it is from' };
  if (source === null)
    return { status: 'source-missing', how: `there is no transcript ${mark.text} in the project` };
  const here = comparable(
    source.text.slice(source.codePoints.toUtf16(mark.start), source.codePoints.toUtf16(mark.end)),
  );
  const words = comparable(quote);
  if (words === '') return { status: 'altered', how: 'its words are gone' };
  if (words === here) return { status: 'verified', how: '' };
  const isSameSource = recorded === undefined || recorded === source.sha256;
  if (isSameSource) return { status: 'altered', how: difference(words, here) };
  if (source.compared().includes(words))
    return { status: 'verified', how: 'it stands elsewhere in the transcript now' };
  const isUntouched = mark.hash === null || mark.hash === quoteHash(quote);
  return isUntouched
    ? { status: 'source-changed', how: `the transcript now reads: ${shortened(here)}` }
    : { status: 'altered', how: 'the transcript has changed too' };
}

/** How a quotation differs from its source. */
function difference(words: string, source: string): string {
  const kept = words
    .replace(/\s*(?:\[?(?:…|\.\.\.)\]?)\s*$/u, '')
    .replace(/^\s*(?:\[?(?:…|\.\.\.)\]?)\s*/u, '');
  if (source.includes(kept)) return `cut: the source has ${count(source) - count(kept)} words more`;
  if (words.includes(source))
    return `lengthened: the source has ${count(words) - count(source)} words fewer`;
  return `the source reads: ${shortened(from(source, firstDifference(words, source)))}`;
}

const count = (text: string): number => text.split(' ').filter(Boolean).length;

function firstDifference(a: string, b: string): number {
  let at = 0;
  while (at < Math.min(a.length, b.length) && a[at] === b[at]) at++;
  return at;
}

/** The source from the word in which it begins to differ. */
function from(source: string, at: number): string {
  const start = source.lastIndexOf(' ', at) + 1;
  return start === 0 ? source : `…${source.slice(start)}`;
}

const LONGEST = 80;

function shortened(text: string): string {
  const letters = Array.from(text);
  return letters.length > LONGEST ? `${letters.slice(0, LONGEST).join('')}…` : text;
}
