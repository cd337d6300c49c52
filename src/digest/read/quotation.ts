import type { Mark, PassageMark } from '../mark.ts';

/** A quotation as it stands in a digest now; `mark` is `null` where nothing says where it is from. */
export interface Quotation {
  /** Line ends as the format has them; empty where the digest has a mark and no words for it. */
  quote: string;
  mark: PassageMark | null;
}

/** What a digest says of itself. */
export interface ReadDigest {
  quotations: Quotation[];
  /** The sha256 of each transcript when the digest was made, by its id. */
  hashes: Map<string, string>;
}

/** Puts marks and quotations together as they are met from top to bottom: a mark closes its quotation. */
export class Pairing {
  readonly digest: ReadDigest = { quotations: [], hashes: new Map() };
  private pending: string | null = null;

  quotation(quote: string): void {
    this.flush();
    this.pending = quote;
  }

  mark(mark: Mark | null): void {
    if (mark?.kind === 'text') this.digest.hashes.set(mark.text, mark.sha256);
    if (mark?.kind !== 'passage') return;
    this.digest.quotations.push({ quote: this.pending ?? '', mark });
    this.pending = null;
  }

  done(): ReadDigest {
    this.flush();
    return this.digest;
  }

  private flush(): void {
    if (this.pending !== null) this.digest.quotations.push({ quote: this.pending, mark: null });
    this.pending = null;
  }
}
