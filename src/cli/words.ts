import { type Annotation, shortId } from '../model/annotation.ts';
import { type Theme, themeById } from '../model/codebook.ts';
import { visibleLine } from '../model/visible.ts';

/** A number with its noun: `1 passage`, `2 passages`. */
export const counted = (count: number, noun: string): string =>
  `${count} ${noun}${count === 1 ? '' : 's'}`;

/** Paragraph numbers as a reader writes them: `¶ 12`, `¶ 12-14`; empty for none. */
export function paragraphWords(numbers: readonly number[]): string {
  const [first] = numbers;
  const last = numbers.at(-1);
  if (first === undefined || last === undefined) return '';
  return first === last ? `¶ ${first}` : `¶ ${first}-${last}`;
}

/** A theme as its mark and name; an id that the codebook does not know stays as it is, in doubt. */
export function themeWords(themes: readonly Theme[], id: string | null): string {
  if (id === null) return 'memo';
  const theme = themeById({ version: 1, themes: [...themes] }, id);
  return visibleLine(theme ? `${theme.mark} ${theme.name}` : `? ${id}`);
}

const USUAL = 8;

/** The shortest beginnings, eight characters or more, that tell the ids of a list apart. */
export function shortIds(annotations: readonly Pick<Annotation, 'id'>[]): string[] {
  const ids = annotations.map(({ id }) => shortId(id));
  const different = new Set(ids).size;
  let length = USUAL;
  while (length < 36 && new Set(ids.map(id => id.slice(0, length))).size < different) length++;
  return ids.map(id => id.slice(0, length));
}
