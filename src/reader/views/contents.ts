import { type ContentsItem, contentsItems } from '../contentsItems.ts';
import type { LayerOf } from '../layer.ts';
import type { ReaderState } from '../state.ts';
import { type FoundRow, foundDrawer } from './foundList.ts';
import type { Drawer } from './frame.ts';

/** The headings of the open transcript, and who speaks in it. */
export function contentsDrawer(state: ReaderState, layer: LayerOf<'contents'>): Drawer {
  const items = state.reading ? contentsItems(state.reading.transcript, layer.query) : [];
  const count = (kind: ContentsItem['kind']) =>
    items.reduce((sum, { item }) => sum + Number(item.kind === kind), 0);
  return foundDrawer(state, {
    title: 'Contents',
    count: countWords(count('heading'), count('speaker')),
    query: layer.query,
    cursor: layer.cursor,
    rows: items.length,
    row: index => rowOf(items[index]),
    nothing: 'No heading and no speaker of that name.',
  });
}

const countWords = (headings: number, speakers: number): string =>
  [
    headings > 0 ? `${headings} heading${headings === 1 ? '' : 's'}` : '',
    speakers > 0 ? `${speakers} speaker${speakers === 1 ? '' : 's'}` : '',
  ]
    .filter(Boolean)
    .join(' · ') || 'nothing fits';

function rowOf(found: ReturnType<typeof contentsItems>[number] | undefined): FoundRow {
  if (!found) return { indent: 0, mark: null, words: '', matched: new Set(), right: '' };
  const { item, matched } = found;
  const right =
    item.kind === 'heading'
      ? `¶ ${item.index + 1}`
      : `${item.turns} turn${item.turns === 1 ? '' : 's'}`;
  const indent = item.kind === 'heading' ? 2 * Math.min(item.level - 1, 4) : 0;
  const mark: FoundRow['mark'] =
    item.kind === 'heading' ? { text: '#', look: { role: 'muted' } } : null;
  return { indent, mark, words: item.words, matched, right };
}
