import stringWidth from 'string-width';

const segmenter = new Intl.Segmenter('en', { granularity: 'grapheme' });
// Latin letters, the punctuation of prose, and the rules and marks of the screens: one unit, one cell
// each. No soft hyphen, no combining marks.
const SIMPLE =
  /^[\u0020-\u007E\u00A0-\u00AC\u00AE-\u02FF\u2010-\u2027\u2030-\u205E\u2190-\u21FF\u2500-\u25FC\u2605]*$/;
const WINDOW = 1024;
const MOST_KNOWN = 5000;
const known = new Map<string, number>();

/** Whether every unit of the text is one cell wide. */
export const isSimple = (text: string): boolean => SIMPLE.test(text);

/** Cells that a text takes on the screen. Ambiguous widths count one, as in most terminals. */
export function cells(text: string): number {
  if (isSimple(text)) return text.length;
  let width = 0;
  for (const cluster of clusters(text)) width += clusterCells(cluster);
  return width;
}

/** Cells of one grapheme cluster. */
export function clusterCells(cluster: string): number {
  const found = known.get(cluster);
  if (found !== undefined) return found;
  if (known.size >= MOST_KNOWN) known.clear();
  const width = stringWidth(cluster);
  known.set(cluster, width);
  return width;
}

/**
 * The grapheme clusters of a text, segmented in windows: `Intl.Segmenter` takes a second for a
 * million characters, and a line needs a hundred. A cluster at a window's edge is carried over.
 */
export function* clusters(text: string): Generator<string> {
  for (let start = 0; start < text.length; ) {
    const end = windowEnd(text, start);
    const window = text.slice(start, end);
    const isLast = end >= text.length;
    let taken = 0;
    let pending = '';
    for (const { segment } of segmenter.segment(window)) {
      if (pending !== '') {
        yield pending;
        taken += pending.length;
      }
      pending = segment;
    }
    // The last cluster may go on behind the window, unless it fills the window alone.
    if (isLast || taken === 0) {
      yield pending;
      taken += pending.length;
    }
    start += taken;
  }
}

/** A window never ends inside a surrogate pair: half a character would seem to end the cluster before it. */
function windowEnd(text: string, start: number): number {
  const end = start + WINDOW;
  const unit = text.charCodeAt(end - 1);
  return unit >= 0xd800 && unit <= 0xdbff ? end - 1 : end;
}

/** The beginning of a text that takes at most `most` cells, ending with `…` where it was cut. */
export function shorten(text: string, most: number): string {
  if (most <= 0) return '';
  if (text.length <= most && cells(text) <= most) return text;
  if (cells(text.slice(0, most * 8)) <= most && text.length <= most * 8) return text;
  return `${cutToCells(text, most - 1).trimEnd()}…`;
}

/** The end of a text that takes at most `most` cells, beginning with `…` where it was cut: for a field of one row. */
export function shortenStart(text: string, most: number): string {
  if (text.length <= most * 8 && cells(text) <= most) return text;
  const kept: string[] = [];
  let width = 1;
  for (const cluster of [...clusters(text.slice(-most * 8))].reverse()) {
    width += clusterCells(cluster);
    if (width > most) break;
    kept.unshift(cluster);
  }
  return `…${kept.join('')}`;
}

/** The beginning of a text that takes at most `most` cells. */
export function cutToCells(text: string, most: number): string {
  let width = 0;
  let length = 0;
  for (const cluster of clusters(text)) {
    width += clusterCells(cluster);
    if (width > most) break;
    length += cluster.length;
  }
  return text.slice(0, length);
}
