import { readMark } from '../mark.ts';
import { CHECK_DATA, QUOTED } from '../plainText.ts';
import type { ReadDigest } from './quotation.ts';

const NUMBER = /^\[(?<number>\d+)\]$/;
const MARK = /^\[(?<number>\d+)\] (?<words>.*)$/;
const BAR = QUOTED.trimEnd();

/** Reads a digest in plain text: the numbered quotations, and the marks at its end. */
export function readPlainText(text: string): ReadDigest {
  const lines = text.split(/\r\n?|\n/);
  const data = lines.lastIndexOf(CHECK_DATA);
  const quotes = quotesOf(data === -1 ? lines : lines.slice(0, data));
  const digest: ReadDigest = { quotations: [], hashes: new Map() };
  for (const line of data === -1 ? [] : lines.slice(data + 1)) {
    const { number, words } = MARK.exec(line)?.groups ?? {};
    const mark = readMark(words ?? line);
    if (mark?.kind === 'text') digest.hashes.set(mark.text, mark.sha256);
    if (mark?.kind !== 'passage' || number === undefined) continue;
    digest.quotations.push({ quote: quotes.get(number) ?? '', mark });
    quotes.delete(number);
  }
  for (const quote of quotes.values()) digest.quotations.push({ quote, mark: null });
  return digest;
}

/** The lines with a bar below each number. */
function quotesOf(lines: readonly string[]): Map<string, string> {
  const quotes = new Map<string, string>();
  let number: string | undefined;
  for (const line of lines) {
    const isQuoted = line.startsWith(BAR);
    if (isQuoted && number !== undefined)
      quotes.set(number, `${quotes.get(number) ?? ''}${line.slice(QUOTED.length)}\n`);
    else number = NUMBER.exec(line)?.groups?.number;
    if (number !== undefined && !quotes.has(number)) quotes.set(number, '');
  }
  return quotes;
}
