import type { CodePoints } from '../model/codePoints.ts';
import { MOST_OCCURRENCES, occurrences } from './occurrences.ts';
import type { AnchorSubject } from './subject.ts';

/** Where words begin in a text: UTF-16 offsets in order, overlapping ones too, `most` at most. */
export type Find = (words: string, most?: number) => number[];

/** UTF-16 units by which the index looks words up. */
const GRAM = 8;
/** A shorter text is scanned in no time; and for fewer searches an index is not worth its making. */
const WORTH_AN_INDEX = 20_000;
const FEW = 12;
const BUCKETS = 1 << 17;

/** One finder a text, found again by the converter that is built once for it. */
const finders = new WeakMap<CodePoints, Finder>();

/**
 * A search through a subject's text. Who looks for many passages in one text gets an index after the
 * first few: it takes as long as some ten scans to make, and four bytes a unit. The answers are the same.
 */
export function findIn({ text, codePoints }: AnchorSubject): Find {
  const known = finders.get(codePoints);
  const finder = known?.text === text ? known : new Finder(text);
  if (finder !== known) finders.set(codePoints, finder);
  return (words, most) => finder.find(words, most);
}

class Finder {
  readonly text: string;
  private searches = 0;
  private index: GramIndex | null = null;

  constructor(text: string) {
    this.text = text;
  }

  find(words: string, most = MOST_OCCURRENCES): number[] {
    if (words.length < GRAM || this.text.length < WORTH_AN_INDEX || ++this.searches <= FEW)
      return occurrences(this.text, words, most);
    this.index ??= new GramIndex(this.text);
    return this.index.find(words, most);
  }
}

/** Every place of the text by the eight units that begin there, in chains of equal hashes. */
class GramIndex {
  private readonly text: string;
  /** The first place of each hash, and for each place the next one of its hash; -1: none. */
  private readonly first = new Int32Array(BUCKETS).fill(-1);
  private readonly next: Int32Array;
  private readonly counts = new Int32Array(BUCKETS);

  constructor(text: string) {
    this.text = text;
    const places = Math.max(0, text.length - GRAM + 1);
    this.next = new Int32Array(places);
    for (let at = places - 1; at >= 0; at--) {
      const bucket = hashAt(text, at);
      this.next[at] = this.first[bucket] ?? -1;
      this.first[bucket] = at;
      this.counts[bucket] = (this.counts[bucket] ?? 0) + 1;
    }
  }

  find(words: string, most: number): number[] {
    const offset = this.rarest(words);
    const found: number[] = [];
    let place = this.first[hashAt(words, offset)] ?? -1;
    while (place !== -1 && found.length < most) {
      const at = place - offset;
      if (at >= 0 && this.text.startsWith(words, at)) found.push(at);
      place = this.next[place] ?? -1;
    }
    return found;
  }

  /** Of the beginning, the middle and the end of the words that with the shortest chain. */
  private rarest(words: string): number {
    const last = words.length - GRAM;
    const count = (offset: number) => this.counts[hashAt(words, offset)] ?? 0;
    return [0, last >> 1, last].reduce((a, b) => (count(b) < count(a) ? b : a));
  }
}

/** Eight units as one of so many buckets (FNV-1a, http://www.isthe.com/chongo/tech/comp/fnv/). */
function hashAt(text: string, at: number): number {
  let hash = 0x811c9dc5;
  for (let i = at; i < at + GRAM; i++) hash = Math.imul(hash ^ text.charCodeAt(i), 0x01000193);
  return (hash ^ (hash >>> 15)) & (BUCKETS - 1);
}
