import type { Paragraph } from '../../model/paragraphs.ts';
import type { Transcript } from '../../model/transcript.ts';
import type { Geometry } from './geometry.ts';
import { type TextRow, wrap } from './wrap.ts';

/** A paragraph laid out: the rows it takes, without the blank one that follows. */
export interface Block {
  index: number;
  paragraph: Paragraph;
  /** A turn's name and time stand on a row of their own. */
  nameRow: boolean;
  rows: readonly TextRow[];
  /** Whether a memo line stands under it. */
  memoRow: boolean;
  height: number;
}

const MOST_KEPT = 400;
const kept = new WeakMap<Transcript, Map<string, readonly TextRow[]>>();

/** Lays out one paragraph. The wrapping is remembered, as every key would do it anew. */
export function blockOf(
  transcript: Transcript,
  index: number,
  geometry: Geometry,
  hasMemo: boolean,
): Block {
  const paragraph = transcript.paragraphs.at(index);
  const rows = wrapped(transcript, paragraph, geometry.measure);
  const nameRow = paragraph.speaker !== null || paragraph.time !== null;
  const memoRow = hasMemo && geometry.notes === null;
  return {
    index,
    paragraph,
    nameRow,
    rows,
    memoRow,
    height: rows.length + Number(nameRow) + Number(memoRow),
  };
}

function wrapped(
  transcript: Transcript,
  paragraph: Paragraph,
  measure: number,
): readonly TextRow[] {
  const rowsOf = kept.get(transcript) ?? new Map<string, readonly TextRow[]>();
  kept.set(transcript, rowsOf);
  const name = `${paragraph.n}:${measure}`;
  const found = rowsOf.get(name);
  if (found) return found;
  if (rowsOf.size >= MOST_KEPT) rowsOf.clear();
  const rows = wrap(transcript.text, paragraph.wordsStart, paragraph.end, measure);
  rowsOf.set(name, rows);
  return rows;
}
