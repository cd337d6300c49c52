import type { Anchor, Range, Selector } from '../model/annotation.ts';
import { byOneSide, byQuotation, byWholeContext } from './evidence.ts';
import type { AnchorSubject } from './subject.ts';

/**
 * Where a selector's passage is in the text. `unchanged` says that this is the very text that the
 * selector was made for: then its position counts, provided that the quotation does stand there.
 * Otherwise words alone decide, the strongest evidence first:
 *
 * 1. the quotation with its whole context,
 * 2. the quotation with one whole side of it,
 * 3. the quotation alone.
 *
 * The first of these that is found anywhere settles it. One place is `exact` (where it was) or
 * `shifted`; several are `ambiguous`, the likeliest first, at most 1,000. So is a single place where
 * a short quotation stands among strange words: the passage itself may have gone, and another have
 * the same few words. No such words: `orphaned`. Offsets are UTF-16, half-open. Never throws.
 */
export function anchor(
  subject: AnchorSubject,
  selector: Selector,
  { unchanged }: { unchanged: boolean },
): Anchor {
  const recorded = unchanged ? recordedRange(subject, selector) : null;
  if (recorded) return { kind: 'exact', ...recorded };
  if (selector.exact === '') return { kind: 'orphaned' };
  const { starts, certain } = strongestEvidence(subject.text, selector);
  const ranges = starts.map(start => ({ start, end: start + selector.exact.length }));
  const [first] = ranges;
  if (!first) return { kind: 'orphaned' };
  if (ranges.length > 1 || !certain) return { kind: 'ambiguous', candidates: ranges };
  const stayed = subject.codePoints.fromUtf16(first.start) === selector.start;
  return { kind: stayed ? 'exact' : 'shifted', ...first };
}

function strongestEvidence(text: string, selector: Selector) {
  const whole = byWholeContext(text, selector);
  if (whole.starts.length > 0) return whole;
  const side = byOneSide(text, selector);
  return side.starts.length > 0 ? side : byQuotation(text, selector);
}

/** The recorded position, if it is in the text and the quotation stands there. */
function recordedRange({ text, codePoints }: AnchorSubject, selector: Selector): Range | null {
  const start = codePoints.toUtf16(Math.max(0, selector.start));
  const end = codePoints.toUtf16(Math.max(0, selector.end));
  const isThere =
    codePoints.fromUtf16(start) === selector.start &&
    codePoints.fromUtf16(end) === selector.end &&
    text.slice(start, end) === selector.exact;
  return isThere ? { start, end } : null;
}
