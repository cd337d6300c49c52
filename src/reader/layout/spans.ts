import type { Range } from '../../model/annotation.ts';
import { visibleLine } from '../../model/visible.ts';
import type { Look, Piece } from './line.ts';
import { clusters, isSimple } from './width.ts';
import type { TextRow } from './wrap.ts';

/** A stretch of text that looks different. Where several overlap, the higher rank wins. */
export interface Span extends Range {
  look: Look;
  rank: number;
}

/** One row of text as pieces: cut where spans begin and end, control characters made visible. */
export function piecesOf(text: string, row: TextRow, spans: readonly Span[], base: Look): Piece[] {
  const here = onClusters(
    text.slice(row.start, row.end),
    row.start,
    spans.filter(span => span.start < row.end && span.end > row.start),
  );
  const cuts = new Set([row.start, row.end]);
  for (const { start, end } of here) {
    cuts.add(Math.max(start, row.start));
    cuts.add(Math.min(end, row.end));
  }
  const edges = [...cuts].sort((a, b) => a - b);
  return edges.slice(1).map((end, i) => {
    const start = edges[i] ?? row.start;
    return {
      text: visibleLine(text.slice(start, end)),
      look: { ...base, ...topLook(here, start) },
    };
  });
}

/** Spans grown to whole clusters: half an emoji has another width, and would move the rest of the row. */
function onClusters(words: string, start: number, spans: readonly Span[]): readonly Span[] {
  if (spans.length === 0 || isSimple(words)) return spans;
  const bounds = [start];
  for (const cluster of clusters(words)) bounds.push((bounds.at(-1) ?? start) + cluster.length);
  return spans.map(span => ({
    ...span,
    start: bounds.findLast(bound => bound <= span.start) ?? span.start,
    end: bounds.find(bound => bound >= span.end) ?? span.end,
  }));
}

function topLook(spans: readonly Span[], at: number): Look {
  let top: Span | null = null;
  for (const span of spans) {
    if (span.start > at || span.end <= at) continue;
    if (top === null || span.rank > top.rank) top = span;
  }
  return top?.look ?? {};
}

/** The ranges of a sorted list that touch a stretch: a search through many hits must not read them all. */
export function touching(sorted: readonly Range[], start: number, end: number): readonly Range[] {
  let low = 0;
  let high = sorted.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((sorted[middle]?.end ?? 0) <= start) low = middle + 1;
    else high = middle;
  }
  let last = low;
  while ((sorted[last]?.start ?? end) < end) last++;
  return sorted.slice(low, last);
}
