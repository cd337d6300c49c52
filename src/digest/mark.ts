import type { Html } from 'mdast';
import { shortId } from '../model/annotation.ts';
import type { Passage } from './arrange.ts';
import type { DigestText } from './input.ts';

/**
 * Marks let a program check a digest against the texts. They are HTML comments, so no reader sees
 * them, of words parted by one space:
 *
 *     <!-- marginalia passage TEXT START-END ANNOTATION,ANNOTATION -->   closes a passage
 *     <!-- marginalia text TEXT sha256:DIGEST -->                        once a transcript, at the end
 *
 * TEXT and ANNOTATION (a UUID without `urn:uuid:`) are percent-encoded, START and END are code
 * points, half-open. The quotation is the last block quotation above the passage's mark.
 */
export function passageMark(passage: Passage, source: DigestText): Html {
  const ids = passage.tags.map(tag => word(shortId(tag.id))).join(',');
  return comment(`passage ${word(source.id)} ${passage.start}-${passage.end} ${ids}`);
}

export const textMark = (source: DigestText): Html =>
  comment(`text ${word(source.id)} sha256:${word(source.sha256)}`);

const comment = (words: string): Html => ({ type: 'html', value: `<!-- marginalia ${words} -->` });

/**
 * A value that is safe inside a comment: ASCII without `>`, white space or comma, and no two hyphens
 * in a row, which XML forbids there. `decodeURIComponent` gives it back.
 */
function word(value: string): string {
  return encodeURIComponent(value.toWellFormed()).replaceAll('--', '-%2D');
}
