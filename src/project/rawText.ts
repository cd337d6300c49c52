import { readFrontMatter } from '../model/frontMatter.ts';
import { normaliseLines } from '../model/transcript.ts';

/** A transcript's file as it is: its content with BOM and line ends, and where its text stands in it. */
export interface RawText {
  content: string;
  /** UTF-16 offset of the text in the content with LF line ends and without BOM: what the front matter takes. */
  bodyStart: number;
  /** `\r\n`, `\n` or `\r`: what most lines of the body end with. */
  lineEnd: string;
}

export function rawText(content: string): RawText {
  const { bodyStart } = readFrontMatter(normaliseLines(content));
  return { content, bodyStart, lineEnd: lineEndOf(content) };
}

function lineEndOf(content: string): string {
  const counts = new Map<string, number>([['\n', 0]]);
  for (const [end] of content.matchAll(/\r\n|\r|\n/g)) counts.set(end, (counts.get(end) ?? 0) + 1);
  return [...counts].reduce((most, one) => (one[1] > most[1] ? one : most))[0];
}

/**
 * Offsets into the file's content for offsets into its text, both UTF-16; `offsets` ascend. A line end of
 * two units is behind its last unit for the text: an offset never falls between the two.
 */
export function rawOffsets({ content, bodyStart }: RawText, offsets: readonly number[]): number[] {
  const found: number[] = [];
  let raw = content.charCodeAt(0) === 0xfeff ? 1 : 0;
  let at = -bodyStart;
  for (const wanted of offsets) {
    while (at < wanted) {
      // Up to the next line end both count alike.
      const end = content.indexOf('\r\n', raw);
      const step = end === -1 ? wanted - at : Math.min(wanted - at, end - raw);
      raw += step;
      at += step;
      if (at < wanted && raw === end) {
        raw += 2;
        at += 1;
      }
    }
    found.push(raw);
  }
  return found;
}

/** The content of a file that is UTF-8, its BOM included: encoding it again gives the same bytes. */
export const contentOf = (bytes: Uint8Array): string =>
  new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes);
