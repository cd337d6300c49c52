const RESERVED = /^(?:con|prn|aux|nul|com\d|lpt\d)$/;
const LONGEST = 80;

/**
 * A name as an id that is safe on every file system: lower case, letters and digits of any script
 * kept, everything else one hyphen. Empty when the name has neither letter nor digit.
 */
export function slug(name: string): string {
  const words = name.normalize('NFC').toLowerCase().replace(/['’]/g, '');
  const joined = words.replace(/[^\p{L}\p{M}\p{N}]+/gu, '-').replace(/^[-\p{M}]+|-+$/gu, '');
  const short = Array.from(joined).slice(0, LONGEST).join('').replace(/-+$/, '').normalize('NFC');
  return RESERVED.test(short) ? `${short}-1` : short;
}

/** The slug, or the slug with `-2`, `-3` … if it is taken. */
export function freeSlug(name: string, fallback: string, isTaken: (id: string) => boolean): string {
  const first = slug(name) || fallback;
  if (!isTaken(first)) return first;
  for (let n = 2; ; n++) if (!isTaken(`${first}-${n}`)) return `${first}-${n}`;
}
