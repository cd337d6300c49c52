import { v5 as uuidV5 } from 'uuid';

/** Codes are named in this name space (RFC 9562, version 5) by the ids of their themes. */
const CODE_NAMESPACE = '3d1c0f5e-7b0a-4f53-9b0e-61d0b1c8a2f4';

/** The GUID that stands for a theme's id in other programs: the same each time. */
export const guidOf = (id: string): string => uuidV5(id, CODE_NAMESPACE).toUpperCase();

/** Colours of the palette as other programs are told them: readable on white. */
export const COLOURS: Readonly<Record<string, string>> = {
  sky: '#61BFFA',
  orange: '#F2B134',
  green: '#7FE3B4',
  pink: '#D98AA8',
  yellow: '#E8E850',
  vermillion: '#F97B2B',
  violet: '#A08EFF',
  grey: '#DFE9E9',
};

/** The colour of the palette that is nearest to `#RGB` or `#RRGGBB`, by squared distance. */
export function nearestColour(hex: string): string | undefined {
  const wanted = rgbOf(hex);
  if (!wanted) return undefined;
  let best: { name: string; distance: number } | undefined;
  for (const [name, value] of Object.entries(COLOURS)) {
    const distance = (rgbOf(value) ?? wanted).reduce(
      (sum, level, i) => sum + (level - (wanted[i] ?? 0)) ** 2,
      0,
    );
    if (!best || distance < best.distance) best = { name, distance };
  }
  return best?.name;
}

function rgbOf(hex: string): number[] | null {
  const short = /^#([0-9a-f])([0-9a-f])([0-9a-f])$/i.exec(hex);
  const long = /^#([0-9a-f]{2})([0-9a-f]{2})([0-9a-f]{2})$/i.exec(hex);
  const levels = short ? short.slice(1).map(digit => digit + digit) : long?.slice(1);
  return levels ? levels.map(level => Number.parseInt(level, 16)) : null;
}
