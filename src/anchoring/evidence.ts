import type { Selector } from '../model/annotation.ts';
import { type Find, findIn } from './finder.ts';
import { MOST_OCCURRENCES } from './occurrences.ts';
import type { AnchorSubject } from './subject.ts';

/** A side of the context that is shorter than this says too little, unless it reaches the text's edge. */
const SHORTEST_SIDE = 24;
/** A quotation of this many UTF-16 units that occurs once is known even among other words. */
export const SPEAKS_FOR_ITSELF = 64;

/** Shorter quotations are in so many places that it is quicker to look for them with their context. */
const WORTH_A_SCAN = 16;

/** Where a quotation stands in a text, with as much of its context as is asked for. UTF-16 starts, in order. */
export class Evidence {
  private readonly text: string;
  private readonly selector: Selector;
  private readonly find: Find;
  /** All places of the quotation, found in one scan; `null` where they were not looked for, or are too many. */
  private readonly known: readonly number[] | null;

  constructor(subject: AnchorSubject, selector: Selector) {
    this.text = subject.text;
    this.find = findIn(subject);
    this.selector = selector;
    const found = selector.exact.length >= WORTH_A_SCAN ? this.find(selector.exact) : null;
    this.known = found && found.length < MOST_OCCURRENCES ? found : null;
  }

  /** The places with all of the context. */
  withContext(): number[] {
    return this.between(this.selector.prefix, this.selector.suffix);
  }

  /**
   * The places with one whole side of the context. Enough, because `describe` lets each side grow until
   * it tells the passage apart by itself: what an edit on the other side spoilt is not needed, and a
   * phrase that is only alike does not pass.
   */
  withOneSide(): number[] {
    return [...new Set([...this.besidePrefix(), ...this.besideSuffix()])].sort((a, b) => a - b);
  }

  /** The places of the quotation alone, at most 1,000; those with most of the context first. */
  alone(): number[] {
    const { prefix, exact, suffix } = this.selector;
    const scored = this.between('', '').map(start => ({
      start,
      agreed:
        agreedBefore(this.text, start, prefix) +
        agreedAfter(this.text, start + exact.length, suffix),
    }));
    scored.sort((a, b) => b.agreed - a.agreed || a.start - b.start);
    return scored.map(({ start }) => start);
  }

  private besidePrefix(): number[] {
    const { prefix, exact, start } = this.selector;
    // A prefix that begins with the text could not grow, so it tells places apart only at the top.
    if (start <= prefix.length) {
      return prefix !== '' && this.text.startsWith(prefix + exact) ? [prefix.length] : [];
    }
    return prefix.length < SHORTEST_SIDE ? [] : this.between(prefix, '');
  }

  private besideSuffix(): number[] {
    const { exact, suffix } = this.selector;
    if (suffix.length >= SHORTEST_SIDE) return this.between('', suffix);
    const toTheEnd = suffix !== '' && this.text.endsWith(exact + suffix);
    return toTheEnd ? [this.text.length - suffix.length - exact.length] : [];
  }

  private between(before: string, after: string): number[] {
    const { text, known } = this;
    const { exact } = this.selector;
    if (known === null) return this.find(before + exact + after).map(at => at + before.length);
    return known.filter(
      at =>
        at >= before.length &&
        text.startsWith(before, at - before.length) &&
        text.startsWith(after, at + exact.length),
    );
  }
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
