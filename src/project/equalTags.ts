import { type Annotation, type Range, rangeOf } from '../model/annotation.ts';
import { place } from './placed.ts';
import type { LoadedText } from './texts.ts';

/** What a page's annotations are placed in, and how themes are compared. */
export interface Against {
  loaded: LoadedText;
  /** The page as it is on the disk. */
  page: { sha256: string };
  /** Gives the theme that an id counts for, merges followed. */
  resolve: (theme: string) => string;
}

/**
 * A coder's annotations on one transcript while edits are made to them, by theme and passage. The
 * annotations of a theme are placed when it is asked for first, each once, however many edits there are.
 */
export class EqualTags {
  private readonly items: ReadonlyMap<string, Annotation>;
  private readonly against: Against;
  /** By the theme that counts, then by passage. */
  private readonly known = new Map<string, Map<string, Annotation[]>>();

  /** `items`: by id, as they are at any moment; who adds one to them calls `add`. */
  constructor(items: ReadonlyMap<string, Annotation>, against: Against) {
    this.items = items;
    this.against = against;
  }

  /** An annotation with the same theme on the same passage (UTF-16, half-open). */
  find(theme: string, range: Range): Annotation | undefined {
    const equal = this.of(this.against.resolve(theme)).get(nameOf(range));
    return equal?.find(one => this.items.get(one.id) === one);
  }

  /** Takes note of one that was added or changed; `range`: where it is, if that is known. */
  add(annotation: Annotation, range: Range | null): void {
    if (annotation.theme === null) return;
    const passages = this.known.get(this.against.resolve(annotation.theme));
    if (passages) this.put(passages, annotation, range);
  }

  private of(theme: string): Map<string, Annotation[]> {
    const found = this.known.get(theme);
    if (found) return found;
    const passages = new Map<string, Annotation[]>();
    for (const one of this.items.values())
      if (one.theme !== null && this.against.resolve(one.theme) === theme)
        this.put(passages, one, null);
    this.known.set(theme, passages);
    return passages;
  }

  private put(passages: Map<string, Annotation[]>, one: Annotation, known: Range | null): void {
    const { loaded, page } = this.against;
    const range = known ?? rangeOf(place(loaded, page, one));
    if (range === null) return;
    const there = passages.get(nameOf(range));
    if (there) there.push(one);
    else passages.set(nameOf(range), [one]);
  }
}

const nameOf = ({ start, end }: Range): string => `${start} ${end}`;
