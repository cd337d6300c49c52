import type { Range } from './annotation.ts';

let segmenter: Intl.Segmenter | undefined;

/** UTF-16 units: `Intl.Segmenter` takes a second for a million characters, so it sees no more at once. */
const WINDOW = 1024;

/**
 * The first bound between grapheme clusters (UAX 29) behind an offset, the end of the stretch at most.
 * `offset` must itself be such a bound. UTF-16.
 */
export function boundAfter(text: string, { end }: Range, offset: number): number {
  segmenter ??= new Intl.Segmenter('en', { granularity: 'grapheme' });
  for (let size = WINDOW; ; size *= 2) {
    const to = wholePair(text, Math.min(offset + size, end));
    const [first] = segmenter.segment(text.slice(offset, to));
    const bound = offset + (first?.segment.length ?? 0);
    // A cluster that fills the window may go on behind it.
    if (bound < to || to >= end) return bound;
  }
}

/** The last bound before an offset, the start of the stretch at least. */
export function boundBefore(text: string, { start }: Range, offset: number): number {
  segmenter ??= new Intl.Segmenter('en', { granularity: 'grapheme' });
  for (let size = WINDOW; ; size *= 2) {
    const from = safeStart(text, Math.max(start, offset - size), start);
    let last = from;
    for (const { index } of segmenter.segment(text.slice(from, offset))) last = from + index;
    if (last > from || from === start) return last;
  }
}

/** The nearest bound at or before an offset that may be inside a cluster. */
export function boundAt(text: string, stretch: Range, offset: number): number {
  if (offset >= stretch.end) return stretch.end;
  if (offset <= stretch.start) return stretch.start;
  const before = boundBefore(text, stretch, offset);
  const next = boundAfter(text, stretch, before);
  return next <= offset ? boundAt(text, { start: next, end: stretch.end }, offset) : before;
}

const wholePair = (text: string, offset: number): number => {
  const unit = text.charCodeAt(offset - 1);
  return unit >= 0xd800 && unit <= 0xdbff && offset < text.length ? offset + 1 : offset;
};

/** A place where clusters certainly part: behind a line end or between two plain letters; else the start. */
function safeStart(text: string, from: number, start: number): number {
  for (let at = from; at > start; at--)
    if (isPlain(text.charCodeAt(at)) && isPlain(text.charCodeAt(at - 1))) return at;
  return start;
}

/** Printable ASCII and the letters of Latin-1 join with nothing before them. */
const isPlain = (unit: number): boolean =>
  (unit >= 0x20 && unit < 0x7f) || (unit >= 0xc0 && unit < 0x300);
