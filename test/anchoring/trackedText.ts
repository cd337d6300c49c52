import type { Anchor, Range } from '../../src/model/annotation.ts';

/**
 * `right`: placed where most of it is. `wrong`: placed somewhere else, or though it is gone. `listed`:
 * in doubt, and the right place is among the candidates. `unlisted`: in doubt, and it is not. `gone`:
 * orphaned, or in doubt, and it is gone indeed. `missed`: orphaned though it is there.
 */
export type Verdict = 'right' | 'wrong' | 'listed' | 'unlisted' | 'gone' | 'missed';

/** Less of a passage than this is not the passage any more. */
const STILL_IT = 0.35;

/** A text that knows where each unit of one passage is after any edit, and so the truth. */
export class TrackedText {
  text: string;
  /** The present offset of each UTF-16 unit of the passage; -1 for one that was cut. */
  private readonly offsets: number[];

  constructor(text: string, { start, end }: Range) {
    this.text = text;
    this.offsets = Array.from({ length: end - start }, (_, i) => start + i);
  }

  /**
   * Puts words in the place of `length` units. Units of the passage among those are gone, but for the
   * letters at either end that the new words begin or end with as well.
   */
  replace(at: number, length: number, words: string): void {
    const old = this.text.slice(at, at + length);
    const head = commonHead(old, words);
    const tail = commonHead(reversed(old.slice(head)), reversed(words.slice(head)));
    this.put(at + head, old.length - head - tail, words.slice(head, words.length - tail));
  }

  private put(at: number, length: number, words: string): void {
    const end = at + length;
    this.text = this.text.slice(0, at) + words + this.text.slice(end);
    for (const [i, offset] of this.offsets.entries()) {
      if (offset >= end) this.offsets[i] = offset + words.length - (end - at);
      else if (offset >= at) this.offsets[i] = -1;
    }
  }

  /** Takes a stretch out and puts it in at `to`, an offset outside it into the text as it was. */
  move({ start, end }: Range, to: number): void {
    const length = end - start;
    const words = this.text.slice(start, end);
    const rest = this.text.slice(0, start) + this.text.slice(end);
    const at = to > start ? to - length : to;
    this.text = rest.slice(0, at) + words + rest.slice(at);
    for (const [i, offset] of this.offsets.entries()) {
      if (offset < 0) continue;
      if (offset >= start && offset < end) this.offsets[i] = offset - start + at;
      else {
        const closed = offset >= end ? offset - length : offset;
        this.offsets[i] = closed >= at ? closed + length : closed;
      }
    }
  }

  /** Where the passage is: from its first unit that is left to its last; `null` if none is left. */
  get place(): Range | null {
    const left = this.offsets.filter(offset => offset >= 0);
    return left.length === 0 ? null : { start: Math.min(...left), end: Math.max(...left) + 1 };
  }

  /** What an outcome is worth, now that it is known where the passage is. */
  verdictOn(found: Anchor): Verdict {
    const isThere = this.left >= STILL_IT;
    if (found.kind === 'orphaned') return isThere ? 'missed' : 'gone';
    if (found.kind === 'ambiguous') {
      if (!isThere) return 'gone';
      return found.candidates.some(one => this.isPlaced(one)) ? 'listed' : 'unlisted';
    }
    return isThere && this.isPlaced(found) ? 'right' : 'wrong';
  }

  /** The same for a place that is known: it may have grown, but must hold what is left of the passage. */
  verdictOnPlace(found: Range | null): Verdict {
    if (this.left < STILL_IT) return 'gone';
    if (found === null) return 'missed';
    return this.share(found) >= 0.5 ? 'right' : 'wrong';
  }

  /** The share of what is left of the passage that a range holds. */
  private share({ start, end }: Range): number {
    const left = this.offsets.filter(offset => offset >= 0);
    return left.filter(offset => offset >= start && offset < end).length / left.length;
  }

  /** Whether a range holds at least half of what is left of the passage, and hardly anything else. */
  isPlaced(range: Range): boolean {
    const { place } = this;
    const common = place && Math.min(place.end, range.end) - Math.max(place.start, range.start);
    return this.share(range) >= 0.5 && (common ?? 0) * 2 >= range.end - range.start;
  }

  /** The share of the passage's units that are left, from 0 to 1. */
  get left(): number {
    return this.offsets.filter(offset => offset >= 0).length / this.offsets.length;
  }
}

function commonHead(a: string, b: string): number {
  let length = 0;
  while (length < a.length && length < b.length && a[length] === b[length]) length++;
  return length;
}

const reversed = (text: string): string => text.split('').reverse().join('');
