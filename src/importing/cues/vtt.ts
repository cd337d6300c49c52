import { block, type ImportedBlock } from '../imported.ts';
import type { Cue } from './cue.ts';

const SIGNATURE = /^\uFEFF?WEBVTT(?:[ \t].*)?$/;
const ARROW = '-->';
const TIME = String.raw`(\d+):(\d{2})(?::(\d{2}))?\.(\d{3})(?!\d)`;
const TIMING = new RegExp(String.raw`^\s*${TIME}\s*-->\s*${TIME}`);

/** What a file of WebVTT holds. */
export interface VttFile {
  cues: Cue[];
  /** The words that players pass over, each with the reason why it is proposed to be left out. */
  beside: ImportedBlock[];
}

/**
 * The cues of WebVTT, `null` where its first line does not say that it is WebVTT. Comments, styles,
 * regions and cues with broken times are no cues, as for players. Two parts of a time of which the
 * first is above 59 are hours and minutes. Format: W3C WebVTT, 'WebVTT file parsing'.
 */
export function parseVtt(lines: readonly string[]): VttFile | null {
  if (!SIGNATURE.test(lines[0] ?? '')) return null;
  const cues: Cue[] = [];
  let at = afterBlock(lines, 0);
  const beside = inHeader(lines.slice(1, at));
  while (at < lines.length) {
    const timing = timingIn(lines[at]) ?? timingIn(lines[at + 1]);
    if (lines[at] === '') at++;
    else if (timing === null || NOTE.test(lines[at] ?? '')) {
      const from = at;
      at = afterBlock(lines, at);
      beside.push(...passedOver(lines.slice(from, at)));
    } else {
      const from = timingIn(lines[at]) === null ? at + 2 : at + 1;
      at = endOfText(lines, from);
      cues.push({ ...timing, text: lines.slice(from, at).join('\n') });
    }
  }
  return { cues, beside };
}

const NOTE = /^NOTE(?:$|[ \t]+)/;

/** Players pass over a cue that no empty line parts from the first line of the file. */
function inHeader(lines: readonly string[]): ImportedBlock[] {
  const from = lines.findIndex(line => line.includes(ARROW));
  const drop = 'cue without an empty line between it and WEBVTT';
  return from === -1 ? [] : besideWith(lines.slice(from), drop);
}

function passedOver(lines: readonly string[]): ImportedBlock[] {
  const [first = '', ...rest] = lines;
  if (/^(?:STYLE|REGION)\s*$/.test(first)) return [];
  if (!NOTE.test(first)) return besideWith(lines, 'without times that can be read');
  return besideWith([first.replace(NOTE, ''), ...rest], 'comment in the file');
}

function besideWith(lines: readonly string[], drop: string): ImportedBlock[] {
  const words = lines.filter(line => line.trim() !== '' && !line.includes(ARROW));
  return words.length === 0 ? [] : [block(words.map(line => line.trim()).join('\n'), { drop })];
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
