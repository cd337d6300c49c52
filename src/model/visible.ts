/**
 * Text from files is hostile: an escape code in a title must not reach the terminal. Everything that
 * could move the cursor, change colours or reorder a line is turned into a symbol that can be seen.
 */
const HOSTILE =
  // C0 (but for newline and tab), DEL, C1, line and paragraph separators, bidi and interlinear controls, tags, lone surrogates
  /[\u0000-\u0008\u000B-\u001F\u007F-\u009F\u061C\u200E\u200F\u2028-\u202E\u2066-\u206F\uFEFF\uFFF9-\uFFFB]|[\u{E0000}-\u{E007F}]|[\uD800-\uDFFF]/gu;
const LINE_BREAKS = /[\n\t]/g;

/** The text with every control character as one visible symbol; newline and tab stay. */
export function visible(text: string): string {
  return text.replace(HOSTILE, symbol);
}

/** The same on one line: newline and tab become spaces. */
export function visibleLine(text: string): string {
  return visible(text).replace(LINE_BREAKS, ' ');
}

function symbol(character: string): string {
  const code = character.codePointAt(0) ?? 0;
  if (code < 0x20) return String.fromCharCode(0x2400 + code);
  if (code === 0x7f) return '\u2421';
  return '\uFFFD';
}

/** JSON for standard output: C1, bidi controls and the like escaped, so that no terminal obeys them. */
export function visibleJson(value: unknown): string {
  const json = JSON.stringify(value, null, 2) ?? 'null';
  return json.replace(HOSTILE, character =>
    Array.from(
      { length: character.length },
      (_, i) => `\\u${character.charCodeAt(i).toString(16).padStart(4, '0')}`,
    ).join(''),
  );
}
