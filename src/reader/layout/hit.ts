import type { Transcript } from '../../model/transcript.ts';
import { visible } from '../../model/visible.ts';
import type { Block } from './block.ts';
import { clusterCells, clusters } from './width.ts';

/** What of a text is at a cell: a paragraph, and the character, half-open in UTF-16; `null` beside the words. */
export interface Hit {
  index: number;
  character: { start: number; end: number } | null;
}

/** A paragraph as it stands on the screen: its block and the row, from 0, of its first row; it may be above the area. */
export interface ShownBlock {
  block: Block;
  row: number;
}

/**
 * The paragraph and the character at a cell: `row` counts from the top of the text area, `column`
 * from the first column of the text. Beyond the end of a row it is the row's last character; `null`
 * where no paragraph is.
 */
export function hitAt(
  { text }: Transcript,
  shown: Iterable<ShownBlock>,
  row: number,
  column: number,
): Hit | null {
  for (const { block, row: first } of shown) {
    if (row < first || row >= first + block.height) continue;
    const line = block.rows[row - first - Number(block.nameRow)];
    if (!line || column < 0) return { index: block.index, character: null };
    let left = column;
    let start = line.start;
    let last = { start, end: start };
    for (const cluster of clusters(text.slice(line.start, line.end))) {
      last = { start, end: start + cluster.length };
      left -= clusterCells(visible(cluster));
      if (left < 0) break;
      start = last.end;
    }
    return { index: block.index, character: last.start < last.end ? last : null };
  }
  return null;
}
