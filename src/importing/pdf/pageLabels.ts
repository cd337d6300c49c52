/**
 * What each page is called: the labels of the file, else the numbers printed on the pages if they count
 * on from page to page, else its number from the first page on.
 */
export function pageLabels(
  labels: readonly string[] | null,
  printed: readonly (string | null)[],
): string[] {
  if (labels?.some(label => label !== '')) {
    return printed.map((_, index) => labels[index] || String(index + 1));
  }
  const offset = usualOffset(printed);
  return printed.map((number, index) => {
    const counted = index + 1 + offset;
    if (counted >= 1) return String(counted);
    return number !== null && /^[ivxlc]+$/i.test(number) ? number : String(index + 1);
  });
}

/** By how much the printed numbers run ahead of the counted ones on most of the pages that have some. */
function usualOffset(printed: readonly (string | null)[]): number {
  const counts = new Map<number, number>();
  let numbered = 0;
  for (const [index, number] of printed.entries()) {
    if (number === null || !/^\d+$/.test(number)) continue;
    const offset = Number(number) - index - 1;
    counts.set(offset, (counts.get(offset) ?? 0) + 1);
    numbered++;
  }
  const [offset, count] = [...counts].sort((a, b) => b[1] - a[1])[0] ?? [0, 0];
  return count > 1 && count * 2 > numbered ? offset : 0;
}
