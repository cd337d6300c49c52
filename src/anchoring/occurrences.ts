/** Occurrences that are looked at; words with more of them are too common to be told apart. */
export const MOST_OCCURRENCES = 1_000;

/** Where `words` begin in the text, overlapping ones too, in order: UTF-16 offsets, `most` at most. */
export function occurrences(text: string, words: string, most = MOST_OCCURRENCES): number[] {
  const starts: number[] = [];
  let at = text.indexOf(words);
  while (at !== -1 && starts.length < most) {
    starts.push(at);
    // An empty search answers with the text's length for ever.
    at = at < text.length ? text.indexOf(words, at + 1) : -1;
  }
  return starts;
}
