/**
 * The colours of the look: brightness carries attention, colour carries themes and nothing else.
 * Values and their contrasts are the design's (screens: palette); 256- and 16-colour stand-ins of the
 * themes were chosen there by eye, those of the roles are the nearest in the 256-colour cube.
 */
export type Mode = 'dark' | 'light' | 'contrast' | 'none';
/** How many colours the terminal can show. */
export type Depth = 'true' | '256' | '16';

export interface Palette {
  mode: Mode;
  depth: Depth;
  /** Plain characters only, for terminals that cannot draw the marks. */
  ascii: boolean;
}

export type Role =
  | 'current'
  | 'rest'
  | 'muted'
  | 'hair'
  | 'selection'
  | 'hit'
  | 'hitHere'
  | 'hitInMap'
  | 'badge'
  | 'warn';

/** Roles as dark, light, contrast and no colour: foreground, `on` background, attributes. */
export const ROLES: Readonly<Record<Role | 'row', readonly [string, string, string, string]>> = {
  current: ['#F4F1E8', '#16181D', '#FFFFFF bold', ''],
  rest: ['#ABADB0', '#54575D', '#D6D6D6', 'dim'],
  muted: ['#9A9DA6', '#62656C', '#D6D6D6', 'dim'],
  hair: ['#4C515B', '#C4C1B6', '#8C8C8C', 'dim'],
  row: ['on #23272F', 'on #F1EFE7', 'on #00307A', 'bold'],
  selection: ['#FFFFFF on #1F4E7A', '#0B1B2B on #BFDDF5', '#000000 on #FFFFFF', 'inverse'],
  hit: [
    '#FFE066 underline',
    '#16181D on #FFF0B0 underline',
    '#FFFF00 bold underline',
    'bold underline',
  ],
  hitHere: [
    '#14161B on #FFD84D bold',
    '#16181D on #FFD23F bold',
    '#000000 on #FFFF00 bold',
    'inverse bold',
  ],
  hitInMap: ['#FFE066', '#8A6A00', '#FFFF00', 'bold'],
  badge: [
    '#14161B on #F4F1E8 bold',
    '#FBFAF6 on #16181D bold',
    '#000000 on #FFFFFF bold',
    'inverse bold',
  ],
  warn: ['#FF9C8A', '#A3120A', '#FFB0A0', 'bold'],
};

interface ThemeColour {
  dark: string;
  light: string;
  /** xterm's 256 colours on dark and on light ground. */
  cube: readonly [number, number];
  /** SGR foreground code of the 16 colours. */
  basic: number;
}

export const THEME_COLOURS: Readonly<Record<string, ThemeColour>> = {
  sky: { dark: '#61BFFA', light: '#083F70', cube: [75, 25], basic: 36 },
  orange: { dark: '#F2B134', light: '#7A4A06', cube: [214, 94], basic: 33 },
  green: { dark: '#7FE3B4', light: '#0E7360', cube: [115, 23], basic: 32 },
  pink: { dark: '#D98AA8', light: '#AC3AA4', cube: [175, 127], basic: 35 },
  yellow: { dark: '#E8E850', light: '#766E06', cube: [227, 58], basic: 93 },
  vermillion: { dark: '#F97B2B', light: '#760C02', cube: [208, 88], basic: 91 },
  violet: { dark: '#A08EFF', light: '#6656DE', cube: [141, 62], basic: 94 },
  grey: { dark: '#DFE9E9', light: '#4A4F50', cube: [254, 239], basic: 37 },
};

const COLUMN: Readonly<Record<Mode, 0 | 1 | 2 | 3>> = { dark: 0, light: 1, contrast: 2, none: 3 };

/** What a role looks like in a mode. Sixteen colours are too few for shades: attributes stand in, but for high contrast. */
export const roleStyle = (role: Role | 'row', { mode, depth }: Palette): string =>
  ROLES[role][depth === '16' && mode !== 'contrast' ? 3 : COLUMN[mode]];

/** SGR codes that set the foreground to a theme's colour; none where colour is off. */
export function themeCodes(colour: string, { mode, depth }: Palette): string[] {
  const known = Object.hasOwn(THEME_COLOURS, colour) ? colour : 'grey';
  const theme = THEME_COLOURS[known];
  if (mode === 'none' || !theme) return [];
  if (depth === '16') return [String(theme.basic)];
  const light = mode === 'light';
  if (depth === '256') return [`38;5;${theme.cube[light ? 1 : 0]}`];
  return [`38;2;${rgb(light ? theme.light : theme.dark).join(';')}`];
}

const ATTRIBUTES: Readonly<Record<string, string>> = {
  bold: '1',
  dim: '2',
  italic: '3',
  underline: '4',
  inverse: '7',
};

/** SGR codes of a style such as `#FFFFFF on #1F4E7A bold`. */
export function styleCodes(style: string, palette: Palette): string[] {
  const words = style.split(' ').filter(Boolean);
  return words.flatMap((word, i) => {
    const attribute = ATTRIBUTES[word];
    if (attribute) return [attribute];
    if (!word.startsWith('#')) return [];
    return [colourCode(word, words[i - 1] === 'on' ? 48 : 38, palette)];
  });
}

/** High contrast does not keep the terminal's ground: it paints black. */
export const groundCodes = (palette: Palette): string[] =>
  palette.mode === 'contrast' ? [colourCode('#000000', 48, palette)] : [];

/** SGR foreground codes of the 16 colours for those of high contrast; a ground's code is ten more. */
const BASIC: Readonly<Record<string, number>> = {
  '#000000': 30,
  '#FFFFFF': 97,
  '#D6D6D6': 37,
  '#8C8C8C': 90,
  '#00307A': 34,
  '#FFFF00': 93,
  '#FFB0A0': 91,
};

function colourCode(hex: string, layer: 38 | 48, { depth }: Palette): string {
  if (depth === '16') return String((BASIC[hex] ?? 37) + (layer === 48 ? 10 : 0));
  const colour = rgb(hex);
  return depth === 'true'
    ? `${layer};2;${colour.join(';')}`
    : `${layer};5;${nearestInCube(colour)}`;
}

function rgb(hex: string): [number, number, number] {
  const value = Number.parseInt(hex.slice(1), 16);
  return [(value >> 16) & 255, (value >> 8) & 255, value & 255];
}

const STEPS = [0, 95, 135, 175, 215, 255];

/** The nearest of xterm's 216 cube colours and 24 greys, by squared distance in RGB. */
function nearestInCube(colour: readonly [number, number, number]): number {
  const cube = colour.map(level => nearestStep(level));
  const asCube = 16 + 36 * (cube[0] ?? 0) + 6 * (cube[1] ?? 0) + (cube[2] ?? 0);
  const grey = Math.max(0, Math.min(23, Math.round((colour.reduce((a, b) => a + b) / 3 - 8) / 10)));
  const greyLevel = 8 + grey * 10;
  const cubeDistance = distance(
    colour,
    cube.map(step => STEPS[step] ?? 0),
  );
  return distance(colour, [greyLevel, greyLevel, greyLevel]) < cubeDistance ? 232 + grey : asCube;
}

function nearestStep(level: number): number {
  let best = 0;
  for (let i = 1; i < STEPS.length; i++) {
    if (Math.abs((STEPS[i] ?? 0) - level) < Math.abs((STEPS[best] ?? 0) - level)) best = i;
  }
  return best;
}

const distance = (a: readonly number[], b: readonly number[]) =>
  a.reduce((sum, level, i) => sum + (level - (b[i] ?? 0)) ** 2, 0);
