/** The word that a mistyped one most likely meant; `undefined` where none is near. */
export function nearestWord(typed: string, words: readonly string[]): string | undefined {
  const most = Math.max(1, Math.floor(typed.length * 0.4));
  const found = words
    .map(word => ({ word, distance: distanceBetween(typed.toLowerCase(), word) }))
    .filter(({ word, distance }) => distance <= most && distance < word.length)
    .sort((a, b) => a.distance - b.distance);
  return found[0]?.word;
}

/**
 * The least number of letters to insert, drop, replace or swap with their neighbour that turns one
 * word into the other (optimal string alignment). Long words are not looked at letter by letter.
 */
function distanceBetween(a: string, b: string): number {
  if (a.length > 40) return a.length;
  const rows = [Array.from({ length: b.length + 1 }, (_, column) => column)];
  const at = (row: number, column: number) => rows[row]?.[column] ?? Number.POSITIVE_INFINITY;
  for (let i = 1; i <= a.length; i++) {
    const row = [i];
    rows.push(row);
    for (let j = 1; j <= b.length; j++) {
      const replaced = at(i - 1, j - 1) + (a[i - 1] === b[j - 1] ? 0 : 1);
      const swapped =
        a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1] ? at(i - 2, j - 2) + 1 : replaced;
      row.push(Math.min(replaced, swapped, at(i - 1, j) + 1, (row[j - 1] ?? 0) + 1));
    }
  }
  return at(a.length, b.length);
}
