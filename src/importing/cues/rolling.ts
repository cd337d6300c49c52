import type { Speech } from './speech.ts';

/** A cue of which the tags are gone: its lines as they were shown, each of one voice. */
export interface Shown {
  start: number;
  end: number;
  lines: readonly Speech[];
}

/** Two cues this near in time are one picture that goes on, in milliseconds. */
const AT_ONCE = 150;

/**
 * Captions of live television and of machines roll: each shows the last line again and a new one below
 * it. If at least a third of the cues of a file do so, what is shown again is told once. Otherwise
 * nothing is changed, for people do say 'No.' twice.
 */
export function unrolled(cues: readonly Shown[]): Shown[] {
  const again = cues.map((cue, index) => repeatedLines(cues[index - 1], cue));
  const rolling = again.filter(count => count > 0).length;
  if (rolling * 3 < cues.length || rolling < 2) return [...cues];
  return cues.map((cue, index) => ({ ...cue, lines: cue.lines.slice(again[index] ?? 0) }));
}

/** How many lines at the beginning of a cue were the last ones of the cue before it. */
function repeatedLines(before: Shown | undefined, cue: Shown): number {
  if (before === undefined || Math.abs(cue.start - before.end) > AT_ONCE) return 0;
  for (let count = Math.min(before.lines.length, cue.lines.length); count > 0; count--) {
    const tail = before.lines.slice(-count);
    if (tail.every(({ text }, index) => text === cue.lines[index]?.text)) return count;
  }
  return 0;
}
