import { type Placed, type Range, rangeOf } from '../../model/annotation.ts';
import { themeById } from '../../model/codebook.ts';
import { boundAfter, boundBefore } from '../../model/graphemes.ts';
import type { LayerOf } from '../layer.ts';
import type { Block } from '../layout/block.ts';
import type { Look } from '../layout/line.ts';
import { annotationsAt } from '../layout/marks.ts';
import { type Span, touching } from '../layout/spans.ts';
import { type ReadingLayout, selectionOf } from '../select.ts';
import type { ReaderState, ReadingState } from '../state.ts';
import { suggestedPassage } from '../suggestions.ts';

/** One paragraph and what is needed to draw it. */
export interface Drawing {
  state: ReaderState;
  reading: ReadingState;
  layout: ReadingLayout;
  block: Block;
  isCurrent: boolean;
  base: Look;
}

/** What looks different in a paragraph: the selection over hits over tagged passages. */
export const spansOf = (drawing: Drawing): Span[] => [
  ...textSpans(drawing),
  ...selectionSpans(drawing),
];

/** Higher than any passage's, which goes down from the length of the text. */
const TOP = Number.MAX_SAFE_INTEGER;

/** The selection, and the cell of its moving end. */
function selectionSpans(drawing: Drawing): Span[] {
  const { reading, block } = drawing;
  const { selection, transcript } = reading;
  if (selection === null) return looked(drawing);
  const { text } = transcript;
  const { head, anchor } = selection;
  const isBehind = head > anchor;
  const end: Range = isBehind
    ? { start: boundBefore(text, block.paragraph, Math.min(head, block.paragraph.end)), end: head }
    : {
        start: head,
        end: boundAfter(text, block.paragraph, Math.max(head, block.paragraph.start)),
      };
  const isHere = (range: Range) =>
    range.start < block.paragraph.end && range.end > block.paragraph.start;
  return [
    { ...(selectionOf(reading) ?? end), look: { role: 'selection' as const }, rank: TOP - 1 },
    { ...end, look: { role: 'badge' as const }, rank: TOP },
  ].filter(isHere);
}

/** The passage that the layer at hand is about. */
function looked({ state: { layer }, reading }: Drawing): Span[] {
  const range = layer?.kind === 'annotations' ? passageOf(reading, layer) : suggestedPassage(layer);
  if (!range) return [];
  const { start, end } = range;
  return [{ start, end, look: { role: 'selection' }, rank: TOP }];
}

function passageOf(
  { placed }: ReadingState,
  { ids, cursor }: LayerOf<'annotations'>,
): Range | null {
  const one = placed.find(({ annotation }) => annotation.id === ids[cursor]);
  return one ? rangeOf(one) : null;
}

/** Tagged passages inside the paragraph are underlined, coloured in the current one; while searching, hits take their place. */
function textSpans(drawing: Drawing): Span[] {
  const { reading, block, isCurrent } = drawing;
  const { start, end } = block.paragraph;
  const { search } = reading;
  if (search) {
    const here = search.hits?.[search.here];
    return touching(search.hits ?? [], start, end).map(hit => ({
      ...hit,
      look: { role: hit === here ? 'hitHere' : 'hit' },
      rank: hit === here ? 2 : 1,
    }));
  }
  const longest = reading.transcript.text.length;
  return annotationsAt(drawing.layout.marked, block.index).flatMap(placed => {
    const range = rangeOf(placed);
    if (range === null || placed.annotation.theme === null || covers(range, block.paragraph))
      return [];
    return [
      {
        ...range,
        look: spanLook(drawing, placed, isCurrent),
        rank: longest - (range.end - range.start),
      },
    ];
  });
}

const covers = (range: Range, paragraph: Range): boolean =>
  range.start <= paragraph.start && range.end >= paragraph.end;

function spanLook({ state }: Drawing, { annotation }: Placed, isCurrent: boolean): Look {
  const theme = themeById(state.codebook, annotation.theme ?? '');
  return isCurrent && theme && annotation.coder === state.coder
    ? { underline: true, theme: theme.colour }
    : { underline: true };
}
