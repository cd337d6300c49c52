/** A stretch of a text: UTF-16 offsets, half-open. */
export interface Range {
  start: number;
  end: number;
}

/**
 * How an annotation points into the text (W3C TextQuoteSelector and TextPositionSelector).
 * `start` and `end` are code points, half-open, of the text as it was when the tag was made.
 */
export interface Selector {
  exact: string;
  prefix: string;
  suffix: string;
  start: number;
  end: number;
}

/** One passage × one theme × one coder. */
export interface Annotation {
  /** `urn:uuid:…` */
  id: string;
  /** The transcript's id. */
  text: string;
  /** The theme's id; `null` for a memo without a theme. */
  theme: string | null;
  coder: string;
  memo: string | null;
  /** A key quotation. */
  key: boolean;
  /** UTC, ISO 8601. */
  created: string;
  modified: string;
  /** `null` for a memo on the whole transcript. */
  selector: Selector | null;
  /** The item as it was read, so that what other programs wrote into it is kept. */
  stored?: unknown;
}

/** Where a selector's passage is in the text as it is now. Offsets are UTF-16, half-open. */
export type Anchor =
  | { kind: 'exact'; start: number; end: number }
  | { kind: 'shifted'; start: number; end: number }
  | { kind: 'similar'; start: number; end: number; score: number }
  | { kind: 'ambiguous'; candidates: readonly Range[] }
  | { kind: 'orphaned' };

/** An annotation with its place; a memo on the whole transcript has the anchor `null`. */
export interface Placed {
  annotation: Annotation;
  anchor: Anchor | null;
  /** Whether its coder leaves a doubtful place as it is, on purpose. */
  kept?: boolean;
}

/** The range of a passage that is certain enough to be shown and quoted; `null` for the others. */
export function rangeOf(placed: Placed): Range | null {
  const { anchor } = placed;
  return anchor && 'start' in anchor ? { start: anchor.start, end: anchor.end } : null;
}

/** Whether a passage could not be placed for certain. */
export function isDoubtful({ anchor }: Pick<Placed, 'anchor'>): boolean {
  const kind = anchor?.kind;
  return kind === 'ambiguous' || kind === 'orphaned' || kind === 'similar';
}

/** Whether it waits for somebody to decide: doubtful, and not kept as it is on purpose. */
export const needsRepair = (placed: Placed): boolean => isDoubtful(placed) && !placed.kept;

/** The UUID of an annotation without `urn:uuid:`. */
export const shortId = (id: string): string => id.replace(/^urn:uuid:/, '');

/** Text order: where the passage begins, then where it ends, then the id; those without a place first. */
export function inTextOrder(a: Placed, b: Placed): number {
  const [one, two] = [position(a), position(b)];
  return (
    one.start - two.start || one.end - two.end || compareText(a.annotation.id, b.annotation.id)
  );
}

function position(placed: Placed): Range {
  return rangeOf(placed) ?? placed.annotation.selector ?? { start: -1, end: -1 };
}

/** Order by code units: the same on every machine, whatever its locale. */
export const compareText = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);
