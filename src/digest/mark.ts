import type { Html } from 'mdast';
import { shortId } from '../model/annotation.ts';
import type { Passage } from './arrange.ts';
import { quoteHash } from './comparable.ts';
import type { DigestText } from './input.ts';

/**
 * Marks let a program check a digest against the texts. They are words parted by one space; each
 * format keeps them where no reader sees them, Markdown and HTML in comments:
 *
 *     <!-- marginalia passage TEXT START-END ANNOTATION,ANNOTATION HASH -->   closes a passage
 *     <!-- marginalia text TEXT sha256:DIGEST -->                             once a transcript, at the end
 *
 * TEXT and ANNOTATION (a UUID without `urn:uuid:`) are percent-encoded, START and END are code
 * points, half-open, HASH is `quoteHash` of the quotation. The quotation is the last block quotation
 * above the passage's mark.
 */
export function passageWords(passage: Passage, source: DigestText): string {
  const ids = passage.tags.map(tag => word(shortId(tag.id))).join(',');
  const place = `${word(source.id)} ${passage.start}-${passage.end}`;
  return `marginalia passage ${place} ${ids} ${quoteHash(passage.quote)}`;
}

export const textWords = (source: DigestText): string =>
  `marginalia text ${word(source.id)} sha256:${word(source.sha256)}`;

export const passageMark = (passage: Passage, source: DigestText): Html =>
  comment(passageWords(passage, source));

export const textMark = (source: DigestText): Html => comment(textWords(source));

const comment = (words: string): Html => ({ type: 'html', value: `<!-- ${words} -->` });

/** A passage's mark as it was read. */
export interface PassageMark {
  kind: 'passage';
  text: string;
  start: number;
  end: number;
  /** UUIDs without `urn:uuid:`. */
  annotations: string[];
  /** `null` in a digest of a version that did not write it. */
  hash: string | null;
}

export type Mark = PassageMark | { kind: 'text'; text: string; sha256: string };

const PASSAGE =
  /^marginalia passage (?<text>\S+) (?<start>\d+)-(?<end>\d+) (?<ids>\S+)(?: (?<hash>[0-9a-f]{16}))?$/;
const TEXT = /^marginalia text (?<text>\S+) sha256:(?<sha256>[0-9a-f]{64})$/;

/** What the words of a mark say; `null` for any other words. */
export function readMark(words: string): Mark | null {
  const trimmed = words.trim();
  const passage = PASSAGE.exec(trimmed)?.groups;
  const text = TEXT.exec(trimmed)?.groups;
  try {
    if (text)
      return { kind: 'text', text: decodeURIComponent(text.text ?? ''), sha256: text.sha256 ?? '' };
    if (!passage) return null;
    const { start, end, ids = '', hash } = passage;
    return {
      kind: 'passage',
      text: decodeURIComponent(passage.text ?? ''),
      start: Number(start),
      end: Number(end),
      annotations: ids.split(',').map(id => decodeURIComponent(id)),
      hash: hash ?? null,
    };
  } catch {
    return null;
  }
}

/**
 * A value that is safe inside a comment: ASCII without `>`, white space or comma, and no two hyphens
 * in a row, which XML forbids there. `decodeURIComponent` gives it back.
 */
function word(value: string): string {
  return encodeURIComponent(value.toWellFormed()).replaceAll('--', '-%2D');
}
