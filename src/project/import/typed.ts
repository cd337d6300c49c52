import { dateIn } from '../../importing/dates.ts';
import { freeSlug, isSafeFileName, slug } from '../../model/slug.ts';

/** Bytes of UTF-8: a file's name may have 255, and endings and temporary names need some. */
const MOST_BYTES = 150;

/** As much of a name as an id may be long. */
function shortName(name: string): string {
  const letters = Array.from(slug(name));
  const bytes = () => new TextEncoder().encode(letters.join('')).length;
  while (bytes() > MOST_BYTES) letters.pop();
  return letters.join('');
}

/** The id of a transcript with a title, or a file's name: one that is not taken yet. */
export const freeId = (name: string, isTaken: (id: string) => boolean): string =>
  freeSlug(shortName(name), 'text', isTaken);

/** Why a name cannot be the id of a transcript on every file system; `null` where it can. */
export const idProblem = (id: string): string | null =>
  isSafeFileName(id)
    ? null
    : `"${id}" cannot be a file's name everywhere. Use letters, digits and hyphens`;

/** A year alone, a month or a day, written in numbers or in words, as ISO 8601; `null` where it is none of them. */
export const typedDate = (words: string): string | null =>
  /^\d{4}$/.test(words.trim()) ? words.trim() : dateIn(words);
