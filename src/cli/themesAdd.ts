import { THEME_COLOURS } from '../model/codebook.ts';
import { UsageFault } from '../model/fault.ts';
import { visible } from '../model/visible.ts';
import { addTheme, type ThemeFields } from '../project/themes.ts';
import { cellsOf, prepareCells } from './cells.ts';
import type { Session } from './session.ts';
import { lines, shape } from './themes.ts';

export interface ThemesAddOptions {
  definition?: string | undefined;
  include?: string | undefined;
  exclude?: string | undefined;
  memo?: string | undefined;
  key?: string | undefined;
  colour?: string | undefined;
  mark?: string | undefined;
  parent?: string | undefined;
  pattern: readonly string[];
}

/** `themes add NAME`: one more theme at the end of the codebook. */
export async function themesAdd(
  session: Session,
  name: string,
  options: ThemesAddOptions,
): Promise<number> {
  await prepareCells([options.mark ?? '']);
  const fields = fieldsOf(options);
  const project = await session.project();
  const theme = { ...(await addTheme(project, name, fields)), count: 0 };
  if (session.options.json) await session.printJson({ themes: [shape(theme)] });
  else await session.print(await lines(session, [theme]));
  await session.say(`Added ${theme.name}`);
  return session.status;
}

function fieldsOf(options: ThemesAddOptions): ThemeFields {
  const { definition = '', include = '', exclude = '', memo = '', parent = null } = options;
  const { key, colour, mark, pattern } = options;
  return {
    ...{ definition, include, exclude, memo, parent, patterns: [...pattern] },
    ...(key === undefined ? {} : { key: digit(key) }),
    ...(colour === undefined ? {} : { colour: paletteColour(colour) }),
    ...(mark === undefined ? {} : { mark: oneCell(mark) }),
  };
}

function digit(word: string): number {
  if (!/^[1-9]$/.test(word)) throw new UsageFault(`--key ${word}: not a digit from 1 to 9`);
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
