/**
 * The page on which paragraph `n` (from 1) stands, by a transcript's front matter key `pages`: a map
 * from the number of the paragraph with which a page begins to the page's label. `null` where the
 * transcript knows no pages, or the first of them begins later.
 */
export function pageAt(pages: unknown, n: number): string | null {
  if (typeof pages !== 'object' || pages === null) return null;
  let found: { begins: number; label: string } | null = null;
  for (const [key, label] of Object.entries(pages)) {
    const begins = Number(key);
    if (!Number.isInteger(begins) || begins > n || !isLabel(label)) continue;
    if (found === null || begins > found.begins) found = { begins, label: String(label) };
  }
  return found?.label ?? null;
}

const isLabel = (label: unknown): label is string | number =>
  typeof label === 'string' || typeof label === 'number';
