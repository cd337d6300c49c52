import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { z } from 'zod';
import { THEME_COLOURS as THEME_NAMES } from '../../../src/model/codebook.ts';
import { paint } from '../../../src/reader/layout/line.ts';
import {
  type Depth,
  groundCodes,
  type Mode,
  type Palette,
  ROLES,
  type Role,
  roleStyle,
  styleCodes,
  THEME_COLOURS,
  themeCodes,
} from '../../../src/reader/layout/palette.ts';
import { describeCorpus } from '../../support/corpora.ts';

const MODES: readonly Mode[] = ['dark', 'light', 'contrast', 'none'];
const DEPTHS: readonly Depth[] = ['true', '256', '16'];
const palettes: Palette[] = MODES.flatMap(mode =>
  DEPTHS.map(depth => ({ mode, depth, ascii: false })),
);
const roles = Object.keys(ROLES).filter((role): role is Role | 'row' => role in ROLES);

const ATTRIBUTE = '[12347]';
const LEVEL = '(?:25[0-5]|2[0-4]\\d|1?\\d?\\d)';
/** What one code may be where so many colours can be shown. */
const VALID: Readonly<Record<Depth, RegExp>> = {
  true: new RegExp(`^(?:${ATTRIBUTE}|[34]8;2;${LEVEL};${LEVEL};${LEVEL})$`),
  '256': new RegExp(`^(?:${ATTRIBUTE}|[34]8;5;${LEVEL})$`),
  '16': new RegExp(`^(?:${ATTRIBUTE}|[34][0-7]|(?:9|10)[0-7])$`),
};

const codesOf = (palette: Palette): string[] => [
  ...roles.flatMap(role => styleCodes(roleStyle(role, palette), palette)),
  ...THEME_NAMES.flatMap(colour => themeCodes(colour, palette)),
  ...groundCodes(palette),
];

describe.each(palettes)('$mode, depth $depth', palette => {
  test('every role and theme is valid, and none needs more colours than there are', () => {
    const codes = codesOf(palette);
    expect(codes.length).toBeGreaterThan(8);
    expect(codes.filter(code => !VALID[palette.depth].test(code))).toEqual([]);
  });

  test('roles that must differ do', () => {
    const style = (role: Role) => styleCodes(roleStyle(role, palette), palette).join(';');
    expect(style('current')).not.toBe(style('rest'));
    expect(style('hit')).not.toBe(style('hitHere'));
    expect(style('selection')).not.toBe(style('current'));
    expect(style('badge')).not.toBe(style('muted'));
  });

  test('the eight themes differ', () => {
    const colours = new Set(THEME_NAMES.map(colour => themeCodes(colour, palette).join(';')));
    expect(colours.size).toBe(palette.mode === 'none' ? 1 : THEME_NAMES.length);
  });
});

test.each(DEPTHS)('without colour there is none, at depth %s', depth => {
  const palette: Palette = { mode: 'none', depth, ascii: false };
  expect(codesOf(palette).filter(code => !/^[12347]$/.test(code))).toEqual([]);
  const line = [
    { text: '■', look: { theme: 'orange', role: 'current' } as const },
    { text: 'x', look: { role: 'hitHere', row: true } as const },
  ];
  expect(paint(line, palette)).not.toMatch(/\u001b\[[\d;]*(?:3[0-8]|4[0-8]|9\d)/);
});

test('values by hand: red, green and blue of the hexadecimal digits, the stand-ins of the table', () => {
  const at = (mode: Mode, depth: Depth): Palette => ({ mode, depth, ascii: false });
  expect(themeCodes('sky', at('dark', 'true'))).toEqual(['38;2;97;191;250']);
  expect(themeCodes('sky', at('light', 'true'))).toEqual(['38;2;8;63;112']);
  expect(themeCodes('sky', at('contrast', 'true'))).toEqual(['38;2;97;191;250']);
  expect(themeCodes('sky', at('dark', '256'))).toEqual(['38;5;75']);
  expect(themeCodes('sky', at('light', '256'))).toEqual(['38;5;25']);
  expect(themeCodes('sky', at('light', '16'))).toEqual(['36']);
  expect(themeCodes('no such colour', at('dark', '16'))).toEqual(['37']);
  const selection = roleStyle('selection', at('dark', 'true'));
  expect(styleCodes(selection, at('dark', 'true'))).toEqual(['38;2;255;255;255', '48;2;31;78;122']);
  // In the cube of 256: white is 231, black 16, the grey #8A8A8A 245.
  expect(styleCodes('#FFFFFF on #000000', at('contrast', '256'))).toEqual(['38;5;231', '48;5;16']);
  expect(styleCodes('#8A8A8A', at('dark', '256'))).toEqual(['38;5;245']);
  expect(groundCodes(at('contrast', 'true'))).toEqual(['48;2;0;0;0']);
  expect(groundCodes(at('contrast', '16'))).toEqual(['40']);
  expect(styleCodes('#FFFFFF on #00307A bold', at('contrast', '16'))).toEqual(['97', '44', '1']);
  expect(groundCodes(at('dark', 'true'))).toEqual([]);
});

const drawnSchema = z.object({
  themes: z.record(
    z.string(),
    z.object({
      dark: z.string(),
      light: z.string(),
      xterm256: z.object({ dark: z.number(), light: z.number() }),
      ansi16: z.string(),
    }),
  ),
  roles: z.record(z.string(), z.array(z.string())),
});

const BASIC: Readonly<Record<string, number>> = {
  red: 31,
  green: 32,
  yellow: 33,
  blue: 34,
  magenta: 35,
  cyan: 36,
  white: 37,
};
const basicCode = (name: string): number =>
  (BASIC[name.replace('Bright', '')] ?? 0) + (name.endsWith('Bright') ? 60 : 0);

describeCorpus('screens', 2, folder => {
  const drawn = drawnSchema.parse(JSON.parse(readFileSync(join(folder, 'palette.json'), 'utf8')));

  test('themes are the drawn ones', () => {
    const expected = Object.entries(drawn.themes).map(
      ([name, { dark, light, xterm256, ansi16 }]) => [
        name,
        { dark, light, cube: [xterm256.dark, xterm256.light], basic: basicCode(ansi16) },
      ],
    );
    expect(THEME_COLOURS).toEqual(Object.fromEntries(expected));
  });

  test('roles are the drawn ones', () => {
    const expected = Object.entries(drawn.roles).map(([role, columns]) => [
      role,
      columns.map(style => (style === 'plain' ? '' : style)),
    ]);
    expect(ROLES).toEqual(Object.fromEntries(expected));
  });
});
