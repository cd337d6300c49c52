/**
 * Encodings of one script differ in a few letters only, and how often which bytes occur does not tell them
 * apart. Each rule names the encoding that was found, the one that it is more likely to be, and what
 * the text read as the first one has in it then.
 */
const RULES: readonly {
  found: RegExp;
  rather: string;
  says: (text: string) => boolean;
}[] = [
  {
    // KOI8-U has Ukrainian letters where KOI8-R has lines for boxes.
    found: /^koi8-r$/,
    rather: 'koi8-u',
    says: text => /[╕╖╣║╢╤╦╧]/.test(text),
  },
  {
    // Letters of Russian under DOS, most of the text.
    found: /^(?:windows-125[02]|iso-8859-[12])$/,
    rather: 'ibm866',
    says: text =>
      share(text, /[^\0-\u007F]/g) > 0.4 &&
      share(text, /[\u00A0-\u00AF\u00E0-\u00EF\u0160‹Œ‘’“”•–—]/g) > 0.3,
  },
  {
    // Typographic apostrophes and umlauts of old Macintoshes within words.
    found: /^windows-1252$/,
    rather: 'macintosh',
    says: text =>
      count(text, MAC_LETTER) > 0 && count(text, MAC_LETTER) * 2 > count(text, /[à-öø-ü]/g),
  },
  {
    // The euro and the letters of French that ISO 8859-1 lacks; Windows has its own places for them.
    found: /^windows-1252$/,
    rather: 'iso-8859-15',
    says: text => /\p{L}[¼½]|[¼½]\p{L}|¤/u.test(text) && !/[\u0080-\u009F€œŒšŽ‘’“”–—…]/.test(text),
  },
];

/** `Õ` for an apostrophe, `Š` for `ä`, `Ÿ` for `ü`, `Ž` for `é`, between small letters. */
const MAC_LETTER = /(?<=\p{Ll})[ÕŠŸŽ](?=\p{Ll})|(?<=^|\s)Ò(?=\p{L})/gu;

/** The name of the encoding that a text is more likely in than in the one that was found. */
export const likelier = (encoding: string, text: string): string =>
  RULES.find(({ found, says }) => found.test(encoding) && says(text))?.rather ?? encoding;

const count = (text: string, pattern: RegExp): number => text.match(pattern)?.length ?? 0;
const share = (text: string, pattern: RegExp): number => count(text, pattern) / text.length;

/** UTF-32, which no decoder of the platform knows: by its mark, or by the zeros in every fourth place. */
export function utf32Text(bytes: Uint8Array): { text: string; encoding: string } | null {
  if (bytes.length < 8 || bytes.length % 4 !== 0) return null;
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.length);
  for (const isLittle of [true, false]) {
    const text = pointsAs(view, isLittle);
    if (text !== null) return { text, encoding: isLittle ? 'utf-32le' : 'utf-32be' };
  }
  return null;
}

function pointsAs(view: DataView, isLittle: boolean): string | null {
  const pieces: string[] = [];
  for (let at = 0; at < view.byteLength; at += 4) {
    const point = view.getUint32(at, isLittle);
    const isLetter = point >= 9 && point <= 0x10ffff && (point < 0xd800 || point > 0xdfff);
    if (!isLetter) return null;
    pieces.push(String.fromCodePoint(point));
  }
  return pieces.join('').replace(/^\uFEFF/, '');
}

/** Text of ISO-2022-JP: ASCII with the escapes that begin and end Japanese letters. */
export const isEscapedJapanese = (bytes: Uint8Array): boolean =>
  /\u001B\$[@B][\u0021-\u007E]{2}/.test(new TextDecoder('latin1').decode(bytes));
