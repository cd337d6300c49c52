/** One measured thing: what it took, beside what it is compared with in the same run. */
export interface Measure {
  name: string;
  /** Milliseconds of each repetition. */
  times: number[];
  /** The row that this one is a ratio of; none for what others are compared with. */
  against?: string;
  /** What the ratio should be, in words: `≤ 1.5`. */
  aim?: string;
}

/** The middle value; the mean of the two in the middle for an even count. `NaN` of nothing. */
export function median(values: readonly number[]): number {
  const half = (values.length - 1) / 2;
  const sorted = values.toSorted((a, b) => a - b);
  return ((sorted[Math.floor(half)] ?? Number.NaN) + (sorted[Math.ceil(half)] ?? Number.NaN)) / 2;
}

/** The smallest value that at least 95 of 100 values do not exceed. `NaN` of nothing. */
export function p95(values: readonly number[]): number {
  const sorted = values.toSorted((a, b) => a - b);
  return sorted[Math.ceil(sorted.length * 0.95) - 1] ?? Number.NaN;
}

/** A table for people: median and p95 in milliseconds, and both as ratios to another row of the run. */
export function tableOf(title: string, measures: readonly Measure[]): string {
  const header = ['', 'runs', 'median', 'p95', 'ratio', 'p95 ratio', 'against', 'aim'];
  const rows = measures.map(measure => {
    const base = measures.find(({ name }) => name === measure.against)?.times ?? [];
    const ratio = (of: typeof median) =>
      base.length > 0 ? `${(of(measure.times) / of(base)).toFixed(2)}×` : '';
    return [
      measure.name,
      String(measure.times.length),
      `${median(measure.times).toFixed(1)} ms`,
      `${p95(measure.times).toFixed(1)} ms`,
      ratio(median),
      ratio(p95),
      measure.against ?? '',
      measure.aim ?? '',
    ];
  });
  return [title, ...aligned([header, ...rows]), ''].join('\n');
}

/** The first column flush left, the numbers flush right, the words at the end flush left. */
function aligned(rows: readonly string[][]): string[] {
  const widths =
    rows[0]?.map((_, column) => Math.max(...rows.map(row => row[column]?.length ?? 0))) ?? [];
  return rows.map(row =>
    row
      .map((cell, column) => {
        const width = widths[column] ?? 0;
        return column >= 1 && column <= 5 ? cell.padStart(width) : cell.padEnd(width);
      })
      .join('  ')
      .trimEnd(),
  );
}
