import { type Placed, type Range, rangeOf } from '../model/annotation.ts';
import type { Paragraphs } from '../model/paragraphs.ts';

/** The annotations of one transcript by paragraph, for whoever asks about many places of it. */
export class TagsByParagraph {
  private readonly paragraphs: Paragraphs;
  private readonly byIndex = new Map<number, Placed[]>();

  constructor(paragraphs: Paragraphs, placed: readonly Placed[]) {
    this.paragraphs = paragraphs;
    for (const one of placed) for (const index of this.indexes(rangeOf(one))) this.add(index, one);
  }

  /** The annotations that share at least one character with a range, in the order they were given. */
  touching(range: Range): Placed[] {
    const found = new Set<Placed>();
    for (const index of this.indexes(range))
      for (const one of this.byIndex.get(index) ?? [])
        if (meet(rangeOf(one), range)) found.add(one);
    return [...found];
  }

  private add(index: number, one: Placed): void {
    const there = this.byIndex.get(index);
    if (there) there.push(one);
    else this.byIndex.set(index, [one]);
  }

  private indexes(range: Range | null): number[] {
    const touched = range && this.paragraphs.touchedBy(range.start, range.end);
    if (!touched) return [];
    return Array.from({ length: touched.last - touched.first + 1 }, (_, i) => touched.first + i);
  }
}

const meet = (a: Range | null, b: Range): boolean =>
  a !== null && a.start < b.end && b.start < a.end;
