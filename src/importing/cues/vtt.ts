import type { Cue } from './cue.ts';

const SIGNATURE = /^\uFEFF?WEBVTT(?:[ \t].*)?$/;
const ARROW = '-->';
const TIME = String.raw`(\d+):(\d{2})(?::(\d{2}))?\.(\d{3})(?!\d)`;
const TIMING = new RegExp(String.raw`^\s*${TIME}\s*-->\s*${TIME}`);

/**
 * The cues of WebVTT, `null` where its first line does not say that it is WebVTT. Comments, styles,
 * regions and cues with broken times are passed over, as players do. Two parts of a time of which the
 * first is above 59 are hours and minutes. Format: W3C WebVTT, 'WebVTT file parsing'.
 */
export function parseVtt(lines: readonly string[]): Cue[] | null {
  if (!SIGNATURE.test(lines[0] ?? '')) return null;
  const cues: Cue[] = [];
  let at = afterBlock(lines, 0);
  while (at < lines.length) {
    const timing = timingIn(lines[at]) ?? timingIn(lines[at + 1]);
    if (lines[at] === '') at++;
    else if (timing === null || /^NOTE(?:$|[ \t])/.test(lines[at] ?? ''))
      at = afterBlock(lines, at);
    else {
      const from = timingIn(lines[at]) === null ? at + 2 : at + 1;
      at = endOfText(lines, from);
      cues.push({ ...timing, text: lines.slice(from, at).join('\n') });
    }
  }
  return cues;
}

/** A text ends at an empty line, or where the times of the next cue stand without one. */
function endOfText(lines: readonly string[], from: number): number {
  let end = from;
  while (end < lines.length && lines[end] !== '' && !lines[end]?.includes(ARROW)) end++;
  return end;
}

function afterBlock(lines: readonly string[], from: number): number {
  const end = lines.indexOf('', from);
  return end === -1 ? lines.length : end + 1;
}

function timingIn(line: string | undefined): { start: number; end: number } | null {
  const found = TIMING.exec(line ?? '');
  if (!found) return null;
  const start = milliseconds(found.slice(1, 5));
  const end = milliseconds(found.slice(5, 9));
  return start === null || end === null ? null : { start, end };
}

function milliseconds([first, second, third, fraction]: (string | undefined)[]): number | null {
  const isHours = third !== undefined || Number(first) > 59;
  const [hours, minutes, seconds] = isHours ? [first, second, third ?? 0] : [0, first, second];
  if (Number(minutes) > 59 || Number(seconds) > 59) return null;
  return (Number(hours) * 3600 + Number(minutes) * 60 + Number(seconds)) * 1000 + Number(fraction);
}
