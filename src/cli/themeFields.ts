import { THEME_COLOURS } from '../model/codebook.ts';
import type { ThemeFields } from '../model/codebookEdits.ts';
import { UsageFault } from '../model/fault.ts';
import { visible } from '../model/visible.ts';
import { cellsOf, prepareCells } from './cells.ts';

/** The options that name fields of a theme, as they were typed. */
export interface FieldOptions {
  definition?: string | undefined;
  include?: string | undefined;
  exclude?: string | undefined;
  memo?: string | undefined;
  key?: string | undefined;
  colour?: string | undefined;
  mark?: string | undefined;
}

/** The fields that were given, checked. Throws a UsageFault for what cannot be one. */
export async function fieldsOf(
  options: FieldOptions,
): Promise<Omit<ThemeFields, 'parent' | 'patterns'>> {
  const { key, colour, mark } = options;
  await prepareCells([mark ?? '']);
  const words = (['definition', 'include', 'exclude', 'memo'] as const).flatMap(field =>
    options[field] === undefined ? [] : [[field, options[field]] as const],
  );
  return {
    ...Object.fromEntries(words),
    ...(key === undefined ? {} : { key: digit(key) }),
    ...(colour === undefined ? {} : { colour: paletteColour(colour) }),
    ...(mark === undefined ? {} : { mark: oneCell(mark) }),
  };
}

function digit(word: string): number | null {
  if (word.toLowerCase() === 'none') return null;
  if (!/^[1-9]$/.test(word))
    throw new UsageFault(`--key ${word}: not a digit from 1 to 9, or none`);
  return Number(word);
}

function paletteColour(word: string): string {
  const colour = THEME_COLOURS.find(one => one === word.toLowerCase());
  if (!colour)
    throw new UsageFault(`--colour ${word}: not in the palette (${THEME_COLOURS.join(', ')})`);
  return colour;
}

/** A mark stands in a margin that is one cell wide. */
function oneCell(word: string): string {
  if (cellsOf(word) !== 1 || visible(word) !== word)
    throw new UsageFault(`--mark ${word}: give one sign that is one cell wide, such as ◆`);
  return word;
}
