import type { TextSummary } from '../../model/library.ts';
import { markedIn } from '../layout/marks.ts';
import type { ReaderState, ReadingState } from '../state.ts';
import { holding } from './libraryRows.ts';

/** The library with the open transcript's counts as they are now. */
export function recounted(state: ReaderState): ReaderState {
  const { reading, library } = state;
  if (!reading) return state;
  const texts = library.texts.map(text =>
    text.id === reading.transcript.id ? summaryOf(text, reading) : text,
  );
  return holding(state, { ...state, library: { ...library, texts } });
}

function summaryOf(text: TextSummary, { transcript, placed }: ReadingState): TextSummary {
  const marked = markedIn(transcript, placed);
  const byTheme = Object.fromEntries(marked.counts);
  const tagged = marked.byParagraph
    .values()
    .filter(here => here.some(one => one.annotation.theme !== null))
    .toArray().length;
  const share = transcript.paragraphs.count === 0 ? 0 : tagged / transcript.paragraphs.count;
  return { ...text, byTheme, annotations: placed.length, tagged: share, toRepair: marked.toRepair };
}
