import type { Cue } from './cue.ts';

const TIME = String.raw`(?:(\d{1,3}):)?(\d{1,2}):(\d{1,2})(?:[.,:](\d{1,3}))?`;
const TIMING = new RegExp(String.raw`^\s*${TIME}\s*-{1,2}>\s*${TIME}`);
const NUMBER = /^\s*\d+\s*$/;

/**
 * The cues of SubRip, which has no standard: a line with two times begins one, and all lines up to the
 * number of the next belong to it, empty ones too. Numbers may be missing, a point may stand for the
 * comma. Empty where there is no such line.
 */
export function parseSrt(lines: readonly string[]): Cue[] {
  const starts = lines.flatMap((line, index) => (TIMING.test(line) ? [index] : []));
  return starts.map((at, index) => {
    const next = starts[index + 1];
    const text = lines.slice(
      at + 1,
      next === undefined ? undefined : beforeNumber(lines, at, next),
    );
    return { ...timesOf(lines[at] ?? ''), text: text.join('\n').trim() };
  });
}

/** The words before the first times, which belong to no cue. */
export function beforeCues(lines: readonly string[]): string[] {
  const first = lines.findIndex(line => TIMING.test(line));
  const before = lines.slice(0, Math.max(first, 0));
  return before.filter(line => line.trim() !== '' && !NUMBER.test(line)).map(line => line.trim());
}

/** Where the text of a cue ends: before the number over the times of the next one. */
function beforeNumber(lines: readonly string[], at: number, next: number): number {
  const isNumber = next - 1 > at && NUMBER.test(lines[next - 1] ?? '');
  return isNumber ? next - 1 : next;
}

function timesOf(line: string): { start: number; end: number } {
  const found = TIMING.exec(line) ?? [];
  return { start: milliseconds(found.slice(1, 5)), end: milliseconds(found.slice(5, 9)) };
}

const milliseconds = ([hours, minutes, seconds, fraction]: (string | undefined)[]): number =>
  (Number(hours ?? 0) * 3600 + Number(minutes) * 60 + Number(seconds)) * 1000 +
  Number((fraction ?? '').padEnd(3, '0'));
