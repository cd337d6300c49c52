import type { Depth, Mode, Palette } from '../layout/palette.ts';

type Environment = Readonly<Record<string, string | undefined>>;

export interface PaletteQuestion {
  env: Environment;
  /** `--no-color` was given. */
  noColor: boolean;
  /** The terminal's answer to OSC 11, red, green and blue from 0 to 1; `null` without one. */
  background: readonly [number, number, number] | null;
}

/**
 * The palette for a terminal: none where colour is not wanted (`NO_COLOR`, `--no-color`); dark or light
 * by the background that the terminal told, then by `COLORFGBG`, then dark.
 */
export function choosePalette({ env, noColor, background }: PaletteQuestion): Palette {
  const isPlain = noColor || Boolean(env.NO_COLOR);
  const mode: Mode = isPlain ? 'none' : isLight(background, env.COLORFGBG) ? 'light' : 'dark';
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

/** Plain characters: asked for, or the locale is not UTF-8. */
function isAscii({ MARGINALIA_ASCII, LC_ALL, LC_CTYPE, LANG }: Environment): boolean {
  if (MARGINALIA_ASCII) return MARGINALIA_ASCII !== '0';
  const locale = LC_ALL || LC_CTYPE || LANG;
  return locale !== undefined && locale !== '' && !/utf-?8/i.test(locale);
}
