import { readLabel } from '../../model/speakers.ts';
import type { Stretch } from './columns.ts';
import type { Line } from './lines.ts';

/** What the lines of a whole file have in common. */
export interface Habits {
  /** Size and font of most of its words. */
  size: number;
  font: string;
  /** From one baseline to the next within a paragraph of that size, in points. */
  leading: number;
  /** Labels such as 'MR SMITH' that stand before a colon at the beginning of two lines or more. */
  speakers: ReadonlySet<string>;
}

export function habitsOf(stretches: readonly Stretch[]): Habits {
  const lines = stretches.flatMap(stretch => stretch.lines);
  const size = mostSaid(lines, line => rounded(line.size));
  const usual = lines.filter(line => rounded(line.size) === size);
  return {
    size,
    font: mostSaid(usual, ({ font }) => font) ?? '',
    leading: leadingOf(stretches, size),
    speakers: recurringLabels(lines),
  };
}

/** Sizes of one font differ by a hair from line to line. */
export const rounded = (size: number): number => Math.round(size * 2) / 2;

/** Where a line begins and ends in the direction in which it is read. */
export const startOf = (line: Line): number => (line.isRtl ? -line.right : line.x);
export const endOf = (line: Line): number => (line.isRtl ? -line.x : line.right);

/** The edges of a stretch in the same sense, for one of its lines. */
export const edgesFor = (
  { left, right }: Stretch,
  { isRtl }: Line,
): { start: number; end: number } =>
  isRtl ? { start: -right, end: -left } : { start: left, end: right };

function mostSaid<Value>(lines: readonly Line[], of: (line: Line) => Value): Value {
  const letters = new Map<Value, number>();
  for (const line of lines) letters.set(of(line), (letters.get(of(line)) ?? 0) + line.text.length);
  return [...letters].sort((a, b) => b[1] - a[1])[0]?.[0] as Value;
}

/** Most lines go on with a paragraph; a third of the distances is a safe place to look. */
function leadingOf(stretches: readonly Stretch[], size: number): number {
  const gaps = pairs(stretches)
    .filter(([a, b]) => rounded(a.size) === size && rounded(b.size) === size)
    .map(([a, b]) => b.y - a.y)
    .filter(gap => gap > size * 0.8 && gap < size * 3)
    .sort((a, b) => a - b);
  return gaps[Math.floor(gaps.length / 3)] ?? size * 1.2;
}

const pairs = (stretches: readonly Stretch[]) =>
  stretches.flatMap(({ lines }) =>
    lines.slice(1).map((line, index) => [lines[index] ?? line, line] as const),
  );

function recurringLabels(lines: readonly Line[]): Set<string> {
  const counts = new Map<string, number>();
  for (const { text } of lines) {
    const label = labelOf(text);
    if (label !== null) counts.set(label, (counts.get(label) ?? 0) + 1);
  }
  return new Set([...counts].filter(([, count]) => count > 1).map(([label]) => label));
}

/** The name before a colon at the beginning of a line, `null` without one. */
export function labelOf(text: string): string | null {
  const label = text.includes(':') ? readLabel(text, 0, text.length).speaker : null;
  return label !== null && NAME.test(label) ? label : null;
}

const NAME = /^[\p{Lu}\p{Lo}\p{N}][^,;]*$/u;
