import { isAscii } from '../../model/plainGlyphs.ts';
import type { Settings } from '../../model/settings.ts';
import type { Depth, Mode, Palette } from '../layout/palette.ts';

type Environment = Readonly<Record<string, string | undefined>>;

export interface PaletteQuestion {
  env: Environment;
  /** What the settings say, `NO_COLOR` and `--no-color` over them. */
  colours: Settings['colours'];
  /** The terminal's answer to OSC 11, red, green and blue from 0 to 1; `null` without one. */
  background: readonly [number, number, number] | null;
}

/** The palette for what the settings say about colours, in one terminal. */
export type PaletteOf = (colours: Settings['colours']) => Palette;

/**
 * The palette for a terminal. Without a word in the settings it is dark or light by the background that
 * the terminal told, then by `COLORFGBG`, then dark.
 */
export function choosePalette({ env, colours, background }: PaletteQuestion): Palette {
  const usual: Mode = isLight(background, env.COLORFGBG) ? 'light' : 'dark';
  const mode = colours === 'auto' ? usual : colours;
  return { mode, depth: depthOf(env), ascii: isAscii(env) };
}

function isLight(
  background: PaletteQuestion['background'],
  colorFgBg: string | undefined,
): boolean {
  if (background) {
    const [red, green, blue] = background;
    // Relative luminance by Rec. 709, without the gamma: enough to part light from dark.
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue > 0.5;
  }
  const ground = Number(colorFgBg?.split(';').at(-1));
  return ground === 7 || (ground >= 9 && ground <= 15);
}

function depthOf({ COLORTERM, TERM, TERM_PROGRAM }: Environment): Depth {
  if (/truecolor|24bit/i.test(COLORTERM ?? '') || /-direct$/.test(TERM ?? '')) return 'true';
  return /256/.test(TERM ?? '') || TERM_PROGRAM === 'Apple_Terminal' ? '256' : '16';
}
