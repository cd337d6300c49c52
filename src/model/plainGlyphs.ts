type Environment = Readonly<Record<string, string | undefined>>;

/** Whether a terminal gets plain characters: it was asked for, or the locale is not UTF-8. */
export function isAscii({ MARGINALIA_ASCII, LC_ALL, LC_CTYPE, LANG }: Environment): boolean {
  if (MARGINALIA_ASCII) return MARGINALIA_ASCII !== '0';
  const locale = LC_ALL || LC_CTYPE || LANG;
  return locale !== undefined && locale !== '' && !/utf-?8/i.test(locale);
}

const FANCY = '●■▲◆▼○□△◇▽◎▌─━│┃★↳═◄›‹▾░▒▓█┊¶·…▏×↑↓←→“”‘’–—‑•\u00A0';
const ASCII = `o#^*vO%A&V@>-=|]!>=<><v.:%#:P-~|x^v<>""''---* `;
const STAND_INS = new Map(Array.from(FANCY, (glyph, i) => [glyph, ASCII[i] ?? '?']));
/** What stands for a control character or for what cannot be read. */
const SYMBOL = /[\u2400-\u2426\uFFFD]/;

/**
 * Plain characters in place of marks, rules and the signs of prose, cell for cell. The letters of a text
 * stay: what a terminal makes of them is better than nothing.
 */
export const toAscii = (text: string): string =>
  text.replace(
    /[^\u0000-\u007F]/g,
    glyph => STAND_INS.get(glyph) ?? (SYMBOL.test(glyph) ? '?' : glyph),
  );
