import type { Selector } from '../model/annotation.ts';
import { occurrences } from './occurrences.ts';

/** Where the quotation may stand (UTF-16 starts), and whether that is beyond doubt if it is one place. */
export interface Evidence {
  starts: readonly number[];
  certain: boolean;
}

/** A side of the context that is shorter than this says too little, unless it reaches the text's edge. */
const SHORTEST_SIDE = 24;
/** A quotation of this many UTF-16 units that occurs once is known even among other words. */
const SPEAKS_FOR_ITSELF = 64;

/** The places with the quotation and all of its context. */
export function byWholeContext(text: string, { prefix, exact, suffix }: Selector): Evidence {
  const starts = occurrences(text, prefix + exact + suffix).map(at => at + prefix.length);
  return { starts, certain: true };
}

/**
 * The places with the quotation and one whole side of its context. Enough, because `describe` lets
 * each side grow until it tells the passage apart by itself: what an edit on the other side spoilt
 * is not needed, and a phrase that is only alike does not pass.
 */
export function byOneSide(text: string, selector: Selector): Evidence {
  const starts = new Set([...besidePrefix(text, selector), ...besideSuffix(text, selector)]);
  return { starts: [...starts].sort((a, b) => a - b), certain: true };
}

function besidePrefix(text: string, { prefix, exact, start }: Selector): number[] {
  // A prefix that begins with the text could not grow, so it tells places apart only at the top.
  if (start <= prefix.length) {
    return prefix !== '' && text.startsWith(prefix + exact) ? [prefix.length] : [];
  }
  if (prefix.length < SHORTEST_SIDE) return [];
  return occurrences(text, prefix + exact).map(at => at + prefix.length);
}

function besideSuffix(text: string, { exact, suffix }: Selector): number[] {
  if (suffix.length >= SHORTEST_SIDE) return occurrences(text, exact + suffix);
  const toTheEnd = suffix !== '' && text.endsWith(exact + suffix);
  return toTheEnd ? [text.length - suffix.length - exact.length] : [];
}

/** The places with the quotation alone, those with most of the context first. */
export function byQuotation(text: string, selector: Selector): Evidence {
  const { prefix, exact, suffix } = selector;
  const scored = occurrences(text, exact).map(start => ({
    start,
    agreed: agreedBefore(text, start, prefix) + agreedAfter(text, start + exact.length, suffix),
  }));
  scored.sort((a, b) => b.agreed - a.agreed || a.start - b.start);
  return {
    starts: scored.map(({ start }) => start),
    certain: exact.length >= SPEAKS_FOR_ITSELF,
  };
}

/** How many units directly before `end` are those at the end of `prefix`. */
function agreedBefore(text: string, end: number, prefix: string): number {
  const most = Math.min(end, prefix.length);
  let agreed = 0;
  while (
    agreed < most &&
    text.charCodeAt(end - 1 - agreed) === prefix.charCodeAt(prefix.length - 1 - agreed)
  ) {
    agreed++;
  }
  return agreed;
}

/** How many units from `start` are those at the beginning of `suffix`. */
function agreedAfter(text: string, start: number, suffix: string): number {
  const most = Math.min(text.length - start, suffix.length);
  let agreed = 0;
  while (agreed < most && text.charCodeAt(start + agreed) === suffix.charCodeAt(agreed)) agreed++;
  return agreed;
}
