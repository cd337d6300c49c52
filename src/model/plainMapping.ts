/** Letters, and all else from U+00C0 up that no YAML indicator and no line end is among. */
const LETTER = String.raw`[A-Za-z\u00C0-\u2027\u202A-\uD7FF]`;
/** Neither control nor line end; narrow classes, for the wide ones of Unicode take long to compile. */
const PRINTABLE = String.raw`\u0020-\u007E\u00A0-\u2027\u202A-\uD7FF`;
/** A key that is a word, and a value on the same line: in double quotes, a date, or words. */
const LINE = new RegExp(
  String.raw`^(?<key>[A-Za-z][\w-]*):[ ]+(?:"(?<quoted>(?:(?!["\\])[${PRINTABLE}])*)"|(?<date>\d{4}-\d\d-\d\d)|(?<words>${LETTER}[${PRINTABLE}]*?))[ ]*$`,
);
/** What YAML reads as something else than words: a comment, a mapping in a value, a constant. */
const NOT_WORDS = /[ ]#|:(?:[ ]|$)|^(?:true|false|null)$/i;

/**
 * Front matter in its plain form, read without YAML, whose first use takes longer than all the rest of
 * a small command. `null` for anything else. What it does read, YAML 1.2 (core schema) reads the same.
 */
export function plainMapping(yaml: string): Record<string, string> | null {
  const fields = new Map<string, string>();
  for (const line of yaml.split('\n')) {
    if (line === '') continue;
    const { key, quoted, date, words } = LINE.exec(line)?.groups ?? {};
    const value = quoted ?? date ?? words;
    if (key === undefined || value === undefined || fields.has(key)) return null;
    if (NOT_WORDS.test(key) || (words !== undefined && NOT_WORDS.test(words))) return null;
    fields.set(key, value);
  }
  return Object.fromEntries(fields);
}
