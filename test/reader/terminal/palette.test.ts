import { describe, expect, test } from 'vitest';
import type { Palette } from '../../../src/reader/layout/palette.ts';
import { choosePalette, type PaletteQuestion } from '../../../src/reader/terminal/palette.ts';

const choose = (question: Partial<PaletteQuestion>): Palette =>
  choosePalette({ env: {}, colours: 'auto', background: null, ...question });
const DARK_ON_WHITE = { colours: 'dark', background: [1, 1, 1] } as const;

describe('mode', () => {
  test.each<[string, Partial<PaletteQuestion>, Palette['mode']]>([
    ['dark without any hint', {}, 'dark'],
    ['dark on a dark background', { background: [0.08, 0.09, 0.11] }, 'dark'],
    ['light on a light background', { background: [0.98, 0.98, 0.96] }, 'light'],
    ['light on yellow, which is bright', { background: [1, 1, 0.6] }, 'light'],
    ['dark on blue, which is not', { background: [0, 0, 1] }, 'dark'],
    ['light by COLORFGBG', { env: { COLORFGBG: '0;15' } }, 'light'],
    ['light by COLORFGBG with three parts', { env: { COLORFGBG: '0;default;15' } }, 'light'],
    ['dark by COLORFGBG', { env: { COLORFGBG: '15;0' } }, 'dark'],
    [
      'what the terminal told before COLORFGBG',
      { env: { COLORFGBG: '0;15' }, background: [0, 0, 0] },
      'dark',
    ],
    ['none, dark, light and contrast as the settings say', { colours: 'none' }, 'none'],
    ['dark on a light ground, if the settings say so', DARK_ON_WHITE, 'dark'],
    ['light on a dark ground, if the settings say so', { colours: 'light' }, 'light'],
    ['high contrast, if the settings say so', { colours: 'contrast' }, 'contrast'],
  ])('%s', (_, question, mode) => {
    expect(choose(question).mode).toBe(mode);
  });
});

describe('depth', () => {
  test.each<[PaletteQuestion['env'], Palette['depth']]>([
    [{}, '16'],
    [{ TERM: 'xterm' }, '16'],
    [{ TERM: 'xterm-256color' }, '256'],
    [{ TERM: 'screen-256color' }, '256'],
    [{ TERM_PROGRAM: 'Apple_Terminal' }, '256'],
    [{ TERM: 'xterm-256color', COLORTERM: 'truecolor' }, 'true'],
    [{ COLORTERM: '24bit' }, 'true'],
    [{ TERM: 'xterm-direct' }, 'true'],
  ])('%j shows %s', (env, depth) => {
    expect(choose({ env }).depth).toBe(depth);
  });
});

describe('plain characters', () => {
  test.each<[PaletteQuestion['env'], boolean]>([
    [{}, false],
    [{ LANG: 'en_GB.UTF-8' }, false],
    [{ LANG: 'C.utf8' }, false],
    [{ LANG: 'C' }, true],
    [{ LANG: 'en_GB.ISO-8859-1' }, true],
    [{ LANG: 'C', LC_ALL: 'en_GB.UTF-8' }, false],
    [{ LANG: 'en_GB.UTF-8', LC_CTYPE: 'POSIX' }, true],
    [{ LANG: 'en_GB.UTF-8', MARGINALIA_ASCII: '1' }, true],
    [{ LANG: 'C', MARGINALIA_ASCII: '0' }, false],
  ])('%j: %s', (env, ascii) => {
    expect(choose({ env }).ascii).toBe(ascii);
  });
});
