/** A key that is a word, and a value on the same line: in double quotes, a date, or words. */
const LINE =
  /^(?<key>[A-Za-z][\w-]*):[ ]+(?:"(?<quoted>[^"\\\p{C}]*)"|(?<date>\d{4}-\d\d-\d\d)|(?<words>\p{L}[^\p{C}]*?))[ ]*$/u;
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
