/** The shades of a heat cell, the faintest first; each has a plain stand-in of its own. */
export const HEAT = ['░', '▒', '▓', '█'] as const;

/** Up to this count the steps are those of the design, which tell small numbers apart. */
const SMALL = 12;
const SMALL_STEPS = [1, 3, 5, 8];

/** From which count on each shade of `HEAT` is used, where the largest count is `most`. */
export const heatSteps = (most: number): readonly number[] =>
  most <= SMALL ? SMALL_STEPS : [1, ...[0.25, 0.5, 0.75].map(part => Math.ceil(most * part))];

/** The shade of a count: 0 for the faintest; -1 for none at all. */
export const heatOf = (count: number, steps: readonly number[]): number =>
  steps.findLastIndex(from => count >= from);

/** What each shade stands for: the shade, and its counts in words. */
export function heatLegend(steps: readonly number[]): string[] {
  const shades = HEAT.flatMap((shade, i) => {
    const [from, next] = [steps[i] ?? 0, steps[i + 1]];
    if (next === undefined) return [`${shade} ${from} and more`];
    if (next <= from) return [];
    return [next - 1 > from ? `${shade} ${from}-${next - 1}` : `${shade} ${from}`];
  });
  return [...shades, '· none'];
}
