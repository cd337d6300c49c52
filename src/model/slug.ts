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

/** What file systems refuse in a name, or read as something else. */
const UNSAFE = /[/\\:*?"<>|\p{Cc}\p{Cf}\p{Zl}\p{Zp}]|^[\s.]|[\s.]$|^$/u;
const LONGEST_NAME = 200;

/**
 * Whether a name can be a file's on every file system, with an ending after it: no separators, nothing
 * that Windows reserves, no dot or space at either end, at most 200 bytes of UTF-8, in NFC.
 */
export function isSafeFileName(name: string): boolean {
  const stem = name.toLowerCase().split('.', 1)[0] ?? '';
  const isShort = new TextEncoder().encode(name).length <= LONGEST_NAME;
  return (
    isShort && !UNSAFE.test(name) && !RESERVED.test(stem.trim()) && name.normalize('NFC') === name
  );
}
